import type { CardDetails, CardPin, sealedFields } from "./generated/card-data.gen.ts";
import type { Secret } from "./secret.ts";

/**
 * A response with card data that has not been opened. `@wisekit/client` creates it and this package opens it. The two
 * packages share this interface and nothing else.
 */
export interface SealedCardData<Fields = unknown> {
  /** The response body exactly as received. */
  "~unseal"(): string;
  /** Does not exist at run time. It carries the type of the fields inside. */
  readonly "~fields"?: Fields;
}

/** The fields that the contract marks as a card number, CVV2 or PIN. */
export type SecretField = keyof typeof sealedFields;

/**
 * An opened response: the fields of the contract, with a `Secret` for each card number, CVV2 and PIN. Where the contract
 * has `null` for one of them, so has this.
 */
export type OpenedCardData<Fields> = {
  [Name in keyof Fields]: Name extends SecretField ? Secret | Extract<Fields[Name], null> : Fields[Name];
};

/** The fields of a response whose type is not known: any of them may be there. */
export type AnyCardData = Partial<CardDetails & CardPin>;
