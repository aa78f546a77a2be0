// One of several processes that share a Redis. It does what its parent's messages say, and reports each call that ended.
import { createClient, userToken } from "@wisekit/client";
import { redisRateLimits, redisTokens } from "@wisekit/client/redis";
import { connectRedis } from "./redis-connection.ts";
import type { WorkerOptions, WorkerReport } from "./redis-workers.ts";
import { cardArgs } from "./stub-fetch.ts";

const {
  socketPath,
  url,
  limits,
  onRedisDown,
  tokens,
  clockShiftMs = 0,
}: WorkerOptions = JSON.parse(process.argv[2] ?? "");
const redis = await connectRedis(socketPath);

const wise = createClient({
  baseUrl: url,
  maxRetries: 0,
  clock: {
    now: () => Date.now() + clockShiftMs,
    setTimeout: (callback, delayMs) => setTimeout(callback, delayMs),
    clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
  },
  rateLimits: limits ? redisRateLimits(redis, { limits, onRedisDown, commandTimeoutMs: 1000 }) : false,
  auth: tokens ? userToken({ ...tokens.grant, store: redisTokens(redis, tokens.options) }) : "any-token",
});

let isSaturating = false;

process.on("message", (message: "call" | "saturate" | "rest") => {
  isSaturating = message === "saturate";
  if (message === "call") call();
  if (isSaturating) for (let count = 0; count < 30; count += 1) callOnAndOn();
});
report({ ready: true });

async function call(): Promise<void> {
  try {
    await wise.cards.get(cardArgs);
    report({ ok: true });
  } catch (error) {
    const { code, cause } = error as { code?: string; cause?: unknown };
    report({ ok: false, code: code ?? String(error), cause: String(cause) });
    // A call that fails at once is not to fail a thousand times before Redis is back.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function callOnAndOn(): Promise<void> {
  while (isSaturating) await call();
}

function report(what: WorkerReport): void {
  process.send?.(what);
}
