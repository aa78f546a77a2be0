import type { RedisScript } from "./redis-client.ts";

/** Takes a slot of rate limits that processes share. */
export const slidingWindowsScript: RedisScript = {
  text: `
-- Exact sliding windows: wherever a window is laid, it holds no more grants than it may.
--
-- KEYS[1]  A list with the time of each grant, the newest first, as long as the largest window counts. Where a window
--          may hold n grants, it has room for another if the n-th newest lies outside of it.
-- ARGV[1]  When the caller was last granted a slot; 0 if it never was, or before its process began.
-- ARGV[2], ARGV[3] and so on in pairs: how many grants a window may hold, and how long it is.
--
-- Returns { 0, time of the grant }, or { milliseconds after which it is worth asking again, 0 }.
-- Times are Redis' own, in microseconds since 1970: the clocks of callers do not matter.

local grants = KEYS[1]
local seconds, microseconds = unpack(redis.call("TIME"))
local now = seconds * 1000000 + microseconds

local most, longest = 0, 0
for i = 2, #ARGV, 2 do
  most = math.max(most, tonumber(ARGV[i]))
  longest = math.max(longest, tonumber(ARGV[i + 1]))
end

local function time_of(index)
  return tonumber(redis.call("LINDEX", grants, index) or 0)
end

local function add_grant()
  redis.call("LPUSH", grants, string.format("%.0f", now))
end

-- A Redis that was restarted, emptied or replaced may have lost grants: the caller's own last one is not in the list, and
-- newer ones have not displaced it either. A clock that was set back makes grants of the future. In both cases it is not
-- known what the windows hold. They count as full from now on.
local own, newest, oldest = tonumber(ARGV[1]), time_of(0), time_of(-1)
local is_recent = own <= now and own > now - longest
local is_known = newest >= own and (oldest <= own or redis.call("LLEN", grants) >= most)
if newest > now or (is_recent and not is_known) then
  redis.call("DEL", grants)
  for _ = 1, most do add_grant() end
  redis.call("PEXPIRE", grants, math.ceil(longest / 1000))
end

local wait = 0
for i = 2, #ARGV, 2 do
  local nth_newest = time_of(ARGV[i] - 1)
  -- At the very end of a window the grant at its start still counts.
  if nth_newest > 0 then wait = math.max(wait, nth_newest + ARGV[i + 1] + 1 - now) end
end
if wait > 0 then return { math.ceil(wait / 1000), 0 } end

add_grant()
redis.call("LTRIM", grants, 0, most - 1)
redis.call("PEXPIRE", grants, math.ceil(longest / 1000))
return { 0, now }
`,
};
