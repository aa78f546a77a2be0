import { createClient, type StoredTokens, type TokenStore, userToken } from "@wisekit/client";
import { type RedisTokensOptions, redisTokens } from "@wisekit/client/redis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type RunningRedis, startRedis } from "../../../scripts/programs/start-redis.ts";
import { type OneUserServer, startOneUserServer } from "./support/one-user-server.ts";
import { connectRedis } from "./support/redis-connection.ts";
import { type RedisWorker, startWorker, type WorkerOptions } from "./support/redis-workers.ts";
import { cardArgs } from "./support/stub-fetch.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const encryptionKey = Buffer.alloc(32, 7).toString("base64");
const otherKey = Buffer.alloc(32, 8).toString("base64url");
const grant = { clientId: "partner", clientSecret: "secret", refreshToken: "refresh-0" };
const tokens: StoredTokens = {
  accessToken: "access token of Ann",
  expiresAt: 1_800_000_000_000,
  obtainedAt: 1_799_956_800_000,
  refreshToken: "refresh token of Ann",
  origin: "partner/grant",
};

let redis: RunningRedis;
const connect = () => connectRedis(redis.socketPath);

beforeAll(async () => {
  redis = await startRedis({ persist: true });
});

beforeEach(async () => {
  await using client = await connect();
  await client.flushAll();
});

afterAll(() => redis.close());

describe("four processes with one Redis that use one user's token", () => {
  let server: OneUserServer;
  let workers: RedisWorker[] = [];

  beforeEach(async () => {
    server = await startOneUserServer();
  });

  afterEach(async () => {
    for (const worker of workers) worker.process.kill("SIGKILL");
    workers = [];
    await server.close();
  });

  async function startWorkers(shiftsMs: readonly number[], lockMs = 5000): Promise<void> {
    const options: WorkerOptions = {
      socketPath: redis.socketPath,
      url: server.url,
      tokens: { grant, options: { encryptionKey, lockMs } },
    };
    workers = await Promise.all(shiftsMs.map((clockShiftMs) => startWorker({ ...options, clockShiftMs })));
  }

  const allSucceed = () => Promise.all(workers.map((worker) => worker.reported(({ ok }) => ok === true)));

  it("renew it once among them, even if their clocks differ by 5 s", async () => {
    await startWorkers([0, 5000, -5000, 2500]);
    for (const worker of workers) for (let count = 0; count < 5; count += 1) worker.call();
    await Promise.all(
      workers.map(({ reports }) => vi.waitUntil(() => reports.length === 6, { timeout: 60_000, interval: 20 })),
    );
    expect(server.renewals).toEqual(["refresh-0"]);
    expect(workers.flatMap(({ reports }) => reports.filter(({ ok }) => ok === false))).toEqual([]);
  });

  it("renew it once again if one of them finds it revoked, and the others get a 401 for it", async () => {
    await startWorkers([0, 0, 0, 0]);
    for (const worker of workers) worker.call();
    await allSucceed();
    // Somebody ends the access token that all four have in memory.
    await fetch(`${server.url}/oauth/token`, { method: "POST", body: "refresh_token=by-somebody" });
    for (const { reports } of workers) reports.length = 0;
    for (const worker of workers) worker.call();
    await allSucceed();
    expect(server.renewals).toEqual(["refresh-0", "by-somebody", "refresh-1"]);
  });

  it("go on when the one is killed that holds the lock: its lock ends by itself, and another one renews", async () => {
    await startWorkers([0, 0], 3000);
    server.isHeld = true;
    const [holder, ...others] = workers as [RedisWorker, ...RedisWorker[]];
    holder.call();
    await vi.waitUntil(() => server.renewals.length === 1, { timeout: 60_000, interval: 10 });
    for (const worker of others) worker.call();
    holder.process.kill("SIGKILL");
    server.isHeld = false;
    await Promise.all(others.map((worker) => worker.reported(({ ok }) => ok === true)));
    expect(server.renewals).toEqual(["refresh-0", "refresh-0"]);
  });

  it("keep what the second one stored when the first one comes late, whose process stood still beyond its lock", async () => {
    await startWorkers([0, 0], 500);
    server.isHeld = true;
    const [first, second] = workers as [RedisWorker, RedisWorker];
    first.call();
    await vi.waitUntil(() => server.renewals.length === 1, { timeout: 60_000, interval: 10 });
    first.process.kill("SIGSTOP");
    server.isHeld = false;
    second.call();
    await second.reported(({ ok }) => ok === true);
    first.process.kill("SIGCONT");
    server.letGo();
    await first.reported(({ ok }) => ok !== undefined);
    await using client = await connect();
    const store = redisTokens(client, { encryptionKey });
    const [key = ""] = (await client.keys("wisekit:tokens:*")).map((name) => /\{(.*)\}$/.exec(name)?.[1] ?? "");
    expect((await store.get(key))?.accessToken).toBe("access-2");
    // The first one uses it from then on.
    first.reports.length = 0;
    first.call();
    await first.reported(({ ok }) => ok === true);
    expect(server.renewals).toHaveLength(2);
  });
});

