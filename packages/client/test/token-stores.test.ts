import { createMemoryStore, type StoredTokens, type TokenStore } from "@wisekit/client";
import { redisTokens } from "@wisekit/client/redis";
import { testTokenStore } from "@wisekit/client/testing";
import { Redis as IoRedis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningRedis, startRedis } from "../../../scripts/programs/start-redis.ts";
import { fromIoredis } from "../examples/ioredis-adapter.ts";
import { connectRedis } from "./support/redis-connection.ts";

const key = Buffer.alloc(32).toString("base64");
let redis: RunningRedis;

beforeAll(async () => {
  redis = await startRedis();
});

afterAll(() => redis.close());

describe("testTokenStore() passes", () => {
  it("the store in memory", () => testTokenStore(createMemoryStore()));

  it.each([{ encryptionKey: key }, { encryption: "none" }] as const)(
    "redisTokens() with %j, over two connections",
    async (options) => {
      await using first = await connectRedis(redis.socketPath);
      await using second = await connectRedis(redis.socketPath);
      await testTokenStore(redisTokens(first, options), { other: redisTokens(second, options) });
      expect(await first.keys("*")).toEqual([]);
    },
  );

  it("redisTokens() on ioredis, by the adapter of the README", async () => {
    const client = new IoRedis(redis.socketPath);
    await testTokenStore(redisTokens(fromIoredis(client), { encryptionKey: key }));
    client.disconnect();
  });
});

/** A store that works, but for these methods. */
function storeWith(change: (right: TokenStore) => Partial<TokenStore>): TokenStore {
  const right = createMemoryStore();
  return { ...right, ...change(right) };
}

const brokenStores: Readonly<Record<string, [TokenStore, string]>> = {
  "that throws where it has nothing": [
    storeWith((right) => ({
      async get(key) {
        const tokens = await right.get(key);
        if (!tokens) throw new Error("no such row");
        return tokens;
      },
    })),
    "get() of a key that has nothing gives undefined: no such row",
  ],
  "that loses a field": [
    storeWith((right) => ({ set: (key, { obtainedAt: _, ...rest }) => right.set(key, rest as StoredTokens) })),
    "get() gives what set() was given",
  ],
  "that keeps an old refresh token": [
    storeWith((right) => ({ set: async (key, tokens) => right.set(key, { ...(await right.get(key)), ...tokens }) })),
    "set() replaces all that there was",
  ],
  "that cuts what is long": [
    storeWith((right) => ({
      set: (key, tokens) => right.set(key, { ...tokens, accessToken: tokens.accessToken.slice(0, 255) }),
    })),
    "tokens of any length and any characters are kept",
  ],
  "whose keys have no case": [
    storeWith((right) => ({
      get: (key) => right.get(key.toLowerCase()),
      set: (key, tokens) => right.set(key.toLowerCase(), tokens),
      delete: (key) => right.delete(key.toLowerCase()),
    })),
    "keys are apart, whatever characters they have",
  ],
  "that deletes nothing": [storeWith(() => ({ delete: async () => {} })), "keys are apart"],
  "that cannot delete twice": [
    storeWith((right) => ({
      async delete(key) {
        if (!(await right.get(key))) throw new Error("no such row");
        await right.delete(key);
      },
    })),
    "no such row",
  ],
  "that forgets what the task gives": [
    storeWith((right) => ({
      lock: (key, task) => right.lock(key, async (signal) => void (await task(signal)) as never),
    })),
    "lock() gives what the task gives",
  ],
  "that wraps what the task throws": [
    storeWith((right) => ({
      lock: (key, task) =>
        right.lock(key, task).catch((cause: unknown) => {
          throw new Error("transaction failed", { cause });
        }),
    })),
    "lock() throws what the task throws, and is free then",
  ],
  "without a lock": [
    storeWith(() => ({ lock: (_key, task) => task(new AbortController().signal) })),
    "lock() runs one task at a time for a key: two tasks ran at the same time",
  ],
  "with one lock for all keys": [
    storeWith((right) => ({ lock: (_key, task) => right.lock("all", task) })),
    "lock() of one key does not wait for that of another: it took longer than 300 ms",
  ],
  "that gives no signal": [
    storeWith((right) => ({ lock: (key, task) => right.lock(key, () => task(undefined as never)) })),
    "the lock is not lost while the task runs: the task was given no AbortSignal",
  ],
  "whose lock is lost at once": [
    storeWith((right) => ({ lock: (key, task) => right.lock(key, () => task(AbortSignal.timeout(20))) })),
    "the lock is not lost while the task runs: its signal was aborted",
  ],
};

describe("testTokenStore() names the rule that is broken by a store", () => {
  it.each(Object.entries(brokenStores))("%s", async (_, [store, rule]) => {
    await expect(testTokenStore(store, { timeoutMs: 300 })).rejects.toThrow(rule);
  });
});
