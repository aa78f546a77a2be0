import type { CallOptions } from "./call-options.ts";

/** Options of a walk through pages. They hold for the call of each page; a one-time token cannot, being for one call. */
export type PageOptions = Omit<CallOptions, "oneTimeToken">;
