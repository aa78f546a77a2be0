import type { OpenApiDocument, Schema } from "./document.ts";

/** So many calls in so long a time. */
export interface RateLimit {
  readonly requests: number;
  readonly windowSeconds: number;
}

/** What the contract says of the API's behaviour beside its shapes (`info.x-rules`, `info.x-rate-limits`, `x-transitions`). */
export interface ContractRules {
  readonly purgeAfterExpiryDays: number;
  readonly wrongPinEntriesAllowed: number;
  readonly lockedUntilFirstChipAndPin: readonly string[];
  readonly accessTokenValiditySeconds: number;
  /** A refresh ends the access tokens before the last so many. Absent: none. */
  readonly accessTokensOfUserAllowed?: number;
  readonly refreshTokenValiditySeconds: number;
  readonly oneTimeTokenValiditySeconds: number;
  readonly lowRiskWindowSeconds: number;
  readonly scaFailuresUntilBlock: number;
  readonly scaBlockSeconds: number;
  readonly sandboxOtpCode: string;
  /** How many calls one partner client may make. */
  readonly rateLimits: readonly RateLimit[];
  /** From a card's status to those that a client may ask for. */
  readonly transitions: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads the rules of a document, with the transitions of the enum that has the given states.
 * @throws Error if the document does not carry them
 */
export function readRules(document: OpenApiDocument, states: readonly string[]): ContractRules {
  const rules = document.info["x-rules"] as Omit<ContractRules, "transitions" | "rateLimits"> | undefined;
  const rateLimits = document.info["x-rate-limits"] as ContractRules["rateLimits"] | undefined;
  const transitions = findTransitions(document, states);
  if (!rules || !rateLimits || !transitions) {
    throw new Error("The contract lacks info.x-rules, info.x-rate-limits or x-transitions.");
  }
  return { ...rules, rateLimits, transitions };
}

function findTransitions(
  document: OpenApiDocument,
  states: readonly string[],
): ContractRules["transitions"] | undefined {
  const schemas = Object.values((document.components?.schemas ?? {}) as Record<string, Schema>);
  const machine = schemas.find((schema) => {
    const values = schema["x-transitions"] === undefined ? undefined : schema.enum;
    return Array.isArray(values) && states.every((state) => values.includes(state));
  });
  return machine?.["x-transitions"] as ContractRules["transitions"] | undefined;
}
