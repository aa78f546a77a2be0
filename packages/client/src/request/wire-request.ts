/** What goes out, without what the client adds: its address, its token, its own headers. */
export interface WireRequest {
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A stream can be sent once. */
  readonly body: string | FormData | ArrayBuffer | ReadableStream<Uint8Array> | undefined;
  /** The idempotency key that is among the headers, or in the body. Without one a keyed call is not sent twice. */
  readonly idempotencyKey?: string | undefined;
}