describe("a process whose Redis is stopped", () => {
  it("uses its access token to the end, then throws TokenStoreError, and renews nothing without the lock", async () => {
    const server = await startOneUserServer(3600);
    await using client = await connect();
    let shiftMs = 0;
    const wise = createClient({
      baseUrl: server.url,
      rateLimits: false,
      clock: {
        now: () => Date.now() + shiftMs,
        setTimeout: (callback, delayMs) => setTimeout(callback, delayMs),
        clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
      },
      auth: userToken({ ...grant, store: redisTokens(client, { encryptionKey, commandTimeoutMs: 1000 }) }),
    });
    const call = () =>
      wise.cards.get(cardArgs).then(
        () => "ok",
        (error: { code: string }) => error.code,
      );
    try {
      expect(await call()).toBe("ok");
      await redis.stop();
      expect(await call()).toBe("ok");
      // Past the moment at which it is renewed in the background.
      shiftMs = 3_590_000;
      expect(await call()).toBe("ok");
      shiftMs = 3_601_000;
      expect(await call()).toBe("ERR_TOKEN_STORE");
      expect(server.renewals).toEqual(["refresh-0"]);
      await redis.start();
      await vi.waitUntil(async () => (await call()) === "ok", { timeout: 60_000, interval: 100 });
      expect(server.renewals).toEqual(["refresh-0", "refresh-1"]);
    } finally {
      await server.close();
    }
  });
});

describe("what redisTokens() writes to Redis", () => {
  async function stored(options: RedisTokensOptions): Promise<string> {
    await using client = await connect();
    await redisTokens(client, options).set("ann", tokens);
    return String(await client.get("wisekit:tokens:{ann}"));
  }

  it("holds nothing readable of the tokens", async () => {
    const text = await stored({ encryptionKey });
    const bytes = Buffer.from(text.split(".")[1] ?? "", "base64url").toString("latin1");
    for (const part of ["access", "refresh", "Ann", "partner", "origin"]) expect(text + bytes).not.toContain(part);
  });

  it("differs each time", async () => {
    expect(await stored({ encryptionKey })).not.toBe(await stored({ encryptionKey }));
  });

  it('is plain text if, and only if, encryption is "none"', async () => {
    expect(JSON.parse(await stored({ encryption: "none" }))).toEqual(tokens);
    const redis = { sendCommand: async () => null };
    const message = 'redisTokens(): either encryptionKey or encryption: "none" is required, and not both';
    expect(() => redisTokens(redis, {})).toThrow(message);
    expect(() => redisTokens(redis, { encryptionKey, encryption: "none" })).toThrow(message);
    expect(() => redisTokens(redis, undefined as never)).toThrow(message);
  });

  it("is read with each of several keys, and then written again with the first", async () => {
    await using client = await connect();
    const read = (keys: string[]) => redisTokens(client, { encryptionKey: keys }).get("ann");
    const old = await stored({ encryptionKey });
    expect(await read([otherKey, encryptionKey])).toEqual(tokens);
    expect(await client.get("wisekit:tokens:{ann}")).not.toBe(old);
    expect(await read([otherKey])).toEqual(tokens);
    await expect(read([encryptionKey])).rejects.toThrow("none of the encryption keys");
  });

  it("is refused when it was changed, or copied to another user", async () => {
    await using client = await connect();
    const store = redisTokens(client, { encryptionKey });
    const text = await stored({ encryptionKey });
    await client.set("wisekit:tokens:{bob}", text);
    await expect(store.get("bob")).rejects.toThrow("changed, or written for another user");
    await client.set("wisekit:tokens:{ann}", `${text.slice(0, -2)}${text.endsWith("AA") ? "BB" : "AA"}`);
    await expect(store.get("ann")).rejects.toThrow("changed, or written for another user");
    await client.set("wisekit:tokens:{ann}", JSON.stringify(tokens));
    await expect(store.get("ann")).rejects.toThrow("none of the encryption keys");
  });

  it.each([
    ["32 bytes", new Uint8Array(Buffer.alloc(32, 7)), true],
    ["32 bytes in base64url", Buffer.alloc(32, 7).toString("base64url"), true],
    ["16 bytes", new Uint8Array(16), false],
    ["a password", "correct horse battery staple", false],
    ["an empty text", "", false],
    ["no key", [], false],
  ])("is encrypted with %s: %s", (_, key, isRight) => {
    const make = (): TokenStore => redisTokens({ sendCommand: async () => null }, { encryptionKey: key });
    if (isRight) expect(make).not.toThrow();
    else expect(make).toThrow(/^redisTokens\(\): encryptionKey must/);
  });

  it.each([
    [{ lockMs: 0 }, "lockMs must be a number > 0 and <= 600000"],
    [{ lockMs: Number.POSITIVE_INFINITY }, "lockMs must be a number > 0 and <= 600000"],
    [{ commandTimeoutMs: Number.NaN }, "commandTimeoutMs must be a number > 0"],
    [{ commandTimeoutMs: "1000" }, "commandTimeoutMs must be a number > 0"],
  ])("is not written by a store with %j", (options, message) => {
    const make = () =>
      redisTokens({ sendCommand: async () => null }, { encryptionKey, ...options } as RedisTokensOptions);
    expect(make).toThrow(new TypeError(`redisTokens(): ${message}`));
  });

  it("waits as long as it takes for a Redis whose commandTimeoutMs is Infinity", async () => {
    await using client = await connect();
    const store = redisTokens(client, { encryptionKey, commandTimeoutMs: Number.POSITIVE_INFINITY });
    await store.set("ann", tokens);
    expect(await store.get("ann")).toEqual(tokens);
  });
});
