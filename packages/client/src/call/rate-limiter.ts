import { onAbort } from "../time/abortable.ts";
import type { Clock } from "../time/clock.ts";

/** At most `requests` in any span of `windowMs` milliseconds. */
export interface RateLimit {
  readonly requests: number;
  readonly windowMs: number;
}

/** Gives slots to calls in the order in which they come, as fast as the limits allow. */
export interface RateLimiter {
  /** Takes a slot, if one is free at once. */
  enter(): boolean;
  /** Waits in the queue for a slot. The place is given up when the signal is aborted. */
  wait(signal: AbortSignal | undefined): Promise<void>;
  /** Gives no slot for that long. */
  pause(durationMs: number): void;
}

/** Throws a `TypeError` for a limit that cannot be kept. */
export function assertRateLimits(where: string, limits: readonly RateLimit[]): void {
  for (const { requests, windowMs } of limits) {
    if (Number.isInteger(requests) && requests > 0 && windowMs > 0) continue;
    throw new TypeError(`${where}: rateLimits: requests must be an integer >= 1, and windowMs a number > 0`);
  }
}

/** A limiter for these limits. It remembers when the last calls left, as many as the largest limit counts. */
export function createRateLimiter(limits: readonly RateLimit[], clock: Clock): RateLimiter {
  const windows = limits.map(({ requests, windowMs }) => ({
    windowMs,
    times: new Float64Array(requests).fill(-Infinity),
  }));
  const queue = new Set<() => void>();
  let taken = 0;
  let pausedUntil = 0;
  let timer: unknown;
  let latest = 0;
  let shiftMs = 0;

  /** The time, which goes on even when the clock is set back. */
  function time(): number {
    const now = clock.now();
    shiftMs = Math.max(shiftMs, latest - now);
    latest = now + shiftMs;
    return latest;
  }

  /** Takes a slot and returns 0, or returns the milliseconds until one is free. */
  function takeSlot(now: number): number {
    let delayMs = pausedUntil - now;
    for (const { times, windowMs } of windows) {
      delayMs = Math.max(delayMs, (times[taken % times.length] ?? -Infinity) + windowMs - now);
    }
    if (delayMs > 0) return delayMs;
    for (const { times } of windows) times[taken % times.length] = now;
    taken += 1;
    return 0;
  }

  function serveQueue(): void {
    clock.clearTimeout(timer);
    timer = undefined;
    for (const leaveQueue of queue) {
      const delayMs = takeSlot(time());
      if (delayMs) {
        timer = clock.setTimeout(serveQueue, delayMs);
        return;
      }
      queue.delete(leaveQueue);
      leaveQueue();
    }
  }

  return {
    enter: () => queue.size === 0 && takeSlot(time()) === 0,
    wait: (signal) =>
      new Promise((resolve, reject) => {
        const leaveQueue = (): void => {
          removeListener();
          resolve();
        };
        queue.add(leaveQueue);
        const removeListener = onAbort(signal, () => {
          queue.delete(leaveQueue);
          if (queue.size === 0) serveQueue();
          reject(signal?.reason);
        });
        if (queue.size === 1) serveQueue();
      }),
    pause(durationMs) {
      pausedUntil = Math.max(pausedUntil, time() + durationMs);
    },
  };
}
