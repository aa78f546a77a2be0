/** A stream that fails as soon as it is too long. */
export interface LimitedStream {
  readonly stream: ReadableStream<Uint8Array>;
  /** Why it failed: it was too long, or what it reads from failed. Nothing, as long as it has not. */
  readonly failure: () => "too long" | "broken" | undefined;
}

/** The same bytes as `source`, as fast as they are taken, up to `maxBytes` of them. */
export function limitStream(source: ReadableStream<Uint8Array> | null, maxBytes: number): LimitedStream {
  const reader = source?.getReader();
  let left = maxBytes;
  let failure: "too long" | "broken" | undefined;
  const read = async (): Promise<Uint8Array | undefined> => {
    try {
      return (await reader?.read())?.value;
    } catch (error) {
      failure = "broken";
      throw error;
    }
  };
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = await read();
        if (!chunk) return controller.close();
        left -= chunk.byteLength;
        if (left >= 0) return controller.enqueue(chunk);
        failure = "too long";
        controller.error(new RangeError("the body is too long"));
        await reader?.cancel();
      },
      cancel: (reason) => reader?.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return { stream, failure: () => failure };
}
