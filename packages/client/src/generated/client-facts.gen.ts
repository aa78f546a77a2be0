// Generated from spec/ by `pnpm generate`; edit the contract instead.

/** The documented rate limits of one partner client. */
export const rateLimits = [
  { requests: 100, windowMs: 1000 },
  { requests: 1000, windowMs: 60000 },
] as const;

/** The header that each call option is sent in; an answer has it in the same one. */
export const optionHeaders = {
  correlationId: "x-external-correlation-id",
  oneTimeToken: "x-2fa-approval",
} as const;

/** The header of an answer with Wise's identifier of the call. */
export const traceHeader = "x-trace-id";

/** The header of an answer that says whether strong customer authentication stopped the call. */
export const challengeHeader = "x-2fa-approval-result";

/** What that header says then. */
export const challengeValue = "REJECTED";
