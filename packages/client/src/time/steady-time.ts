import type { Clock } from "./clock.ts";

/** The time of a clock in milliseconds, which goes on even when the clock is set back. */
export function steadyTime(clock: Clock): () => number {
  let latest = 0;
  let shiftMs = 0;
  return () => {
    const now = clock.now();
    shiftMs = Math.max(shiftMs, latest - now);
    latest = now + shiftMs;
    return latest;
  };
}
