import { onAbort } from "./abortable.ts";
import type { Clock } from "./clock.ts";

/** At most `requests` in any span of `windowMs` milliseconds. */
export interface RateLimit {
  readonly requests: number;
  readonly windowMs: number;
}

/** Lets calls through in the order they came, as fast as the limits allow. */
export interface RateGate {
  /** Lets the call through, if it may go at once. */
  enter(): boolean;
  /** A place in the queue: resolves when it is its turn, and is given up when the signal is aborted. */
  wait(signal: AbortSignal | undefined): Promise<void>;
  /** Lets nobody through for that long. */
  pause(durationMs: number): void;
}

/** A gate for these limits. It remembers when the last calls went, as many as the largest limit counts. */
export function createRateGate(limits: readonly RateLimit[], clock: Clock): RateGate {
  const windows = limits.map(({ requests, windowMs }) => {
    if (!(requests > 0 && windowMs > 0)) throw new TypeError("rateLimits must be a number from 1");
    return { windowMs, times: new Array(requests).fill(-Infinity) };
  });
  const queue = new Set<() => void>();
  let passed = 0;
  let closedUntil = 0;
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

  /** Lets a call through, or says how long it has to wait. */
  function tryPass(now: number): number {
    let delayMs = closedUntil - now;
    for (const { times, windowMs } of windows) {
      delayMs = Math.max(delayMs, times[passed % times.length] + windowMs - now);
    }
    if (delayMs > 0) return delayMs;
    for (const { times } of windows) times[passed % times.length] = now;
    passed += 1;
    return 0;
  }

  function serve(): void {
    clock.clearTimeout(timer);
    timer = undefined;
    for (const go of queue) {
      const delayMs = tryPass(time());
      if (delayMs) {
        timer = clock.setTimeout(serve, delayMs);
        return;
      }
      queue.delete(go);
      go();
    }
  }

  return {
    enter: () => !queue.size && !tryPass(time()),
    wait: (signal) =>
      new Promise((resolve, reject) => {
        const go = (): void => {
          leave();
          resolve();
        };
        queue.add(go);
        const leave = onAbort(signal, () => {
          queue.delete(go);
          if (!queue.size) serve();
          reject(signal?.reason);
        });
        if (queue.size === 1) serve();
      }),
    pause(durationMs) {
      closedUntil = Math.max(closedUntil, time() + durationMs);
    },
  };
}
