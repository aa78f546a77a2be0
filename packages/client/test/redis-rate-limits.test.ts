import { redisRateLimits } from "@wisekit/client/redis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { fullestWindow, recordGrants } from "../../../scripts/programs/record-grants.ts";
import { type RunningRedis, startRedis } from "../../../scripts/programs/start-redis.ts";
import { json, type LocalServer, startServer } from "./support/local-server.ts";
import { connectRedis } from "./support/redis-connection.ts";
import { type RedisWorker, startWorker, type WorkerOptions } from "./support/redis-workers.ts";
import { card } from "./support/stub-fetch.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const limits = [
  { requests: 20, windowMs: 200 },
  { requests: 100, windowMs: 3000 },
];

let redis: RunningRedis;
let server: LocalServer;
let workers: RedisWorker[] = [];
const connect = () => connectRedis(redis.socketPath);

beforeAll(async () => {
  redis = await startRedis();
  server = await startServer(json(card));
});

beforeEach(async () => {
  await using client = await connect();
  await client.flushAll();
  server.seen.length = 0;
});

afterEach(() => {
  for (const worker of workers) worker.process.kill("SIGKILL");
  workers = [];
});

afterAll(async () => {
  await server.close();
  await redis.close();
});

async function startFour(options: Partial<WorkerOptions> = {}): Promise<void> {
  const shared = { socketPath: redis.socketPath, url: server.url, limits, ...options };
  const shiftsMs = [0, 5000, -5000, 2500];
  workers = await Promise.all(shiftsMs.map((clockShiftMs) => startWorker({ ...shared, clockShiftMs })));
}

const eachReports = (fits: Parameters<RedisWorker["reported"]>[0]) =>
  Promise.all(workers.map((worker) => worker.reported(fits)));

