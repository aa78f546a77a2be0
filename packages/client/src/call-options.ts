import type { SharedOptions } from "./client-options.ts";

/** Options of one call, beside its arguments. They win over the client's options of the same name. */
export interface CallOptions extends SharedOptions {
  /** Ends the call: before it is sent, while it waits and while its answer streams. */
  readonly signal?: AbortSignal | undefined;
  /** An identifier of your own, at most 36 characters, that Wise sends back (`X-External-Correlation-Id`). */
  readonly correlationId?: string | undefined;
  /** A one-time token whose challenges have been passed (`x-2fa-approval`). It is spent by the call. */
  readonly oneTimeToken?: string | undefined;
}
