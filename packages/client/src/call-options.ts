/** Options of one call, beside its arguments. They win over the client's options of the same name. */
export interface CallOptions {
  /** Ends the call: before it is sent, while it waits and while its answer streams. */
  readonly signal?: AbortSignal | undefined;
  /** How long one attempt may take, answer included, in milliseconds. Default: the client's, 60 000. */
  readonly timeoutMs?: number | undefined;
  /** How long all attempts and waits together may take, in milliseconds. Default: the client's, no limit. */
  readonly totalTimeoutMs?: number | undefined;
  /** How often the call may be repeated where the contract allows it. Default: the client's, 2. */
  readonly maxRetries?: number | undefined;
  /** Further headers to send. They cannot replace those that the client sets itself. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** An identifier of your own, at most 36 characters, that Wise sends back (`X-External-Correlation-Id`). */
  readonly correlationId?: string | undefined;
  /** A one-time token whose challenges have been passed (`x-2fa-approval`). It is spent by the call. */
  readonly oneTimeToken?: string | undefined;
}
