/** What came back with the value of a call. */
export interface CallResult<Data> {
  readonly data: Data;
  /** Status and headers of the last attempt. Its body has been read. */
  readonly response: Response;
  /** Wise's identifier of the call (`x-trace-id`). Quote it to support. */
  readonly traceId: string | undefined;
  /** The correlation id that was sent, as Wise gave it back. */
  readonly correlationId: string | undefined;
}

/** A call that is under way: the promise of its value. */
export interface WiseCall<Data> extends Promise<Data> {
  /** The value together with the response that carried it. Throws what the call itself throws. */
  withResponse(): Promise<CallResult<Data>>;
}
