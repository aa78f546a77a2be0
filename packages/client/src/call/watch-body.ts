/** A body that tells when it is over. */
export interface WatchedBody {
  readonly stream: ReadableStream<Uint8Array>;
  /** Ends the stream with this error, whether or not anybody reads it. */
  fail(error: unknown): void;
}

/** The same bytes as `body`. `onEnd` is called once: when they have all been read, when reading fails, or when the reader cancels. */
export function watchBody(
  body: ReadableStream<Uint8Array> | null,
  { onEnd, toError }: { readonly onEnd: () => void; readonly toError: (reason: unknown) => unknown },
): WatchedBody {
  const reader = body?.getReader();
  let output: ReadableStreamDefaultController<Uint8Array> | undefined;
  const finish = (close: (output: ReadableStreamDefaultController<Uint8Array>) => void): void => {
    if (!output) return;
    const current = output;
    output = undefined;
    onEnd();
    close(current);
  };
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      output = controller;
    },
    async pull() {
      try {
        const { done = true, value } = (await reader?.read()) ?? {};
        if (done) finish((controller) => controller.close());
        else output?.enqueue(value as Uint8Array);
      } catch (reason) {
        finish((controller) => controller.error(toError(reason)));
      }
    },
    cancel(reason) {
      finish(() => {});
      return reader?.cancel(reason);
    },
  });
  return { stream, fail: (error) => finish((controller) => controller.error(error)) };
}
