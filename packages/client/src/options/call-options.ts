import type { ContractOptions } from "../generated/options.gen.ts";
import type { SharedOptions } from "./shared-options.ts";

/** Options of one call, beside its arguments. They win over the client's options of the same name. */
export interface CallOptions extends SharedOptions, ContractOptions {
  /**
   * Ends the call: before it is sent, while it waits and while its response is read. The call throws the signal's reason.
   * @default none
   */
  readonly signal?: AbortSignal | undefined;
}

/** Options of a call that is sent with an idempotency key. */
export interface KeyedCallOptions extends CallOptions {
  /**
   * Marks calls that are one and the same: Wise carries out the first of them only. It is sent with every attempt, so the
   * call is retried like a read. Who may be restarted before the call is over stores a key of his own first, and repeats
   * the call with it.
   * @default a new UUID for each call
   */
  readonly idempotencyKey?: string | undefined;
}

/** Options of a walk through pages. They hold for the call of each page; a one-time token cannot, being for one call. */
export interface PageOptions extends Omit<CallOptions, "oneTimeToken"> {}
