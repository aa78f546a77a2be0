import { decode } from "jose/base64url";
import { assertOptions } from "./assert-options.ts";
import { KeyRefusedError } from "./card-data-error.ts";
import type { EncryptionKey } from "./generated/card-data.gen.ts";
import { readPublicKey } from "./read-public-key.ts";
import { bytesToBigInt, type RsaPublicNumbers, rsaPublicNumbers } from "./rsa1-5.ts";
import { assertWebCrypto } from "./web-crypto.ts";

const smallestModulusBits = 2048;
// A longer key takes the page's time and adds no safety: the server's keys have 2048 to 4096 bits.
const largestModulusBits = 8192;
const smallestExponent = 65_537n;
const largestExponent = 0xffff_ffffn;

/** An encryption key that was read and checked. Made by `importCardDataKey`. */
export interface CardDataKey {
  /** The server's version of the key, sent with each request as `keyVersion`. */
  readonly version: number;
}

/** The parts of an imported key, for the modules of this package. */
export interface KeyMaterial {
  readonly publicKey: CryptoKey;
  readonly numbers: RsaPublicNumbers;
}

/** Which keys are accepted. */
export interface CardDataKeyOptions {
  /**
   * SHA-256 of the key's DER SubjectPublicKeyInfo in hexadecimal, or several while a key is being replaced. Any other
   * key is refused, in whatever encoding it comes.
   * @default none: every key that is strong enough is accepted
   */
  pinnedKeySha256?: string | readonly string[];
}

const where = "importCardDataKey()";
const materials = new WeakMap<object, KeyMaterial>();

/**
 * Reads and checks the response of `cardData.encryptionKey`. The key is a SubjectPublicKeyInfo or an RSAPublicKey of
 * PKCS #1, as PEM, base64 or base64url.
 *
 * @throws KeyRefusedError if it is not an RSA key of at least 2048 bits with an exponent of at least 65537, or not a
 * pinned one.
 * @throws CardDataError `ERR_WEB_CRYPTO_MISSING` on a page that is neither over https nor from localhost.
 * @throws TypeError if `encryptionKey` is not an encryption key, or `pinnedKeySha256` is not a SHA-256 in hexadecimal.
 */
export async function importCardDataKey(
  encryptionKey: EncryptionKey,
  options: CardDataKeyOptions = {},
): Promise<CardDataKey> {
  assertOptions(options, ["pinnedKeySha256"], where);
  const { version, key } = encryptionKey;
  if (!Number.isInteger(version) || typeof key !== "string") {
    throw new TypeError(`${where}: encryptionKey must be { version: integer, key: string }`);
  }
  const pinned = readPinnedKeys(options.pinnedKeySha256, where);
  assertWebCrypto();
  const publicKey = await readPublicKey(key);
  if (pinned !== undefined && !pinned.includes(await fingerprint(publicKey))) {
    throw new KeyRefusedError("it is not a pinned key");
  }
  const numbers = await readNumbers(publicKey);
  const imported = Object.freeze({ version });
  materials.set(imported, { publicKey, numbers });
  return imported;
}

/** The material of an imported key, or `undefined` for anything else. */
export function keyMaterial(key: object): KeyMaterial | undefined {
  return materials.get(key);
}

/**
 * The pinned keys of an option, in lower case.
 *
 * @throws TypeError for an empty list or a value that is not a SHA-256 in hexadecimal.
 */
export function readPinnedKeys(
  option: CardDataKeyOptions["pinnedKeySha256"],
  where: string,
): readonly string[] | undefined {
  if (option === undefined) return undefined;
  const keys = [option].flat();
  if (keys.length === 0 || !keys.every((key) => /^[\da-f]{64}$/i.test(key))) {
    throw new TypeError(`${where}: pinnedKeySha256 must be 64 hexadecimal digits, or a list of such`);
  }
  return keys.map((key) => key.toLowerCase());
}

async function fingerprint(publicKey: CryptoKey): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await crypto.subtle.exportKey("spki", publicKey));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function readNumbers(publicKey: CryptoKey): Promise<RsaPublicNumbers> {
  const { n = "", e = "" } = await crypto.subtle.exportKey("jwk", publicKey);
  const modulus = bytesToBigInt(Uint8Array.from(decode(n)));
  const exponent = bytesToBigInt(Uint8Array.from(decode(e)));
  const bits = modulus.toString(2).length;
  if (bits < smallestModulusBits || bits > largestModulusBits) {
    throw new KeyRefusedError(
      `its modulus has ${bits} bits; it must have ${smallestModulusBits} to ${largestModulusBits}`,
    );
  }
  if (exponent < smallestExponent || exponent > largestExponent || exponent % 2n === 0n) {
    throw new KeyRefusedError(`its exponent must be an odd number from ${smallestExponent} to ${largestExponent}`);
  }
  return rsaPublicNumbers(modulus, exponent);
}
