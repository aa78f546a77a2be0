/**
 * The answer to `cardData.details` or `cardData.pin`, as it came: an envelope that is handed on and never read here.
 * It prints as `[sealed card data]` and cannot be cloned. `@wisekit/crypto` opens it.
 */
export interface SealedCardData<Fields> {
  /** The body of the answer, exactly as received: for the crypto session only. */
  "~unseal"(): string;
  /** Never there: it carries the type of what is inside. */
  readonly "~fields"?: Fields;
}

/** Puts the body of an answer into an envelope. No property holds the text, so nothing that prints properties finds it. */
export function sealCardData(text: string): SealedCardData<never> {
  const print = (): string => "[sealed card data]";
  return Object.freeze({
    "~unseal": () => text,
    toString: print,
    toJSON: print,
    [Symbol.for("nodejs.util.inspect.custom")]: print,
  });
}
