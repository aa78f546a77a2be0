import type { StoredTokens, TokenStore } from "../auth/token-store.ts";
import { assertOptions } from "../options/assert-options.ts";
import { replaceScript, writeScript } from "./lock-scripts.ts";
import { assertRedis, connectionOf, type RedisClient } from "./redis-client.ts";
import { acquireLock } from "./redis-lock.ts";
import { createTokenEncryption, type EncryptionKey, plainText } from "./token-encryption.ts";

/** What `redisTokens` takes. Either `encryptionKey` or `encryption: "none"` must be given. */
export interface RedisTokensOptions {
  /**
   * The key that tokens are encrypted with (AES-256-GCM): 32 bytes, or 32 bytes in base64. Of several keys, the first one
   * encrypts and all of them decrypt. What is read with another than the first is written again with the first.
   * @default none: then `encryption` must be `"none"`
   */
  readonly encryptionKey?: EncryptionKey | readonly EncryptionKey[] | undefined;
  /**
   * `"none"` writes tokens as plain text. Refresh tokens live for years, so whoever can read Redis can then act as your
   * users for as long.
   * @default none: then `encryptionKey` must be given
   */
  readonly encryption?: "none" | undefined;
  /**
   * Begins the names of the keys in Redis.
   * @default "wisekit:"
   */
  readonly prefix?: string | undefined;
  /**
   * How long the lock of a process lasts that was killed while it renewed a token, in milliseconds. The lock of one that
   * lives lasts as long as it needs. Must be > 0 and <= 600_000.
   * @default 5000
   */
  readonly lockMs?: number | undefined;
  /**
   * How long Redis may take for one command, in milliseconds. Must be > 0; `Infinity` is no limit.
   * @default 1000
   */
  readonly commandTimeoutMs?: number | undefined;
}

const longestLockMs = 600_000;
// Longer than any renewal waits.
const longestWaitMs = 120_000;

/**
 * Keeps users' tokens in Redis, so that processes share them and one token is renewed once among them: the option `store`
 * of `userToken` and its siblings. Redis must persist what it is given (`appendonly yes`): refresh tokens are nowhere else.
 *
 * @throws {TypeError} for an unknown or invalid option, and if neither `encryptionKey` nor `encryption: "none"` is given.
 */
export function redisTokens(redis: RedisClient, options: RedisTokensOptions): TokenStore {
  const where = "redisTokens()";
  assertOptions(where, options, ["encryptionKey", "encryption", "prefix", "lockMs", "commandTimeoutMs"]);
  const { encryptionKey, encryption, prefix = "wisekit:", lockMs = 5000, commandTimeoutMs = 1000 } = options ?? {};
  assertRedis(where, redis, commandTimeoutMs);
  if (typeof lockMs !== "number" || !(lockMs > 0 && lockMs <= longestLockMs)) {
    throw new TypeError(`${where}: lockMs must be a number > 0 and <= ${longestLockMs}`);
  }
  if ((encryptionKey === undefined) === (encryption !== "none")) {
    throw new TypeError(`${where}: either encryptionKey or encryption: "none" is required, and not both`);
  }
  const connection = connectionOf(redis, commandTimeoutMs);
  const cipher = encryptionKey === undefined ? plainText : createTokenEncryption(where, encryptionKey);
  // In a cluster, what is in braces decides which server has a key: both keys of a user are on the same one.
  const nameOf = (key: string): string => `${prefix}tokens:{${key}}`;
  const lockNameOf = (key: string): string => `${prefix}tokens-lock:{${key}}`;
  const owners = new Map<string, string>();

  async function write(key: string, owner: string, value: string): Promise<void> {
    const names = [nameOf(key), lockNameOf(key)];
    const isWritten = Number(await connection.run(writeScript, names, [owner, value])) === 1;
    if (!isWritten) throw new Error("the lock was lost before the tokens were written: another process has it");
  }

  /** Who holds the lock now, as far as this process does. A write belongs to whom it was at its beginning. */
  const ownerOf = (key: string): string => owners.get(key) ?? "";

  return {
    async get(key) {
      const name = nameOf(key);
      const stored = await connection.send("GET", name);
      if (stored === null || stored === undefined) return undefined;
      const { text, isOutdated } = await cipher.open(name, String(stored));
      if (isOutdated) {
        await connection.run(replaceScript, [name], [String(stored), await cipher.seal(name, text)]);
      }
      return JSON.parse(text) as StoredTokens;
    },
    async set(key, tokens) {
      const owner = ownerOf(key);
      await write(key, owner, await cipher.seal(nameOf(key), JSON.stringify(tokens)));
    },
    delete: (key) => write(key, ownerOf(key), ""),
    async lock(key, task) {
      const { owner, signal, release } = await acquireLock(connection, lockNameOf(key), {
        lockMs,
        waitMs: longestWaitMs,
      });
      owners.set(key, owner);
      try {
        return await task(signal);
      } finally {
        // If the lock was lost, another task of this process may have it by now.
        if (owners.get(key) === owner) owners.delete(key);
        release();
      }
    },
  };
}
