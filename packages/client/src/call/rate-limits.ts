/** At most `requests` in any span of `windowMs` milliseconds. */
export interface RateLimit {
  readonly requests: number;
  readonly windowMs: number;
}

/** Counts calls against limits. One that processes share, such as that of `@wisekit/client/redis`, keeps the limits for all. */
export interface RateLimitStore {
  /**
   * Takes a slot and gives 0, or gives the milliseconds after which it is worth asking again. A client asks once at a
   * time. What this throws ends the calls that wait, with a `QueueError`.
   */
  take(): number | Promise<number>;
}

/** Throws a `TypeError` for what cannot be the option `rateLimits`, and for a limit that cannot be kept. */
export function assertRateLimits(where: string, limits: readonly RateLimit[] | RateLimitStore | false): void {
  if (!limits || (!Array.isArray(limits) && typeof (limits as RateLimitStore).take === "function")) return;
  for (const { requests, windowMs } of limits as readonly RateLimit[]) {
    if (Number.isInteger(requests) && requests > 0 && windowMs > 0) continue;
    throw new TypeError(`${where}: rateLimits: requests must be an integer >= 1, and windowMs a number > 0`);
  }
}

/** Limits in the memory of this process. It remembers when the last calls left, as many as the largest limit counts. */
export function createSlidingWindows(limits: readonly RateLimit[], now: () => number): { take(): number } {
  const windows = limits.map(({ requests, windowMs }) => ({
    windowMs,
    times: new Float64Array(requests).fill(-Infinity),
  }));
  let taken = 0;
  return {
    take() {
      const time = now();
      let delayMs = 0;
      for (const { times, windowMs } of windows) {
        delayMs = Math.max(delayMs, (times[taken % times.length] ?? -Infinity) + windowMs - time);
      }
      if (delayMs > 0) return delayMs;
      for (const { times } of windows) times[taken % times.length] = time;
      taken += 1;
      return 0;
    },
  };
}
