// Generated from spec/ by `pnpm generate` (scripts/generate/emit-card-data.ts); edit the contract instead.

export type {
  CardDetails,
  CardPin,
  EncryptionKey,
  SealedRequest,
} from "@wisekit/spec";

/** Fields of an opened response that are secret, and the kind of secret each one is. */
export const sealedFields = {
  cvv2: "cvv2",
  pan: "pan",
  pin: "pin",
} as const;

/** What a response has at least: one of these sets of secrets. */
export const neededSecrets: readonly (readonly string[])[] = [["pan"], ["pin"]];
