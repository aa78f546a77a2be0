/** What every contender of the crypto benchmark is given. */
export interface ExchangeInput {
  /** The server's key as SPKI in PEM. */
  publicKeyPem: string;
  /** A directly encrypted response of 200 bytes of plaintext, and the key it is under, in base64url. */
  response: string;
  contentKey: string;
}
