import { checkPrime, createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import type { Random } from "../random.ts";

/** A private RSA key as plain data (RFC 7518 section 6.3). */
export type Jwk = JsonWebKey;

const isPrime = promisify(checkPrime);
const publicExponent = 65_537n;
const primeBytes = 128;

/**
 * Makes an RSA-2048 key from a seeded stream, so that the same seed gives the same key. A key for a mock: whoever knows
 * the seed knows the key.
 */
export async function makeRsaKey(random: Random): Promise<Jwk> {
  const p = await makePrime(random);
  const q = await makePrime(random);
  const order = (p - 1n) * (q - 1n);
  const d = inverse(publicExponent, order);
  return {
    kty: "RSA",
    n: encode(p * q),
    e: encode(publicExponent),
    d: encode(d),
    p: encode(p),
    q: encode(q),
    dp: encode(d % (p - 1n)),
    dq: encode(d % (q - 1n)),
    qi: encode(inverse(q, p)),
  };
}

/** The private key to unwrap with. @throws Error if the data is no RSA key of at least 2048 bits. */
export function importPrivateKey(jwk: Jwk): KeyObject {
  const key = createPrivateKey({ key: jwk, format: "jwk" });
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== "rsa" || bits < 2048)
    throw new Error("The card-data key must be RSA of at least 2048 bits.");
  return key;
}

/** The private key in a PEM text as plain data. @throws Error if the text holds none. */
export function readPrivateKeyPem(pem: string): Jwk {
  return createPrivateKey(pem).export({ format: "jwk" });
}

/** The public half as the PEM of its SubjectPublicKeyInfo. */
export function exportPublicPem(jwk: Jwk): string {
  return createPublicKey({ key: jwk, format: "jwk" }).export({ format: "pem", type: "spki" }) as string;
}

/** A prime with its two highest bits set, so that the product of two has exactly 2048 bits. */
async function makePrime(random: Random): Promise<bigint> {
  const bytes = random.bytes(primeBytes);
  bytes[0] = (bytes[0] ?? 0) | 0xc0;
  for (let candidate = decode(bytes) | 1n; ; candidate += 2n) {
    if (smallPrimes.some((prime) => candidate % prime === 0n)) continue;
    if ((candidate - 1n) % publicExponent !== 0n && (await isPrime(candidate))) return candidate;
  }
}

const smallPrimes = sieve(2000).map(BigInt);

function sieve(limit: number): number[] {
  const composite = new Uint8Array(limit);
  const primes: number[] = [];
  for (let value = 3; value < limit; value += 2) {
    if (composite[value]) continue;
    primes.push(value);
    for (let multiple = value * value; multiple < limit; multiple += 2 * value) composite[multiple] = 1;
  }
  return primes;
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [before, remainder] = [modulus, value % modulus];
  let [coefficientBefore, coefficient] = [0n, 1n];
  while (remainder !== 0n) {
    const quotient = before / remainder;
    [before, remainder] = [remainder, before - quotient * remainder];
    [coefficientBefore, coefficient] = [coefficient, coefficientBefore - quotient * coefficient];
  }
  return ((coefficientBefore % modulus) + modulus) % modulus;
}

function decode(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
}

function encode(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex").toString("base64url");
}
