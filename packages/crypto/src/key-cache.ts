import { assertDuration, assertFunction, assertOptions } from "./assert-options.ts";
import { isCardDataError } from "./card-data-error.ts";
import { type CardDataKey, type CardDataKeyOptions, importCardDataKey, readPinnedKeys } from "./card-data-key.ts";
import type { Clock } from "./clock.ts";
import type { EncryptionKey } from "./generated/card-data.gen.ts";

/** Where a key cache gets its keys, and which it accepts. */
export interface KeyCacheOptions extends CardDataKeyOptions {
  /** Gets the current key, such as `() => wise.cardData.encryptionKey()`. */
  loadKey: () => PromiseLike<EncryptionKey>;
  /**
   * How long a key is used before it is loaded again, in milliseconds. A number > 0.
   * @default 3_600_000, which is an hour
   */
  ttlMs?: number;
  /**
   * Whether an error of `send` can mean that the key is no longer valid. No source documents the server's response to an
   * old key, so the key is loaded again to see.
   * @default whether its `status`, as errors of `@wisekit/client` have it, is 4xx, but not 401, 403, 404 or 429
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
   * Resolves to the key, from the cache until `ttlMs` is over. Concurrent callers share one `loadKey()`. A failure is
   * not cached.
   *
   * @throws KeyRefusedError if the key is too weak, not readable or not a pinned one.
   */
  get(): Promise<CardDataKey>;
  /**
   * Runs `send` with the key. If its error can mean that the key is old, loads the key again, and if that is another
   * one, runs `send` a second time: `send` must create its session itself, because what was sealed for the old key
   * cannot be sent.
   *
   * @throws the error of `send`, if the key is still the same or cannot be loaded.
   * @throws KeyRefusedError if the key, or the new one, is too weak, not readable or not a pinned one.
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
  assertOptions(options, ["loadKey", "ttlMs", "pinnedKeySha256", "isUnknownKey", "clock"], where);
  const { loadKey, ttlMs = 3_600_000, pinnedKeySha256, isUnknownKey = isOtherClientError, clock = Date } = options;
  assertFunction(loadKey, "loadKey", where);
  assertDuration(ttlMs, "ttlMs", where);
  readPinnedKeys(pinnedKeySha256, where);
  let entry: Entry | undefined;
  let pending: Promise<CardDataKey> | undefined;

  async function load(): Promise<CardDataKey> {
    const { version, key } = await loadKey();
    const known = entry?.source.version === version && entry.source.key === key ? entry.key : undefined;
    const imported =
      known ?? (await importCardDataKey({ version, key }, pinnedKeySha256 === undefined ? {} : { pinnedKeySha256 }));
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
    try {
      return await send(key);
    } catch (error) {
      if (!isUnknownKey(error)) throw error;
      // Another caller may have got the same error and loaded the next key already.
      const current = entry === undefined || entry.key === key ? await reload().catch(orThrow(error)) : await get();
      if (current === key) throw error;
      return send(current);
    }
  }

  return Object.freeze({ get, use });
}

/** A key that is refused is the news. If it could not be loaded, the error that made us load it says more. */
function orThrow(error: unknown): (reason: unknown) => never {
  return (reason) => {
    throw isCardDataError(reason) ? reason : error;
  };
}

// Who may not, what is not there and too much too soon have nothing to do with the key.
const otherCauses: readonly unknown[] = [401, 403, 404, 429];

/** Reads errors of `@wisekit/client` by their shape, because the packages share no code. */
function isOtherClientError(error: unknown): boolean {
  const { status } = (error ?? {}) as { status?: unknown };
  return typeof status === "number" && status >= 400 && status < 500 && !otherCauses.includes(status);
}
