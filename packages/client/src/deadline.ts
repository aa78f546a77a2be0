import { abortable, onAbort } from "./abortable.ts";
import type { Clock } from "./clock.ts";
import { type Exchange, tookTooLong } from "./send.ts";

/**
 * Waits for what `start` begins, no longer than `limitMs` and than the call may take: until its signal is aborted, or
 * until it is late, which is a `TimeoutError`. `start` is given a signal for both.
 */
export function waitInTime<Value>(
  clock: Clock,
  exchange: Exchange,
  limitMs: number,
  start: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const { signal, deadline } = exchange;
  const controller = new AbortController();
  const late = (): void => controller.abort(tookTooLong(exchange, false));
  const timer = clock.setTimeout(late, Math.min(limitMs, deadline - clock.now()));
  const leave = onAbort(signal, () => controller.abort(signal?.reason));
  return abortable(start(controller.signal), controller.signal).finally(() => {
    clock.clearTimeout(timer);
    leave();
  });
}
