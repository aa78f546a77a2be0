import { onAbort } from "./abortable.ts";
import { timedOut } from "./attempt.ts";
import type { Clock } from "./clock.ts";

/** The time within which a whole call has to be over. */
export interface Deadline {
  /** By the clock, in milliseconds. */
  readonly at: number;
  /** Aborted with `timedOut` at the deadline, or with the caller's reason when that comes first. */
  readonly signal: AbortSignal;
  /** To be called when the call is over, so that no timer and no listener is left. */
  end(): void;
}

/** Starts a deadline that is `limitMs` away. */
export function startDeadline(clock: Clock, limitMs: number, signal: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const timer = clock.setTimeout(() => controller.abort(timedOut), limitMs);
  const leave = onAbort(signal, () => controller.abort(signal?.reason));
  return {
    at: clock.now() + limitMs,
    signal: controller.signal,
    end() {
      clock.clearTimeout(timer);
      leave();
    },
  };
}
