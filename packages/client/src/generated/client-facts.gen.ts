// Generated from spec/ by `pnpm generate`; edit the contract instead.

/** The documented rate limits of one partner client. */
export const rateLimits = [
  { requests: 100, windowMs: 1000 },
  { requests: 1000, windowMs: 60000 },
] as const;

/** The header that each call option travels in. */
export const optionHeaders = {
  correlationId: "x-external-correlation-id",
  oneTimeToken: "x-2fa-approval",
} as const;
