import { createClient } from "@wisekit/client";
import { redisRateLimits } from "@wisekit/client/redis";
import { createClient as createRedis } from "redis";
import { fullestWindow } from "../programs/record-grants.ts";
import { type RunningRedis, startRedis } from "../programs/start-redis.ts";
import { type Bench, judge, type Report } from "./harness/report.ts";
import { saturate } from "./redis/saturate.ts";

const seconds = 75;
const calls = 4000;

/** Rate limits that processes share: whether they keep and use Wise's own, and what they add to a call. */
export const bench: Bench = {
  title: "redis: rate limits of four processes, and what they add to a call",
  async *run() {
    const redis = await startRedis();
    try {
      yield await addedLatency(redis);
      yield await documentedLimits(redis);
    } finally {
      await redis.close();
    }
  },
};

async function addedLatency({ socketPath }: RunningRedis): Promise<Report> {
  const redis = createRedis({ url: `unix://${socketPath}` });
  await redis.connect();
  const fetch = async (): Promise<Response> => new Response('{"token":"a"}');
  // Windows as large as Wise's, which are over before they are full: no call waits.
  const limits = [
    { requests: 100, windowMs: 1 },
    { requests: 1000, windowMs: 20 },
  ];
  const shared = { baseUrl: "http://127.0.0.1:9", fetch };
  const clients = [
    createClient({ ...shared, rateLimits: false }),
    createClient({ ...shared, rateLimits: redisRateLimits(redis, { limits }) }),
  ];
  const times: number[][] = [[], []];
  for (let call = 0; call < calls; call += 1) {
    for (const [index, client] of clients.entries()) {
      const startedAt = performance.now();
      await client.cards.get({ profileId: 1, cardToken: "a" });
      times[index]?.push(performance.now() - startedAt);
    }
  }
  await redis.close();
  const [without = [], with_ = []] = times.map((list) => list.slice(calls / 10).sort((a, b) => a - b));
  const at = (list: readonly number[], part: number): number => list[Math.floor(list.length * part)] ?? Number.NaN;
  return {
    title: "Added latency",
    method: `${calls} calls each, in turn, of a fetch that responds from memory; Redis on a Unix socket of this machine.`,
    columns: ["limits", "median ms", "95th percentile ms"],
    rows: [
      ["none", at(without, 0.5), at(without, 0.95)],
      ["Redis", at(with_, 0.5), at(with_, 0.95)],
    ],
    verdicts: [judge("Redis adds at most 0.3 ms at the median", at(with_, 0.5) - at(without, 0.5), { atMost: 0.3 })],
  };
}

async function documentedLimits({ socketPath }: RunningRedis): Promise<Report> {
  const times = await saturate(socketPath, { processes: 4, seconds });
  const inSecond = fullestWindow(times, 1000);
  const inMinute = fullestWindow(times, 60_000);
  return {
    title: "Wise's own limits",
    method: `Four processes call for ${seconds} s as fast as they may. The times are those that Redis wrote down for each slot.`,
    columns: ["window", "limit", "fullest window"],
    rows: [
      ["1 s", 100, inSecond],
      ["60 s", 1000, inMinute],
    ],
    verdicts: [
      judge("no second holds more than 100 calls", inSecond, { atMost: 100 }),
      judge("no minute holds more than 1000 calls", inMinute, { atMost: 1000 }),
      judge("the fullest second is used by 95 %", inSecond, { atLeast: 95 }),
      judge("the fullest minute is used by 95 %", inMinute, { atLeast: 950 }),
    ],
  };
}
