import { assertDuration, assertOptions } from "./assert-options.ts";
import { type CardDataKey, type CardDataKeyOptions, importCardDataKey, readPins } from "./card-data-key.ts";
import type { Clock } from "./clock.ts";
import type { EncryptionKey } from "./generated/card-data.gen.ts";

/** Where a key cache gets its keys, and which it accepts. */
export interface KeyCacheOptions extends CardDataKeyOptions {
  /** Gets the current key, such as `() => wise.cardData.encryptionKey()`. */
  fetch: () => PromiseLike<EncryptionKey>;
  /**
   * How long a key is used before it is fetched again, in milliseconds. A finite number > 0.
   * @default 3_600_000, which is an hour
   */
  ttlMs?: number;
  /**
   * Whether an error of `send` means that the server does not know the key.
   * @default whether its `problem.code`, as errors of `@wisekit/client` have it, is `card.data.key.unknown`
   */
  isUnknownKey?: (error: unknown) => boolean;
  /**
   * Source of the time, for tests.
   * @default Date
   */
  clock?: Clock;
}

/** The server's encryption key, read and checked once for all sessions. */
export interface KeyCache {
  /**
   * Resolves to the key, from the cache until `ttlMs` is over. Concurrent callers share one fetch. A failed fetch is
   * not cached.
   *
   * @throws KeyRefusedError if the key is too weak, not readable or not a pinned one.
   */
  get(): Promise<CardDataKey>;
  /**
   * Runs `send` with the key. If the server does not know the key, fetches it again and runs `send` a second time:
   * `send` must create its session itself, because what was sealed for the old key cannot be sent.
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
 * Creates a cache of the server's encryption key.
 *
 * @throws TypeError for an unknown option or a wrong value.
 */
export function createKeyCache(options: KeyCacheOptions): KeyCache {
  assertOptions(options, ["fetch", "ttlMs", "pin", "isUnknownKey", "clock"], where);
  const { fetch, ttlMs = 3_600_000, pin, isUnknownKey = isUnknownKeyError, clock = Date } = options;
  if (typeof fetch !== "function") throw new TypeError(`${where}: fetch must be a function`);
  assertDuration(ttlMs, "ttlMs", where);
  readPins(pin, where);
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
      // Another caller may have got the same error and fetched the next key already.
      return send(entry?.source === source ? await reload() : await get());
    }
  }

  return Object.freeze({ get, use });
}

const unknownKeyCode = "card.data.key.unknown";

/** Reads errors of `@wisekit/client` by their shape, because the packages share no code. */
function isUnknownKeyError(error: unknown): boolean {
  const { problem } = (error ?? {}) as { problem?: { code?: unknown } };
  return problem?.code === unknownKeyCode;
}