describe("four processes with one Redis, whose clocks differ by up to 10 s", () => {
  it("never pass the limits together, and use at least 95 % of them", async () => {
    const grants = await recordGrants(redis.socketPath);
    await startFour();
    for (const worker of workers) worker.saturate();
    await vi.waitUntil(() => grants.times.length >= 220, { timeout: 60_000, interval: 50 });
    for (const worker of workers) worker.rest();
    grants.close();
    expect(fullestWindow(grants.times, 200)).toBeLessThanOrEqual(20);
    expect(fullestWindow(grants.times, 3000)).toBeLessThanOrEqual(100);
    // The first hundred leave at once; what follows shows how well slots are used that come free one by one.
    expect(fullestWindow(grants.times.slice(100), 3000)).toBeGreaterThanOrEqual(95);
    // Nothing is sent without a grant, and every process has its share.
    expect(server.seen.length).toBeLessThanOrEqual(grants.times.length);
    for (const { reports } of workers) expect(reports.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  });

  it("fail while Redis is stopped, go on when it is back, and pass no limit even so", async () => {
    const before = await recordGrants(redis.socketPath);
    await startFour({ onRedisDown: "fail" });
    for (const worker of workers) worker.saturate();
    await eachReports(({ ok }) => ok === true);
    await redis.stop();
    await eachReports(({ code }) => code === "ERR_QUEUE");
    for (const { reports } of workers) reports.length = 0;
    await redis.start();
    const after = await recordGrants(redis.socketPath);
    await eachReports(({ ok }) => ok === true);
    await vi.waitUntil(() => after.times.length >= 150, { timeout: 60_000, interval: 50 });
    const refills = new Set(after.times.filter((time, index) => after.times[index + 1] === time));
    const times = [...before.times, ...after.times.filter((time) => !refills.has(time))];
    expect(fullestWindow(times, 200)).toBeLessThanOrEqual(20);
    expect(fullestWindow(times, 3000)).toBeLessThanOrEqual(100);
    after.close();
  });

  it("each keep the limits by themselves while Redis is stopped, if they are told to", async () => {
    await startFour({ onRedisDown: "local" });
    await redis.stop();
    const [worker] = workers as [RedisWorker];
    for (let count = 0; count < 15; count += 1) worker.call();
    await vi.waitUntil(() => server.seen.length === 15, { timeout: 60_000, interval: 20 });
    await redis.start();
    const grants = await recordGrants(redis.socketPath);
    worker.saturate();
    // Redis gives slots again.
    await vi.waitUntil(() => grants.times.length > 0, { timeout: 60_000, interval: 20 });
    grants.close();
    expect(worker.reports.some(({ ok }) => ok === false)).toBe(false);
  });
});

describe("redisRateLimits()", () => {
  const one = [{ requests: 1, windowMs: 60_000 }];

  it("gives a slot, and then the milliseconds until the next", async () => {
    await using client = await connect();
    const store = redisRateLimits(client, { limits: [{ requests: 2, windowMs: 60_000 }] });
    expect([await store.take(), await store.take()]).toEqual([0, 0]);
    const waitMs = await store.take();
    expect(waitMs).toBeGreaterThan(30_000);
    expect(waitMs).toBeLessThanOrEqual(60_001);
  });

  it("counts partners apart that have different prefixes", async () => {
    await using client = await connect();
    const stores = ["a:", "b:"].map((prefix) => redisRateLimits(client, { limits: one, prefix }));
    expect(await Promise.all(stores.map((store) => store.take()))).toEqual([0, 0]);
  });

  it("waits one window, and no hour, when the clock of Redis was set back by an hour", async () => {
    await using client = await connect();
    const inAnHour = (Date.now() + 3_600_000) * 1000;
    await client.lPush("wisekit:rate-limits", String(inAnHour));
    const store = redisRateLimits(client, { limits: [{ requests: 1, windowMs: 50 }] });
    expect(await store.take()).toBeLessThanOrEqual(51);
    await vi.waitUntil(async () => (await store.take()) === 0, { timeout: 10_000, interval: 20 });
  });

  it("sends the script again to a Redis that has forgotten it", async () => {
    await using client = await connect();
    const store = redisRateLimits(client, { limits: [{ requests: 2, windowMs: 60_000 }] });
    await store.take();
    await client.scriptFlush();
    expect(await store.take()).toBe(0);
  });

  it.each(["fail", "local"] as const)(
    "throws what Redis says of a mistake, whatever onRedisDown is: %s",
    async (onRedisDown) => {
      await using client = await connect();
      await client.set("wisekit:rate-limits", "of another program");
      await expect(redisRateLimits(client, { onRedisDown }).take()).rejects.toThrow("WRONGTYPE");
    },
  );

  it("gives a slot to the first call that comes after Redis is back, however late that is", async () => {
    await using client = await connect();
    let isDown = true;
    const store = redisRateLimits(
      { sendCommand: (command) => (isDown ? Promise.reject(new Error("gone")) : client.sendCommand([...command])) },
      { limits: one },
    );
    await expect(store.take()).rejects.toThrow("Redis is down");
    isDown = false;
    const later = Date.now() + 3_600_000;
    const now = vi.spyOn(Date, "now").mockReturnValue(later);
    expect(await store.take()).toBe(0);
    now.mockRestore();
  });

  it("tells of an outage once", async () => {
    const outages: unknown[] = [];
    const reason = new Error("connection lost");
    const store = redisRateLimits(
      { sendCommand: () => Promise.reject(reason) },
      { limits: one, onRedisDown: "local", onOutage: (error) => outages.push(error) },
    );
    expect([await store.take(), (await store.take()) > 0]).toEqual([0, true]);
    expect(outages).toEqual([reason]);
  });

  it.each([
    [{ limits: [{ requests: 0, windowMs: 1 }] }, "rateLimits: requests must be an integer >= 1"],
    [{ onRedisDown: "ignore" }, 'onRedisDown must be "fail" or "local"'],
    [{ commandTimeoutMs: 0 }, "commandTimeoutMs must be a number > 0"],
  ])("rejects %j", (options, message) => {
    const client = { sendCommand: async () => undefined };
    expect(() => redisRateLimits(client, options as object)).toThrow(`redisRateLimits(): ${message}`);
  });

  it("rejects what is no client of Redis", () => {
    expect(() => redisRateLimits({} as never)).toThrow("redisRateLimits(): redis must be a client with sendCommand()");
  });
});
