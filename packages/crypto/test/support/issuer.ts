import {
  constants,
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  privateDecrypt,
  randomBytes,
  randomUUID,
} from "node:crypto";
import type { EncryptionKey, SealedRequest } from "@wisekit/crypto";

/** What the issuer found in a request. */
export interface ReceivedRequest {
  readonly header: { alg: string; enc: string };
  readonly contentKey: Buffer;
  /** `undefined` if the request carries its key and nothing else. */
  readonly plaintext: string | undefined;
  /** The nonce in the plaintext. */
  readonly nonce: string | undefined;
}

/** Parts of a response that a test may want to be wrong. */
export interface ResponseOptions {
  header?: object;
  contentKey?: Buffer;
  ivBytes?: number;
  encryptedKey?: string;
}

/** An issuer's side of the exchange on `node:crypto` alone, which shares nothing with the package. */
export class Issuer {
  readonly privateKey: KeyObject;
  readonly version = 1;

  constructor(privateKey?: KeyObject) {
    this.privateKey = privateKey ?? generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  }

  get encryptionKey(): EncryptionKey {
    const key = createPublicKey(this.privateKey).export({ type: "spki", format: "pem" }) as string;
    return { version: this.version, key };
  }

  get spki(): Buffer {
    return createPublicKey(this.privateKey).export({ type: "spki", format: "der" });
  }

  receive(request: SealedRequest): ReceivedRequest {
    const [header = "", wrapped = "", iv = "", ciphertext = "", tag = ""] = request.encryptedPayload.split(".");
    const parsed = JSON.parse(Buffer.from(header, "base64url").toString());
    const contentKey = unwrap(parsed.alg, this.privateKey, Buffer.from(wrapped, "base64url"));
    if (ciphertext === "" && tag === "") return { header: parsed, contentKey, plaintext: undefined, nonce: undefined };
    const decipher = createDecipheriv("aes-256-gcm", contentKey, Buffer.from(iv, "base64url"));
    decipher.setAAD(Buffer.from(header)).setAuthTag(Buffer.from(tag, "base64url"));
    const plaintext = decipher.update(ciphertext, "base64url", "utf8") + decipher.final("utf8");
    return { header: parsed, contentKey, plaintext, nonce: JSON.parse(plaintext).nonce };
  }

  /** Responds to a request with fields and a nonce of its own, directly encrypted with the request's key. */
  respond(request: SealedRequest, fields: object, options: ResponseOptions = {}): string {
    const { contentKey } = this.receive(request);
    return sealResponse(JSON.stringify({ nonce: randomUUID(), ...fields }), { contentKey, ...options });
  }
}

/** A directly encrypted compact JWE. */
export function sealResponse(plaintext: string | Buffer, options: ResponseOptions & { contentKey: Buffer }): string {
  const { header = { alg: "dir", enc: "A256GCM" }, contentKey, ivBytes = 12, encryptedKey = "" } = options;
  const protectedHeader = Buffer.from(JSON.stringify(header)).toString("base64url");
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", contentKey, iv).setAAD(Buffer.from(protectedHeader));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  const parts = [iv, ciphertext, cipher.getAuthTag()].map((part) => part.toString("base64url"));
  return [protectedHeader, encryptedKey, ...parts].join(".");
}

function unwrap(alg: string, privateKey: KeyObject, wrapped: Buffer): Buffer {
  if (alg === "RSA1_5") return unwrapRsa15(privateKey, wrapped);
  if (alg !== "RSA-OAEP-256") throw new Error(`the issuer knows no ${alg}`);
  return privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" }, wrapped);
}

/** RSAES-PKCS1-v1_5 decryption (RFC 8017 section 7.2.2); not every Node offers it, so the padding is taken off here. */
export function unwrapRsa15(key: KeyObject | string, wrapped: Buffer): Buffer {
  const encoded = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, wrapped);
  const separator = encoded.indexOf(0, 2);
  if (encoded[0] !== 0 || encoded[1] !== 2 || separator < 10)
    throw new Error("the padding is not that of PKCS #1 v1.5");
  return encoded.subarray(separator + 1);
}
