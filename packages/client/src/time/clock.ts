import { abortable } from "./abortable.ts";

/** Time, as the client sees it. Tests give one that they move themselves. */
export interface Clock {
  /** Milliseconds since 1 January 1970. */
  now(): number;
  setTimeout(callback: () => void, delayMs: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** The machine's clock and timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, delayMs) => setTimeout(callback, delayMs),
  clearTimeout: (timer) => clearTimeout(timer as Parameters<typeof clearTimeout>[0]),
};

/** The longest delay that the timers of all platforms can hold, in milliseconds: 24 days. */
export const longestTimerMs: number = 2 ** 31 - 1;

/** A timer for a limit. There is none for a limit that is beyond what timers can hold, such as `Infinity`. */
export function startLimit(clock: Clock, limitMs: number, onLimit: () => void): unknown {
  return limitMs <= longestTimerMs ? clock.setTimeout(onLimit, limitMs) : undefined;
}

/** Resolves after `delayMs`; rejects with the signal's reason as soon as it is aborted. */
export function wait(clock: Clock, delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  let timer: unknown;
  const passed = new Promise<void>((resolve) => {
    timer = clock.setTimeout(resolve, delayMs);
  });
  return abortable(passed, signal).finally(() => clock.clearTimeout(timer));
}
