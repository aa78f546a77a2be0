import { encode } from "jose/base64url";
import { type CardDataKey, importCardDataKey, type KeyMaterial, keyMaterial } from "./card-data-key.ts";
import { ivBytes, joinCompactJwe } from "./compact-jwe.ts";
import type { EncryptionKey, SealedRequest } from "./generated/card-data.gen.ts";
import { encryptRsa15 } from "./rsa1-5.ts";
import { utf8Bytes } from "./utf8.ts";

/**
 * How the content encryption key is wrapped (RFC 7518 section 4): `RSA1_5` as the vendor's card guide documents, or
 * `RSA-OAEP-256` as its other encrypted endpoints use.
 */
export type KeyWrap = "RSA1_5" | "RSA-OAEP-256";

/** A sealed request, and the key that its response will be encrypted with. */
export interface SealedContent {
  readonly request: SealedRequest;
  /** Not extractable, AES-256-GCM. */
  readonly contentKey: CryptoKey;
}

/** The values of a `keyWrap` option. */
export const keyWraps: readonly KeyWrap[] = ["RSA1_5", "RSA-OAEP-256"];

const keySize = 32;

/**
 * Encrypts a plaintext with a new 256-bit key, and that key with the server's (RFC 7516 section 5.1, with A256GCM of
 * RFC 7518 section 5.3). Without a plaintext, the request carries the key and nothing else: ciphertext and tag are empty.
 * The bytes of the new key are zeroed, the plaintext is not.
 *
 * @throws KeyRefusedError if the server's key is too weak or not readable.
 * @throws CardDataError `ERR_WEB_CRYPTO_MISSING` if there is no Web Crypto.
 * @throws TypeError if `key` is neither an encryption key nor an imported one.
 */
export async function sealContent(
  key: EncryptionKey | CardDataKey,
  { keyWrap, where }: { keyWrap: KeyWrap; where: string },
  plaintext: Uint8Array<ArrayBuffer> | undefined,
): Promise<SealedContent> {
  const imported = "key" in key ? await importCardDataKey(key) : key;
  const material = keyMaterial(imported);
  if (material === undefined) {
    throw new TypeError(`${where}: key must be an encryption key or the result of importCardDataKey()`);
  }
  const header = encode(JSON.stringify({ alg: keyWrap, enc: "A256GCM" }));
  const random = crypto.getRandomValues(new Uint8Array(keySize + ivBytes));
  const [keyBytes, iv] = [random.subarray(0, keySize), random.subarray(keySize)];
  try {
    const contentKey = await crypto.subtle.importKey("raw", keyBytes, "AES-GCM", false, ["encrypt", "decrypt"]);
    const algorithm = { name: "AES-GCM", iv, additionalData: utf8Bytes(header) };
    // Neither needs the other: the platform encrypts while BigInt wraps.
    const encrypting = plaintext && crypto.subtle.encrypt(algorithm, contentKey, plaintext);
    const [encryptedKey, sealed] = await Promise.all([wrapKey(keyWrap, material, keyBytes), encrypting]);
    const encryptedPayload = joinCompactJwe(header, { encryptedKey, iv, sealed: new Uint8Array(sealed ?? []) });
    return { request: Object.freeze({ keyVersion: imported.version, encryptedPayload }), contentKey };
  } finally {
    keyBytes.fill(0);
  }
}

async function wrapKey(
  keyWrap: KeyWrap,
  { numbers, publicKey }: KeyMaterial,
  contentKey: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  if (keyWrap === "RSA1_5") return encryptRsa15(numbers, contentKey);
  return new Uint8Array(await crypto.subtle.encrypt("RSA-OAEP", publicKey, contentKey));
}
