/**
 * Every code that an error of this package carries.
 *
 * - `ERR_CARD_DATA_REFUSED`: the response was not opened. Call again with a new session.
 * - `ERR_KEY_REFUSED`: the encryption key is not safe to use. Send nothing.
 * - `ERR_SECRET_DISPOSED`: the secret has been disposed of. Call again for a new one.
 * - `ERR_CLIPBOARD_NOT_PERMITTED`: the browser does not let the page copy. Show the secret for the user to copy.
 * - `ERR_REVEAL_FRAME`: the isolated frame did not load, is closed or failed. Create another.
 */
export type CardDataErrorCode =
  | "ERR_CARD_DATA_REFUSED"
  | "ERR_KEY_REFUSED"
  | "ERR_SECRET_DISPOSED"
  | "ERR_CLIPBOARD_NOT_PERMITTED"
  | "ERR_REVEAL_FRAME";

const brand = Symbol.for("@wisekit/crypto/CardDataError");

/**
 * The base class of all errors of this package, and the error for a response that was not opened. That error never says
 * why and has no `cause`: an attacker who can change responses must not learn which check failed.
 */
export class CardDataError extends Error {
  override readonly name: string = "CardDataError";
  /** Stable, unlike the message. */
  readonly code: CardDataErrorCode;

  constructor(code: CardDataErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    Object.defineProperty(this, brand, { value: true });
  }
}

/** The encryption key is too weak, not RSA, not readable, or not a pinned one. */
export class KeyRefusedError extends CardDataError {
  override readonly name = "KeyRefusedError";

  constructor(reason: string, options?: ErrorOptions) {
    super("ERR_KEY_REFUSED", `The encryption key was refused: ${reason}`, options);
  }
}

/** A secret was read after `dispose()`. */
export class SecretDisposedError extends CardDataError {
  override readonly name = "SecretDisposedError";

  constructor() {
    super("ERR_SECRET_DISPOSED", "The secret has been disposed of");
  }
}

/** Whether a value is an error of this package, also if it comes from another copy of the package. */
export function isCardDataError(value: unknown): value is CardDataError {
  return value instanceof Error && brand in value;
}

/** The error for a response that was not opened, the same for every reason. */
export function createNotOpenedError(): CardDataError {
  return new CardDataError(
    "ERR_CARD_DATA_REFUSED",
    "The card data was refused: the response is not for this session, was changed, or is in a form that this session does not accept",
  );
}
