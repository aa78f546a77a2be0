/**
 * The response to `cardData.details` or `cardData.pin`, exactly as it came: an envelope that is passed on and never read
 * here. It prints as `[sealed card data]` and cannot be cloned. `@wisekit/crypto` opens it.
 */
export interface SealedCardData<Fields> {
  /** The body of the response: for the crypto session only. */
  "~unseal"(): string;
  /** Never there: it carries the type of what is inside. */
  readonly "~fields"?: Fields;
}

/** Puts the body of a response into an envelope. No property holds the text, so what prints properties does not find it. */
export function sealCardData(text: string): SealedCardData<never> {
  const print = (): string => "[sealed card data]";
  return Object.freeze({
    "~unseal": () => text,
    toString: print,
    toJSON: print,
    [Symbol.for("nodejs.util.inspect.custom")]: print,
  });
}
