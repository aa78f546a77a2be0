/**
 * Every code that an error of this package carries.
 *
 * - `ERR_CARD_DATA_REFUSED`: the answer was not opened; ask again with a new session.
 * - `ERR_KEY_REFUSED`: the encryption key is not one to seal with; do not send anything.
 * - `ERR_SECRET_DISPOSED`: the secret is gone; ask again.
 * - `ERR_CLIPBOARD_NOT_PERMITTED`: the browser did not let the page copy; let the user do it by hand.
 * - `ERR_REVEAL_FRAME`: the isolated frame did not load or is closed; make another.
 */
export type CardDataErrorCode =
  | "ERR_CARD_DATA_REFUSED"
  | "ERR_KEY_REFUSED"
  | "ERR_SECRET_DISPOSED"
  | "ERR_CLIPBOARD_NOT_PERMITTED"
  | "ERR_REVEAL_FRAME";

const brand = Symbol.for("@wisekit/crypto/CardDataError");

/**
 * The root of all errors of this package, and itself the one error for an answer that was not opened. It says nothing
 * of why, and has no `cause`: whoever can change an answer must not learn which check it fell at.
 */
export class CardDataError extends Error {
  override readonly name: string = "CardDataError";
  /** Stable; the message is not. */
  readonly code: CardDataErrorCode;

  constructor(code: CardDataErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    Object.defineProperty(this, brand, { value: true });
  }
}

/** The encryption key is too weak, not RSA, not readable, or not the pinned one. */
export class KeyRefusedError extends CardDataError {
  override readonly name = "KeyRefusedError";

  constructor(reason: string, options?: ErrorOptions) {
    super("ERR_KEY_REFUSED", `The encryption key was refused: ${reason}`, options);
  }
}

/** A secret was asked for its value after `dispose()`. */
export class SecretDisposedError extends CardDataError {
  override readonly name = "SecretDisposedError";

  constructor() {
    super("ERR_SECRET_DISPOSED", "The secret was disposed of: its bytes are gone");
  }
}

/** Whether a value is an error of this package, also when another copy of the package made it. */
export function isCardDataError(value: unknown): value is CardDataError {
  return value instanceof Error && brand in value;
}

/** The one error for an answer that is not opened, whatever the reason. */
export function answerRefused(): CardDataError {
  return new CardDataError(
    "ERR_CARD_DATA_REFUSED",
    "The card data was refused: the answer does not belong to this session, was changed, or does not fit its profile",
  );
}
