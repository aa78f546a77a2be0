import { assertRateLimits, createSlidingWindows, type RateLimit, type RateLimitStore } from "../call/rate-limits.ts";
import { rateLimits as documentedLimits } from "../generated/client-facts.gen.ts";
import { guard, reportError } from "../observe/report-error.ts";
import { assertOptions } from "../options/assert-options.ts";
import { systemClock } from "../time/clock.ts";
import { steadyTime } from "../time/steady-time.ts";
import { assertRedis, connectionOf, type RedisClient } from "./redis-client.ts";
import { slidingWindowsScript } from "./sliding-windows-script.ts";

/** What `redisRateLimits` takes. */
export interface RedisRateLimitsOptions {
  /**
   * The limits to keep: the same in all processes. `requests` and `windowMs` must be positive.
   * @default the documented limits: 100 requests in 1000 ms and 1000 requests in 60_000 ms
   */
  readonly limits?: readonly RateLimit[] | undefined;
  /**
   * What happens to calls while Redis does not respond. `"fail"`: those that would need a slot throw `QueueError`.
   * `"local"`: each process keeps the limits by itself, so that together they may exceed them.
   * @default "fail"
   */
  readonly onRedisDown?: "fail" | "local" | undefined;
  /**
   * Called with the reason each time Redis goes down.
   * @default `console.warn`, if `onRedisDown` is `"local"`: no call fails then
   */
  readonly onOutage?: ((reason: unknown) => void) | undefined;
  /**
   * Begins the name of the key in Redis. Partners and environments that share a Redis need different ones, because their
   * limits are counted apart.
   * @default "wisekit:"
   */
  readonly prefix?: string | undefined;
  /**
   * How long Redis may take for one command, in milliseconds, before it counts as down. Must be > 0; `Infinity` is no limit.
   * @default 1000
   */
  readonly commandTimeoutMs?: number | undefined;
}

// While Redis is down it is asked so often whether it is back.
const probePauseMs = 1000;

/**
 * Rate limits that all processes with the same Redis keep together: the option `rateLimits` of `createClient`. No sliding
 * window of any limit ever holds more calls than it may, by the clock of Redis.
 *
 * @throws {TypeError} for an unknown or invalid option.
 */
export function redisRateLimits(redis: RedisClient, options: RedisRateLimitsOptions = {}): RateLimitStore {
  const where = "redisRateLimits()";
  assertOptions(where, options, ["limits", "onRedisDown", "onOutage", "prefix", "commandTimeoutMs"]);
  const { limits = documentedLimits, onRedisDown = "fail", prefix = "wisekit:", commandTimeoutMs = 1000 } = options;
  assertRedis(where, redis, commandTimeoutMs);
  assertRateLimits(where, limits);
  if (onRedisDown !== "fail" && onRedisDown !== "local") {
    throw new TypeError(`${where}: onRedisDown must be "fail" or "local"`);
  }
  const connection = connectionOf(redis, commandTimeoutMs);
  const windows = limits.flatMap(({ requests, windowMs }) => [requests, windowMs * 1000]);
  const now = steadyTime(systemClock);
  const local = createSlidingWindows(limits, now);
  let lastGrantAt = 0;
  let down: { readonly reason: unknown; probedAt: number } | undefined;

  /** Asks whether Redis is back, while calls go on without it. */
  function probe(): void {
    if (!down || now() < down.probedAt + probePauseMs) return;
    const outage = down;
    outage.probedAt = Number.POSITIVE_INFINITY;
    redis.sendCommand(["PING"]).then(
      () => {
        down = undefined;
      },
      () => {
        outage.probedAt = now();
      },
    );
  }

  function takeWithoutRedis(reason: unknown): number {
    if (onRedisDown === "local") return local.take();
    throw new Error("Redis is down", { cause: reason });
  }

  return {
    async take() {
      if (down) {
        if (onRedisDown === "local") probe();
        if (onRedisDown === "local" || now() < down.probedAt + probePauseMs) return takeWithoutRedis(down.reason);
        // This call finds out whether Redis is back; those that come meanwhile do not wait for that.
        down.probedAt = now();
      }
      try {
        const reply = await connection.run(slidingWindowsScript, [`${prefix}rate-limits`], [lastGrantAt, ...windows]);
        const [waitMs = 0, grantedAt = 0] = (reply as readonly unknown[]).map(Number);
        down = undefined;
        if (waitMs > 0) return waitMs;
        lastGrantAt = grantedAt;
        // So that the limits hold for this process on its own, should Redis fail in the next moment.
        local.take();
        return 0;
      } catch (reason) {
        if (isMistake(reason)) throw reason;
        const { onOutage = onRedisDown === "local" ? warn : undefined } = options;
        if (onOutage && !down) guard(() => onOutage(reason), reportError);
        down = { reason, probedAt: now() };
        return takeWithoutRedis(reason);
      }
    },
  };
}

function warn(reason: unknown): void {
  // biome-ignore lint/suspicious/noConsole: nobody listens, and limits that are kept no more must not pass unseen
  console.warn("wisekit: Redis is down, each process keeps the rate limits by itself until it is back:", reason);
}

/** Whether Redis did respond, and says that it will never do this: no rights, the key is something else, and so on. */
function isMistake(reason: unknown): boolean {
  return reason instanceof Error && /^(ERR|WRONGTYPE|NOPERM|NOAUTH|WRONGPASS) /.test(reason.message);
}
