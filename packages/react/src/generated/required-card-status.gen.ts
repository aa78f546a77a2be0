// Generated from spec/ by `pnpm generate`; edit the contract instead.

/** In which statuses of a card an operation answers. In any other it is refused. */
export const requiredCardStatus = {
  "cardData.details": ["ACTIVE", "FROZEN"],
  "cardData.pin": ["ACTIVE", "FROZEN"],
} as const;
