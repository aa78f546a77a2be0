import type { RedisScript } from "./redis-client.ts";

// A lock is a hash: who owns it, and when it ends by the clock of Redis, in milliseconds. An owner who is late, because the
// process stood still, still finds out there whether another one has come in between. So the hash outlives the lock.

/** Takes a lock for ARGV[1] and ARGV[2] milliseconds. Returns 0, or how long somebody else has it at most. */
export const acquireScript: RedisScript = {
  text: `
local time = redis.call("TIME")
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local left = tonumber(redis.call("HGET", KEYS[1], "ends") or 0) - now
-- What ends later than any lock can was taken before the clock was set back.
if left > 0 and left <= tonumber(ARGV[2]) then return left end
redis.call("HSET", KEYS[1], "owner", ARGV[1], "ends", now + ARGV[2])
redis.call("PEXPIRE", KEYS[1], 3600000)
return 0
`,
};

/** Keeps a lock of ARGV[1] for ARGV[2] more milliseconds. Returns 0 if it has another owner by now. */
export const renewScript: RedisScript = {
  text: `
if redis.call("HGET", KEYS[1], "owner") ~= ARGV[1] then return 0 end
local time = redis.call("TIME")
redis.call("HSET", KEYS[1], "ends", time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[2])
redis.call("PEXPIRE", KEYS[1], 3600000)
return 1
`,
};

/** Gives up a lock of ARGV[1]. */
export const releaseScript: RedisScript = {
  text: `
if redis.call("HGET", KEYS[1], "owner") == ARGV[1] then redis.call("DEL", KEYS[1]) end
return 1
`,
};

/**
 * Writes ARGV[2] to the key KEYS[1], or deletes it if that is empty, as the owner ARGV[1] of the lock KEYS[2]; as nobody's, if
 * that is empty. Returns 0 if the lock has another owner by now.
 */
export const writeScript: RedisScript = {
  text: `
if ARGV[1] ~= "" and redis.call("HGET", KEYS[2], "owner") ~= ARGV[1] then return 0 end
if ARGV[2] == "" then redis.call("DEL", KEYS[1]) else redis.call("SET", KEYS[1], ARGV[2]) end
return 1
`,
};

/** Writes ARGV[2] to the key KEYS[1] if it still holds ARGV[1]. */
export const replaceScript: RedisScript = {
  text: `
if redis.call("GET", KEYS[1]) == ARGV[1] then redis.call("SET", KEYS[1], ARGV[2]) end
return 1
`,
};
