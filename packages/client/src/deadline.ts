import { abortable, onAbort } from "./abortable.ts";
import type { Clock } from "./clock.ts";
import { type Exchange, tookTooLong } from "./send.ts";

/**
 * Waits for what `start` begins, no longer than the call may take: until its signal is aborted, or until its deadline,
 * which is a `TimeoutError`. `start` is given a signal for both.
 */
export async function waitInTime<Value>(
  clock: Clock,
  exchange: Exchange,
  start: (signal: AbortSignal | undefined) => Promise<Value>,
): Promise<Value> {
  const { signal, deadline } = exchange;
  const controller = new AbortController();
  const timer = clock.setTimeout(() => controller.abort(tookTooLong(exchange, false)), deadline - clock.now());
  const leave = onAbort(signal, () => controller.abort(signal?.reason));
  try {
    return await abortable(start(controller.signal), controller.signal);
  } finally {
    clock.clearTimeout(timer);
    leave();
  }
}
