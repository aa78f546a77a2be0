import { decode } from "jose/base64url";
import { importSPKI } from "jose/key/import";
import { assertOptions } from "./assert-options.ts";
import { KeyRefusedError } from "./card-data-error.ts";
import type { EncryptionKey } from "./generated/card-data.gen.ts";
import { bytesToBigInt, type RsaPublicNumbers, rsaPublicNumbers } from "./rsa1-5.ts";

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

/** What a key is held against. */
export interface CardDataKeyOptions {
  /**
   * SHA-256 of the key's DER SubjectPublicKeyInfo in hexadecimal, or several while a key is being replaced: any other
   * key is refused. Default: no key is expected in particular.
   */
  pin?: string | readonly string[];
}

const materials = new WeakMap<object, KeyMaterial>();

/**
 * Reads and checks the answer of `cardData.encryptionKey`. The key is SPKI, as PEM or as bare base64 DER.
 *
 * @throws KeyRefusedError if it is not an RSA key of at least 2048 bits with an exponent of at least 65537, or not the
 * pinned one.
 * @throws TypeError if the argument has not the shape of an encryption key, or a pin not that of a SHA-256.
 */
export async function importCardDataKey(
  encryptionKey: EncryptionKey,
  options: CardDataKeyOptions = {},
): Promise<CardDataKey> {
  assertOptions(options, ["pin"], "importCardDataKey()");
  const { version, key } = encryptionKey;
  if (!Number.isInteger(version) || typeof key !== "string") {
    throw new TypeError("importCardDataKey(): an encryption key is { version: integer, key: string }");
  }
  const pins = readPins(options.pin);
  const publicKey = await readSpki(key);
  if (pins !== undefined && !pins.includes(await fingerprint(publicKey))) {
    throw new KeyRefusedError("it is not the pinned key");
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
 * The pins that an option stands for, in lower case.
 *
 * @throws TypeError if there is none among them, or one that is no SHA-256.
 */
export function readPins(pin: CardDataKeyOptions["pin"]): readonly string[] | undefined {
  if (pin === undefined) return undefined;
  const pins = [pin].flat();
  if (pins.length === 0 || !pins.every((one) => /^[\da-f]{64}$/i.test(one))) {
    throw new TypeError("pin must be the SHA-256 of a SubjectPublicKeyInfo, as 64 hexadecimal digits");
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
  return rsaPublicNumbers(modulus, exponent);
}
