// Generated from spec/ by `pnpm generate`; edit the contract instead.


/** Every event that Wise delivers. Event and version tell which one it is. */
export type WebhookEvent = never;
