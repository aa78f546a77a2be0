import type { RateLimit } from "../contract/rules.ts";

/** Counts calls against limits. */
export interface RateLimiter {
  /** Counts a call, unless there is no room for it. Gives the seconds until there is room; 0 if there was. */
  take(nowMs: number): number;
  /** Forgets all calls. */
  clear(): void;
}

/** Makes a limiter. A window starts with the first call after the one before it ended. */
export function createRateLimiter(limits: readonly RateLimit[]): RateLimiter {
  const windows = limits.map(({ requests, windowSeconds }) => ({
    requests,
    windowSeconds,
    startMs: Number.NEGATIVE_INFINITY,
    used: 0,
  }));
  return {
    take(nowMs) {
      let waitSeconds = 0;
      for (const window of windows) {
        const ageSeconds = (nowMs - window.startMs) / 1000;
        // A clock that was put back starts a new window too.
        if (ageSeconds < 0 || ageSeconds >= window.windowSeconds) {
          window.startMs = nowMs;
          window.used = 0;
        } else if (window.used >= window.requests) {
          waitSeconds = Math.max(waitSeconds, Math.ceil(window.windowSeconds - ageSeconds));
        }
      }
      if (waitSeconds === 0) for (const window of windows) window.used++;
      return waitSeconds;
    },
    clear() {
      for (const window of windows) window.startMs = Number.NEGATIVE_INFINITY;
    },
  };
}
