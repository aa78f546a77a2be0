/**
 * Every code that an error of this package carries.
 *
 * - `ERR_CARD_DATA_REFUSED`: the response was not opened; `reason` says why. Call again with a new session.
 * - `ERR_KEY_REFUSED`: the encryption key is not safe to use. Send nothing.
 * - `ERR_SECRET_DISPOSED`: the secret has been disposed of. Call again for a new one.
 * - `ERR_CLIPBOARD_NOT_PERMITTED`: the browser does not let the page copy. Show the secret for the user to copy.
 * - `ERR_REVEAL_FRAME`: the isolated frame did not load, did not respond, is closed or failed. Create another.
 * - `ERR_WEB_CRYPTO_MISSING`: the page has no Web Crypto. Serve it over https, or from localhost.
 */
export type CardDataErrorCode =
  | "ERR_CARD_DATA_REFUSED"
  | "ERR_KEY_REFUSED"
  | "ERR_SECRET_DISPOSED"
  | "ERR_CLIPBOARD_NOT_PERMITTED"
  | "ERR_REVEAL_FRAME"
  | "ERR_WEB_CRYPTO_MISSING";

const brand = Symbol.for("@wisekit/crypto/CardDataError");

/** The base class of all errors of this package. */
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

/**
 * Why a response was not opened.
 *
 * - `session-used`, `session-closed`, `session-expired`: the session opens nothing any more.
 * - `plain-json`: the response is plain JSON, and `acceptPlainJson` is false.
 * - `not-a-jwe`: it is neither plain JSON nor a JWE in the form that a response has. The message says what is wrong.
 * - `not-authentic`: it was sealed with another key than that of the session, or changed afterwards.
 * - `fields`: what it holds is not a JSON object with a card number or a PIN. The message says what is wrong.
 * - `nonce`: it is plain JSON without the nonce of the request, and `nonce` is `echo`.
 */
export type RefusalReason =
  | "session-used"
  | "session-closed"
  | "session-expired"
  | "plain-json"
  | "not-a-jwe"
  | "not-authentic"
  | "fields"
  | "nonce";

/** A response was not opened. The reason is named, because a session opens once: nobody can try another response. */
export class CardDataRefusedError extends CardDataError {
  override readonly name = "CardDataRefusedError";
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string) {
    super("ERR_CARD_DATA_REFUSED", message);
    this.reason = reason;
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
