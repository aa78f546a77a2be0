const printed = "[sealed card data]";
const texts = new WeakMap<SealedCardData<unknown>, string>();

/**
 * The answer to `cardData.details` or `cardData.pin`, as it came: an envelope that is handed on and never read here.
 * It prints as `[sealed card data]`, and a clone of it is empty. `@wisekit/crypto` opens it.
 */
export interface SealedCardData<Fields> {
  /** The body of the answer, exactly as received: for the crypto session only. */
  "~unseal"(): string;
  /** Never there: it carries the type of what is inside. */
  readonly "~fields"?: Fields;
}

class Envelope implements SealedCardData<never> {
  "~unseal"(): string {
    return texts.get(this) ?? "";
  }

  toString(): string {
    return printed;
  }

  toJSON(): string {
    return printed;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return printed;
  }
}

/** Puts the body of an answer into an envelope. The text is kept beside the object, where no printer finds it. */
export function sealCardData(text: string): SealedCardData<never> {
  const envelope = Object.freeze(new Envelope());
  texts.set(envelope, text);
  return envelope;
}
