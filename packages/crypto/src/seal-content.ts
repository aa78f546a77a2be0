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

const keySize = 32;

interface KeyWrapMethod {
  readonly header: string;
  readonly aad: Uint8Array<ArrayBuffer>;
  wrap(key: KeyMaterial, contentKey: Uint8Array<ArrayBuffer>): Uint8Array | Promise<Uint8Array>;
}

const keyWrapMethods: Record<KeyWrap, KeyWrapMethod> = {
  RSA1_5: keyWrapMethod("RSA1_5", ({ numbers }, contentKey) => encryptRsa15(numbers, contentKey)),
  "RSA-OAEP-256": keyWrapMethod("RSA-OAEP-256", async ({ publicKey }, contentKey) => {
    return new Uint8Array(await crypto.subtle.encrypt("RSA-OAEP", publicKey, contentKey));
  }),
};

/**
 * Checks a `keyWrap` option.
 *
 * @throws TypeError for anything but a `KeyWrap`.
 */
export function assertKeyWrap(keyWrap: string, where: string): asserts keyWrap is KeyWrap {
  if (!Object.hasOwn(keyWrapMethods, keyWrap)) {
    throw new TypeError(`${where}: keyWrap must be "RSA1_5" or "RSA-OAEP-256"`);
  }
}

/**
 * Encrypts a plaintext with a new 256-bit key, and that key with the server's (RFC 7516 section 5.1, with A256GCM of
 * RFC 7518 section 5.3). The bytes of the new key are zeroed, the plaintext is not.
 *
 * @throws KeyRefusedError if the server's key is too weak or not readable.
 * @throws TypeError if `key` is neither an encryption key nor an imported one.
 */
export async function sealContent(
  key: EncryptionKey | CardDataKey,
  { keyWrap, where }: { keyWrap: KeyWrap; where: string },
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<SealedContent> {
  const imported = "key" in key ? await importCardDataKey(key) : key;
  const material = keyMaterial(imported);
  if (material === undefined) {
    throw new TypeError(`${where}: key must be an encryption key or the result of importCardDataKey()`);
  }
  const { header, aad, wrap } = keyWrapMethods[keyWrap];
  const random = crypto.getRandomValues(new Uint8Array(keySize + ivBytes));
  const [keyBytes, iv] = [random.subarray(0, keySize), random.subarray(keySize)];
  try {
    const contentKey = await crypto.subtle.importKey("raw", keyBytes, "AES-GCM", false, ["encrypt", "decrypt"]);
    // Neither needs the other: the platform encrypts while BigInt wraps.
    const encrypting = crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: aad }, contentKey, plaintext);
    const [encryptedKey, sealed] = await Promise.all([wrap(material, keyBytes), encrypting]);
    const encryptedPayload = joinCompactJwe(header, { encryptedKey, iv, sealed: new Uint8Array(sealed) });
    return { request: Object.freeze({ keyVersion: imported.version, encryptedPayload }), contentKey };
  } finally {
    keyBytes.fill(0);
  }
}

function keyWrapMethod(alg: KeyWrap, wrap: KeyWrapMethod["wrap"]): KeyWrapMethod {
  const header = encode(JSON.stringify({ alg, enc: "A256GCM" }));
  return { header, aad: utf8Bytes(header), wrap };
}
