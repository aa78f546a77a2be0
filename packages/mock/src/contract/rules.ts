import type { OpenApiDocument, Schema } from "./document.ts";

/** What the contract says of the API's behaviour beside its shapes (`info.x-rules`, `x-transitions`). */
export interface ContractRules {
  readonly purgeAfterExpiryDays: number;
  readonly wrongPinEntriesAllowed: number;
  readonly lockedUntilFirstChipAndPin: readonly string[];
  readonly accessTokenValiditySeconds: number;
  readonly refreshTokenValiditySeconds: number;
  readonly oneTimeTokenValiditySeconds: number;
  readonly lowRiskWindowSeconds: number;
  readonly scaFailuresUntilBlock: number;
  readonly scaBlockSeconds: number;
  readonly sandboxOtpCode: string;
  /** From a card's status to those that a client may ask for. */
  readonly transitions: Readonly<Record<string, readonly string[]>>;
}

/** Reads the rules of a document. @throws Error if the document does not carry them. */
export function readRules(document: OpenApiDocument): ContractRules {
  const rules = document.info["x-rules"] as Omit<ContractRules, "transitions"> | undefined;
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const transitions = schemas.CardStatusChange?.["x-transitions"] as ContractRules["transitions"] | undefined;
  if (!rules || !transitions) throw new Error("The contract carries neither info.x-rules nor x-transitions.");
  return { ...rules, transitions };
}
