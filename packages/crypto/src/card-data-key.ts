import { decode } from "jose/base64url";
import { importSPKI } from "jose/key/import";
import { KeyRefusedError } from "./card-data-error.ts";
import type { EncryptionKey } from "./generated/card-data.ts";
import { bytesToBigInt, type RsaPublicNumbers } from "./rsa1-5.ts";

const smallestModulusBits = 2048;
// Beyond these a key costs the page its time and gives no strength: the server's keys are 2048 to 4096 bits.
const largestModulusBits = 8192;
const smallestExponent = 65_537n;
const largestExponent = 0xffff_ffffn;

/** An encryption key that was read, checked and is ready to seal with. Made by `importCardDataKey`. */
export interface CardDataKey {
  /** The version that the server gave the key; goes into each request as `keyVersion`. */
  readonly version: number;
}

/** What a key is made of, for the modules of this package. */
export interface KeyMaterial {
  readonly publicKey: CryptoKey;
  readonly numbers: RsaPublicNumbers;
}

const materials = new WeakMap<object, KeyMaterial>();

/**
 * Reads and checks the answer of `cardData.encryptionKey`. The key is SPKI, as PEM or as bare base64 DER.
 *
 * @throws KeyRefusedError if it is not an RSA key of at least 2048 bits with an exponent of at least 65537.
 * @throws TypeError if the argument has not the shape of an encryption key.
 */
export async function importCardDataKey(encryptionKey: EncryptionKey): Promise<CardDataKey> {
  const { version, key } = encryptionKey;
  if (!Number.isInteger(version) || typeof key !== "string") {
    throw new TypeError("importCardDataKey(): an encryption key is { version: integer, key: string }");
  }
  const publicKey = await readSpki(key);
  const numbers = await readNumbers(publicKey);
  const imported = Object.freeze({ version });
  materials.set(imported, { publicKey, numbers });
  return imported;
}

/** The material of an imported key, or `undefined` for anything else. */
export function keyMaterial(key: object): KeyMaterial | undefined {
  return materials.get(key);
}

async function readSpki(text: string): Promise<CryptoKey> {
  const trimmed = text.trim();
  const pem = trimmed.startsWith("-----")
    ? trimmed
    : `-----BEGIN PUBLIC KEY-----\n${trimmed}\n-----END PUBLIC KEY-----`;
  try {
    return await importSPKI(pem, "RSA-OAEP-256", { extractable: true });
  } catch (cause) {
    throw new KeyRefusedError("it is not an RSA public key in SPKI form, PEM or base64", { cause });
  }
}

async function readNumbers(publicKey: CryptoKey): Promise<RsaPublicNumbers> {
  const { n = "", e = "" } = await crypto.subtle.exportKey("jwk", publicKey);
  const modulus = bytesToBigInt(Uint8Array.from(decode(n)));
  const exponent = bytesToBigInt(Uint8Array.from(decode(e)));
  const bits = modulus.toString(2).length;
  if (bits < smallestModulusBits || bits > largestModulusBits) {
    throw new KeyRefusedError(
      `its modulus has ${bits} bits, allowed are ${smallestModulusBits} to ${largestModulusBits}`,
    );
  }
  if (exponent < smallestExponent || exponent > largestExponent || exponent % 2n === 0n) {
    throw new KeyRefusedError(`its exponent is not an odd number from ${smallestExponent} to ${largestExponent}`);
  }
  return { modulus, exponent, sizeBytes: Math.ceil(bits / 8) };
}
