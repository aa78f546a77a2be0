// Generated from spec/ by `pnpm generate` (scripts/generate/emit-react-options.ts); edit the contract instead.

/** The card statuses that an operation requires; in any other it fails. */
export const requiredCardStatus = {
  "cardData.details": ["ACTIVE", "FROZEN"],
  "cardData.pin": ["ACTIVE", "FROZEN"],
} as const;
