import type { RedisClient } from "@wisekit/client/redis";
import type { Redis } from "ioredis";

/** A client of `ioredis`, as `redisTokens` and `redisRateLimits` take it. */
export function fromIoredis(ioredis: Redis): RedisClient {
  return { sendCommand: ([command = "", ...words]) => ioredis.call(command, ...words) };
}
