import { onAbort } from "./abortable.ts";
import type { Clock } from "./clock.ts";

/** An answer that has been read to its end. */
export interface Received {
  readonly response: Response;
  readonly text: string;
}

/** The attempt took too long. */
export const timedOut: unique symbol = Symbol("timed out");

/** How an attempt ended: with an answer, or with the reason why there is none. */
export type AttemptEnd =
  | { readonly received: Received; readonly error?: undefined }
  | { readonly received?: undefined; readonly error: unknown };

/**
 * One request and its whole answer. Without an answer the reason is the signal's when it was aborted, `timedOut` after
 * `timeoutMs`, else what `fetch` threw. Whatever happens, the request is over and no timer or listener is left.
 */
export function attempt(
  { fetch, clock }: { readonly fetch: typeof globalThis.fetch; readonly clock: Clock },
  url: string,
  init: RequestInit,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<AttemptEnd> {
  return new Promise((resolve) => {
    const controller = new AbortController();
    let leave: (() => void) | undefined;
    const end = (outcome: AttemptEnd): void => {
      clock.clearTimeout(timer);
      leave?.();
      resolve(outcome);
    };
    const stop = (error: unknown): void => {
      end({ error });
      controller.abort(error);
    };
    const timer = clock.setTimeout(() => stop(timedOut), timeoutMs);
    leave = signal && onAbort(signal, () => stop(signal.reason));
    const read = async (): Promise<void> => {
      try {
        const response = await fetch(url, { ...init, signal: controller.signal });
        end({ received: { response, text: await response.text() } });
      } catch (error) {
        end({ error });
      }
    };
    read();
  });
}
