import { assertDuration, assertOptions } from "./assert-options.ts";
import { type CardDataKey, type CardDataKeyOptions, importCardDataKey, readPins } from "./card-data-key.ts";
import type { Clock } from "./clock.ts";
import type { EncryptionKey } from "./generated/card-data.gen.ts";

/** How a key cache gets and judges keys. */
export interface KeyCacheOptions extends CardDataKeyOptions {
  /** Gets the current key: `() => wise.cardData.encryptionKey()`. */
  fetch: () => PromiseLike<EncryptionKey>;
  /** How long a key is used before it is fetched again, in milliseconds. Default: 3,600,000, an hour. */
  ttlMs?: number;
  /**
   * Whether an error of `send` says that the server does not know the key. Default: an error whose
   * `problem.code`, as errors of `@wisekit/client` have it, is the contract's `card.data.key.unknown`.
   */
  isUnknownKey?: (error: unknown) => boolean;
  /** Tells the time. Default: the machine's clock. */
  clock?: Clock;
}

/** The server's key, read and checked once for all sessions. */
export interface KeyCache {
  /**
   * The key, from the cache while it is fresh. Callers at the same time share one fetch; a failed fetch is not kept.
   *
   * @throws KeyRefusedError if the key is too weak, not readable or not the pinned one.
   */
  get(): Promise<CardDataKey>;
  /**
   * Runs `send` with the key. If the server says that it does not know the key, fetches it again and runs `send` once
   * more, with a new session of course: what was sealed for the old key is of no use.
   */
  use<Result>(send: (key: CardDataKey) => PromiseLike<Result>): Promise<Result>;
}

interface Entry {
  readonly source: EncryptionKey;
  readonly key: CardDataKey;
  readonly expiresAt: number;
}

const where = "createKeyCache()";

/**
 * Makes a cache of the server's encryption key.
 *
 * @throws TypeError for an unknown option or a value that it cannot have.
 */
export function createKeyCache(options: KeyCacheOptions): KeyCache {
  assertOptions(options, ["fetch", "ttlMs", "pin", "isUnknownKey", "clock"], where);
  const { fetch, ttlMs = 3_600_000, pin, isUnknownKey = isUnknownKeyError, clock = Date } = options;
  if (typeof fetch !== "function") throw new TypeError(`${where}: fetch must be a function`);
  assertDuration(ttlMs, "ttlMs", where);
  readPins(pin);
  let entry: Entry | undefined;
  let pending: Promise<CardDataKey> | undefined;

  async function load(): Promise<CardDataKey> {
    const { version, key } = await fetch();
    const known = entry?.source.version === version && entry.source.key === key ? entry.key : undefined;
    const imported = known ?? (await importCardDataKey({ version, key }, pin === undefined ? {} : { pin }));
    entry = { source: { version, key }, key: imported, expiresAt: clock.now() + ttlMs };
    return imported;
  }

  function reload(): Promise<CardDataKey> {
    pending ??= load().finally(() => {
      pending = undefined;
    });
    return pending;
  }

  async function get(): Promise<CardDataKey> {
    return entry !== undefined && clock.now() < entry.expiresAt ? entry.key : reload();
  }

  async function use<Result>(send: (key: CardDataKey) => PromiseLike<Result>): Promise<Result> {
    const key = await get();
    const { source } = entry ?? {};
    try {
      return await send(key);
    } catch (error) {
      if (!isUnknownKey(error)) throw error;
      // Somebody else may have met the same answer and fetched the next key already.
      return send(entry?.source === source ? await reload() : await get());
    }
  }

  return Object.freeze({ get, use });
}

const unknownKeyCode = "card.data.key.unknown";

/** Reads the errors of `@wisekit/client` by their shape: the packages share no code. */
function isUnknownKeyError(error: unknown): boolean {
  const { problem } = (error ?? {}) as { problem?: { code?: unknown } };
  return problem?.code === unknownKeyCode;
}
