import { onAbort } from "./abortable.ts";
import type { Clock } from "./clock.ts";
import { type Exchange, tookTooLong } from "./send.ts";

/**
 * Gives a call until `limitMs` from now: its signal is then aborted with a `TimeoutError`, or with the caller's reason
 * when that comes first. What it returns is to be called when the call is over, so that no timer and no listener is left.
 */
export function startDeadline(
  clock: Clock,
  limitMs: number,
  signal: AbortSignal | undefined,
  exchange: Exchange,
): () => void {
  const controller = new AbortController();
  const timer = clock.setTimeout(() => controller.abort(tookTooLong(exchange, false)), limitMs);
  const leave = onAbort(signal, () => controller.abort(signal?.reason));
  exchange.signal = controller.signal;
  exchange.deadline = clock.now() + limitMs;
  return () => {
    clock.clearTimeout(timer);
    leave();
  };
}
