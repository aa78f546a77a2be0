/** The answer of `cardData.encryptionKey`. */
export interface EncryptionKey {
  version: number;
  key: string;
}

/** The body of `cardData.details` and `cardData.pin`. */
export interface SealedRequest {
  keyVersion: number;
  encryptedPayload: string;
}

/** The answer of `cardData.details`. */
export interface CardDetails {
  nonce?: string;
  cvv2: string;
  pan: string;
  expiryDate: string;
  cardholderName?: string;
}

/** The answer of `cardData.pin`. */
export interface CardPin {
  nonce?: string;
  pin: string;
}

/** The properties that the contract marks `x-sensitive: pan | cvv2 | pin`. */
export const secretFields = ["cvv2", "pan", "pin"] as const;
