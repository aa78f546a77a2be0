import type { Clock } from "./clock.ts";

/** At most `requests` in any span of `windowMs` milliseconds. */
export interface RateLimit {
  readonly requests: number;
  readonly windowMs: number;
}

/** Lets calls through in the order they came, as fast as the limits allow. */
export interface RateGate {
  /** Nothing if the call may go at once, else a promise for its turn, which rejects when the signal is aborted. */
  enter(signal: AbortSignal | undefined): Promise<void> | undefined;
  /** Lets nobody through for that long. */
  pause(durationMs: number): void;
}

interface Waiting {
  readonly go: () => void;
}

/** A gate for these limits. It remembers when the last calls went, never more than the largest limit of them. */
export function createRateGate(limits: readonly RateLimit[], clock: Clock): RateGate {
  const windows = limits.map(({ requests, windowMs }) => ({
    times: new Array<number>(requests).fill(-Infinity),
    windowMs,
  }));
  const queue = new Set<Waiting>();
  let passed = 0;
  let closedUntil = 0;
  let timer: unknown;

  /** How long the next call has to wait. */
  function delay(now: number): number {
    let until = closedUntil;
    for (const { times, windowMs } of windows) {
      until = Math.max(until, (times[passed % times.length] as number) + windowMs);
    }
    return until - now;
  }

  function pass(now: number): void {
    for (const { times } of windows) times[passed % times.length] = now;
    passed += 1;
  }

  function serve(): void {
    timer = undefined;
    for (const waiting of queue) {
      const now = clock.now();
      const delayMs = delay(now);
      if (delayMs > 0) {
        timer = clock.setTimeout(serve, delayMs);
        return;
      }
      pass(now);
      queue.delete(waiting);
      waiting.go();
    }
  }

  return {
    enter(signal) {
      const now = clock.now();
      if (queue.size === 0 && delay(now) <= 0) {
        pass(now);
        return undefined;
      }
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          queue.delete(waiting);
          if (queue.size === 0) clock.clearTimeout(timer);
          if (queue.size === 0) timer = undefined;
          reject(signal?.reason);
        };
        const waiting: Waiting = {
          go: () => {
            signal?.removeEventListener("abort", leave);
            resolve();
          },
        };
        queue.add(waiting);
        signal?.addEventListener("abort", leave, { once: true });
        timer ??= clock.setTimeout(serve, delay(now));
      });
    },
    pause(durationMs) {
      closedUntil = Math.max(closedUntil, clock.now() + durationMs);
    },
  };
}
