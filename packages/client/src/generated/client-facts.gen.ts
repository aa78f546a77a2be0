// Generated from spec/ by `pnpm generate` (scripts/generate/emit-constants.ts); edit the contract instead.

import type { ResponseFacts } from "../response/headers.ts";

/** The documented rate limits of one partner. */
export const rateLimits = [{ requests: 100, windowMs: 1000 }, { requests: 1000, windowMs: 60000 }] as const;

/** Which headers of responses say what. */
export const responseFacts: ResponseFacts = {
  traceId: "x-trace-id",
  correlationId: "x-external-correlation-id",
  oneTimeToken: "x-2fa-approval",
  challenge: { header: "x-2fa-approval-result", value: "REJECTED" },
  errorHeaders: [
    "x-trace-id",
    "x-external-correlation-id",
    "www-authenticate",
    "retry-after",
    "x-rate-limited-by",
    "x-2fa-approval-result",
  ],
  userLimit: { header: "x-rate-limited-by", value: "user" },
};
