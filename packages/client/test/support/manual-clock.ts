import type { Clock } from "@wisekit/client";

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Delays of the timers that are set, in the order in which they are due. */
  pending(): number[];
  /** Moves time, and runs what is due on the way. */
  advance(byMs: number): Promise<void>;
  /** Waits until a timer of this delay is set, then moves time past it. */
  passTimer(delayMs: number): Promise<void>;
}

interface Timer {
  readonly dueAt: number;
  readonly callback: () => void;
}

export function createManualClock(startMs = 1_800_000_000_000): ManualClock {
  let nowMs = startMs;
  const timers = new Set<Timer>();
  const inOrder = (): Timer[] => [...timers].sort((a, b) => a.dueAt - b.dueAt);
  const clock: ManualClock = {
    now: () => nowMs,
    setTimeout(callback, delayMs) {
      const timer = { dueAt: nowMs + delayMs, callback };
      timers.add(timer);
      return timer;
    },
    clearTimeout(timer) {
      timers.delete(timer as Timer);
    },
    pending: () => inOrder().map((timer) => timer.dueAt - nowMs),
    async advance(byMs) {
      const until = nowMs + byMs;
      for (;;) {
        await settle();
        const next = inOrder()[0];
        if (!next || next.dueAt > until) break;
        nowMs = next.dueAt;
        timers.delete(next);
        next.callback();
      }
      nowMs = until;
      await settle();
    },
    async passTimer(delayMs) {
      for (let tries = 0; !clock.pending().includes(delayMs); tries += 1) {
        if (tries > 500) throw new Error(`no timer of ${delayMs} ms was set; there are ${clock.pending().join(", ")}`);
        await settle();
      }
      await clock.advance(delayMs);
    },
  };
  return clock;
}

/** Lets everything run that can run without time passing. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
