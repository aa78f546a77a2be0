// Generated from spec/ by `pnpm generate` (scripts/generate/emit-constants.ts); edit the contract instead.

/** From a present status to the statuses that may be asked for. A status that is not here allows none. */
export const cardStatusTransitions = {
  ACTIVE: ["FROZEN", "BLOCKED"],
  FROZEN: ["ACTIVE", "BLOCKED"],
  INACTIVE: ["ACTIVE", "BLOCKED"],
} as const;
