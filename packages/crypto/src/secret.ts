import { SecretDisposedError } from "./card-data-error.ts";
import { utf8Bytes } from "./utf8.ts";

/**
 * A card number, CVV2 or PIN that cannot be printed, serialised or cloned by accident. It holds its own copy of the
 * bytes, which `dispose()` zeroes. Every common way of printing gives `[secret]`; `structuredClone` and `postMessage`
 * throw a `DataCloneError`.
 *
 * A string cannot be wiped in JavaScript: it stays in memory until it is collected. `use` makes no string; `groups` and
 * `last4` do, for display.
 */
export interface Secret extends Disposable {
  /**
   * Calls `callback` with a copy of the value as ASCII bytes, and zeroes the copy when `callback` has returned or the
   * promise that it returned has settled.
   *
   * @throws SecretDisposedError after `dispose()`.
   */
  use<Result>(callback: (bytes: Uint8Array) => Result): Result;
  /**
   * The last four digits of a card number.
   *
   * @throws TypeError for a CVV2 or PIN: four digits would be the whole value.
   * @throws SecretDisposedError after `dispose()`.
   */
  last4(): string;
  /**
   * The value for display: a card number in groups of four digits, a CVV2 or PIN as one group.
   *
   * @throws SecretDisposedError after `dispose()`.
   */
  groups(): string[];
  /** Zeroes the bytes. A second call does nothing. */
  dispose(): void;
  /** Whether `dispose()` was called. */
  readonly disposed: boolean;
  /** Always `[secret]`. */
  toString(): "[secret]";
  /** Always `[secret]`. */
  toJSON(): "[secret]";
}

const redacted = "[secret]";
const brand = Symbol.for("@wisekit/crypto/Secret");
const isCloneable = (): boolean => false;
const shortestCardNumber = 12;

class SecretValue implements Secret {
  // Structured cloning throws for an own property that is a function. Without one it would give an empty object.
  readonly isCloneable = isCloneable;

  #bytes: Uint8Array | undefined;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  use<Result>(callback: (bytes: Uint8Array) => Result): Result {
    return withCopy(this.#present(), callback);
  }

  last4(): string {
    const bytes = this.#present();
    if (bytes.length < shortestCardNumber) throw new TypeError("last4(): the secret must be a card number");
    return asciiText(bytes.subarray(-4));
  }

  groups(): string[] {
    const bytes = this.#present();
    if (bytes.length < shortestCardNumber) return [asciiText(bytes)];
    const starts = Array.from({ length: Math.ceil(bytes.length / 4) }, (_, group) => group * 4);
    return starts.map((start) => asciiText(bytes.subarray(start, start + 4)));
  }

  dispose(): void {
    this.#bytes?.fill(0);
    this.#bytes = undefined;
  }

  get disposed(): boolean {
    return this.#bytes === undefined;
  }

  toString(): typeof redacted {
    return redacted;
  }

  toJSON(): typeof redacted {
    return redacted;
  }

  [Symbol.toPrimitive](): typeof redacted {
    return redacted;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): typeof redacted {
    return redacted;
  }

  get [Symbol.toStringTag](): string {
    return "Secret";
  }

  get [brand](): true {
    return true;
  }

  declare readonly [Symbol.dispose]: () => void;

  static {
    // Some browsers have no `Symbol.dispose` yet: call `dispose()` there.
    if (Symbol.dispose)
      Object.defineProperty(SecretValue.prototype, Symbol.dispose, { value: SecretValue.prototype.dispose });
  }

  #present(): Uint8Array {
    if (this.#bytes === undefined) throw new SecretDisposedError();
    return this.#bytes;
  }
}

/**
 * Creates a secret from ASCII bytes, which it copies and the caller should zero, or from a string, which nobody can.
 *
 * @throws TypeError if the value is empty or not printable ASCII. The message does not quote it.
 */
export function createSecret(value: Uint8Array | string): Secret {
  const bytes = typeof value === "string" ? utf8Bytes(value) : Uint8Array.prototype.slice.call(value);
  if (bytes.length === 0 || !bytes.every((byte) => byte > 0x20 && byte < 0x7f)) {
    throw new TypeError("createSecret(): value must be printable ASCII and not empty");
  }
  return new SecretValue(bytes);
}

/** Whether a value is a secret, also if it comes from another copy of the package. */
export function isSecret(value: unknown): value is Secret {
  return typeof value === "object" && value !== null && brand in value;
}

function withCopy<Result>(bytes: Uint8Array, callback: (bytes: Uint8Array) => Result): Result {
  const copy = bytes.slice();
  const wipe = () => copy.fill(0);
  let pending = false;
  try {
    const result = callback(copy);
    if (isThenable(result)) {
      pending = true;
      return Promise.resolve(result).finally(wipe) as Result;
    }
    return result;
  } finally {
    if (!pending) wipe();
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | undefined)?.then === "function";
}

function asciiText(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
