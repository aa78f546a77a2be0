import { abortReason, onAbort } from "../time/abortable.ts";
import { type Clock, startLimit } from "../time/clock.ts";
import { type WatchedBody, watchBody } from "./watch-body.ts";

/** A response and its body: read to the end, or a stream if it is a file. */
export interface ReceivedResponse {
  readonly response: Response;
  /** Empty if it is a file. */
  readonly text: string;
  readonly file?: ReadableStream<Uint8Array> | undefined;
}

/** In place of an error: there was no response in time. */
export const timedOut: unique symbol = Symbol("timed out");

/** How an attempt ended: with a response, or with the reason why there is none. */
export type AttemptOutcome =
  | { readonly received: ReceivedResponse; readonly error?: undefined }
  | { readonly received?: undefined; readonly error: unknown };

/** One request. */
export interface AttemptRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** Asked when a 2xx response is there. Gives something if its body is not to be read here: it is a file, or the caller's. */
  readonly fileLimits: () => FileLimits | undefined;
}

/** What holds while the caller reads a file. */
export interface FileLimits {
  /** How long all of it may take, in milliseconds. */
  readonly timeoutMs: number;
  /** What the stream fails with, given `timedOut` or what `fetch` threw. */
  readonly toError: (reason: unknown) => unknown;
}

/**
 * One request and its whole response. Without a response the reason is the signal's when it was aborted, `timedOut` after
 * `timeoutMs`, else what `fetch` threw. Whatever happens, the request is over then and no timer or listener is left. A
 * file is over when its stream ends, fails or is cancelled.
 */
export function attempt(
  { fetch, clock }: { readonly fetch: typeof globalThis.fetch; readonly clock: Clock },
  { url, init, timeoutMs, signal, fileLimits }: AttemptRequest,
): Promise<AttemptOutcome> {
  return new Promise((resolve) => {
    const controller = new AbortController();
    let timer: unknown;
    let removeListener: (() => void) | undefined;
    let file: FileLimits | undefined;
    let body: WatchedBody | undefined;
    const release = (): void => {
      clock.clearTimeout(timer);
      removeListener?.();
    };
    const end = (outcome: AttemptOutcome): void => {
      release();
      resolve(outcome);
    };
    const stop = (error: unknown): void => {
      end({ error });
      if (file) body?.fail(file.toError(error));
      controller.abort(error);
    };
    const limit = (limitMs: number): void => {
      clock.clearTimeout(timer);
      timer = startLimit(clock, limitMs, () => stop(timedOut));
    };

    limit(timeoutMs);
    removeListener = signal && onAbort(signal, () => stop(abortReason(signal)));
    const receive = async (): Promise<void> => {
      try {
        let response = await fetch(url, { ...init, signal: controller.signal });
        // React Native follows redirects whatever it is told. What came from elsewhere is shown as browsers show a redirect.
        if (wasRedirected(response, url)) response = Response.error();
        file = response.ok ? fileLimits() : undefined;
        if (file) {
          limit(file.timeoutMs);
          body = watchBody(response.body, { onEnd: release, toError: file.toError });
          resolve({ received: { response, text: "", file: body.stream } });
        } else end({ received: { response, text: await response.text() } });
      } catch (error) {
        end({ error });
      }
    };
    receive();
  });
}

function wasRedirected({ redirected, url }: Response, requested: string): boolean {
  if (redirected || !url || url === requested) return redirected;
  return new URL(url).href !== new URL(requested, url).href;
}
