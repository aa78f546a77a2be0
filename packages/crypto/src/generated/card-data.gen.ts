// Generated from spec/ by `pnpm generate`; edit the contract instead.

/** What is needed to pay with the card. */
export interface CardDetails {
  /** A UUID of the cryptographic exchange. */
  nonce?: string;
  /** The CVV2. */
  cvv2: string;
  /** The PAN. */
  pan: string;
  /** The expiry date as MM/YY. */
  expiryDate: string;
  /** The name on the card. Spelled with a small h here, unlike in the card itself. */
  cardholderName?: string;
}

/** The PIN of the card. */
export interface CardPin {
  /** A UUID of the cryptographic exchange. */
  nonce?: string;
  /** The PIN. */
  pin: string;
}

/** The public key that card-data requests are sealed with. */
export interface EncryptionKey {
  /** The version of the key, to be sent back as `keyVersion`. So far it is always 1. */
  version: number;
  /**
   * The RSA public key. Its encoding is not documented: expect PEM, or the bare base64 of the DER
   * SubjectPublicKeyInfo.
   */
  key: string;
}

/** A sealed request for card data. */
export interface SealedRequest {
  /** Which version of the key the payload was sealed with. */
  keyVersion: number;
  /**
   * A JWE in compact form that carries a fresh 256-bit content encryption key to Wise. The answer comes back under
   * that same key.
   */
  encryptedPayload: string;
}

/** Fields of an opened answer that are secret, and the kind of secret each one is. */
export const sealedFields = {
  cvv2: "cvv2",
  pan: "pan",
  pin: "pin",
} as const;
