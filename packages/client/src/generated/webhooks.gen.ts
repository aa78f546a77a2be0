// Generated from spec/ by `pnpm generate` (scripts/generate/emit-webhooks.ts); edit the contract instead.


/** Every event that Wise delivers. Event and version tell which one it is. */
export type WebhookEvent = never;
