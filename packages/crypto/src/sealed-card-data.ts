import type { CardDetails, CardPin, sealedFields } from "./generated/card-data.gen.ts";
import type { Secret } from "./secret.ts";

/**
 * An answer as the client hands it on: closed. `@wisekit/client` makes it, this package opens it, and this interface
 * is all they share.
 */
export interface SealedCardData<Fields = unknown> {
  /** The body of the answer exactly as received. */
  "~unseal"(): string;
  /** Never there: it carries the type of what is inside. */
  readonly "~fields"?: Fields;
}

/** The fields that the contract marks as a card number, CVV2 or PIN. */
export type SecretField = keyof typeof sealedFields;

/** An opened answer: the fields of the contract, with `Secret` in place of what must not be printed. */
export type OpenedCardData<Fields> = { [Name in keyof Fields]: Name extends SecretField ? Secret : Fields[Name] };

/** What an answer may hold if its type does not say. */
export type AnyCardData = Partial<CardDetails & CardPin>;
