import { decode } from "jose/base64url";
import { importSPKI } from "jose/key/import";
import { assertOptions } from "./assert-options.ts";
import { KeyRefusedError } from "./card-data-error.ts";
import type { EncryptionKey } from "./generated/card-data.gen.ts";
import { bytesToBigInt, type RsaPublicNumbers, rsaPublicNumbers } from "./rsa1-5.ts";

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
   * key is refused.
   * @default none: every key that is strong enough is accepted
   */
  pin?: string | readonly string[];
}

const materials = new WeakMap<object, KeyMaterial>();

/**
 * Reads and checks the response of `cardData.encryptionKey`. The key is SPKI, as PEM or as bare base64 DER.
 *
 * @throws KeyRefusedError if it is not an RSA key of at least 2048 bits with an exponent of at least 65537, or not a
 * pinned one.
 * @throws TypeError if `encryptionKey` is not an encryption key, or a pin is not a SHA-256 in hexadecimal.
 */
export async function importCardDataKey(
  encryptionKey: EncryptionKey,
  options: CardDataKeyOptions = {},
): Promise<CardDataKey> {
  assertOptions(options, ["pin"], "importCardDataKey()");
  const { version, key } = encryptionKey;
  if (!Number.isInteger(version) || typeof key !== "string") {
    throw new TypeError("importCardDataKey(): encryptionKey must be { version: integer, key: string }");
  }
  const pins = readPins(options.pin, "importCardDataKey()");
  const publicKey = await readSpki(key);
  if (pins !== undefined && !pins.includes(await fingerprint(publicKey))) {
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
 * The pins of an option, in lower case.
 *
 * @throws TypeError for an empty list or a pin that is not a SHA-256 in hexadecimal.
 */
export function readPins(pin: CardDataKeyOptions["pin"], where: string): readonly string[] | undefined {
  if (pin === undefined) return undefined;
  const pins = [pin].flat();
  if (pins.length === 0 || !pins.every((one) => /^[\da-f]{64}$/i.test(one))) {
    throw new TypeError(`${where}: pin must be the SHA-256 of a SubjectPublicKeyInfo in 64 hexadecimal digits`);
  }
  return pins.map((one) => one.toLowerCase());
}

async function fingerprint(publicKey: CryptoKey): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await crypto.subtle.exportKey("spki", publicKey));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function readSpki(text: string): Promise<CryptoKey> {
  const trimmed = text.trim();
  const pem = trimmed.startsWith("-----")
    ? trimmed
    : `-----BEGIN PUBLIC KEY-----\n${trimmed}\n-----END PUBLIC KEY-----`;
  try {
    return await importSPKI(pem, "RSA-OAEP-256", { extractable: true });
  } catch (cause) {
    throw new KeyRefusedError("it must be an RSA public key in SPKI form, as PEM or base64", { cause });
  }
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
