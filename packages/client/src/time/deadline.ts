import { abortReason, onAbort } from "./abortable.ts";
import { type Clock, startLimit } from "./clock.ts";

/** The end of a wait. */
export interface Deadline {
  readonly limitMs: number;
  /** The error when the time is over. */
  readonly lateError: () => Error;
  readonly signal: AbortSignal | undefined;
}

/**
 * Waits for what `start` begins: until `limitMs` have passed, which throws `lateError`, or until the signal is aborted,
 * which throws its reason. `start` is given a signal for both. No timer or listener is left behind.
 */
export function withDeadline<Value>(
  clock: Clock,
  { limitMs, lateError, signal }: Deadline,
  start: (signal: AbortSignal) => PromiseLike<Value>,
): Promise<Value> {
  const controller = new AbortController();
  let release = (): void => {};
  const stopped = new Promise<never>((_, reject) => {
    const stop = (reason: unknown): void => {
      reject(reason);
      controller.abort(reason);
    };
    const timer = startLimit(clock, limitMs, () => stop(lateError()));
    const removeListener = onAbort(signal, () => stop(abortReason(signal)));
    release = () => {
      clock.clearTimeout(timer);
      removeListener();
    };
  });
  return Promise.race([stopped, start(controller.signal)]).finally(release);
}
