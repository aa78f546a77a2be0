/** An RSA public key as numbers. */
export interface RsaPublicNumbers {
  readonly modulus: bigint;
  readonly exponent: bigint;
  /** Length of the modulus in bytes: the `k` of RFC 8017. */
  readonly sizeBytes: number;
  /** The bit at which a product is folded, 1.5 times the length of the modulus, and the remainder of its value. */
  readonly foldBits: number;
  readonly fold: bigint;
}

/** A public key, with all that can be computed from it in advance. */
export function rsaPublicNumbers(modulus: bigint, exponent: bigint): RsaPublicNumbers {
  const sizeBytes = Math.ceil(modulus.toString(16).length / 2);
  const foldBits = sizeBytes * 12;
  return { modulus, exponent, sizeBytes, foldBits, fold: (1n << BigInt(foldBits)) % modulus };
}

/**
 * RSAES-PKCS1-v1_5 encryption (RFC 8017 section 7.2.1), which is the key wrap `RSA1_5` (RFC 7518 section 4.2). Neither
 * Web Crypto nor jose has it. Only the public operation exists here, so there is no padding to be an oracle about.
 * BigInt arithmetic takes a time that depends on the value: see the decision page on RSA1_5 for why that is accepted.
 */
export function encryptRsa15(key: RsaPublicNumbers, message: Uint8Array): Uint8Array<ArrayBuffer> {
  // EM = 0x00 || 0x02 || PS || 0x00 || M
  const encoded = new Uint8Array(key.sizeBytes);
  const messageStart = key.sizeBytes - message.length;
  encoded[1] = 2;
  fillNonZero(encoded.subarray(2, messageStart - 1));
  encoded.set(message, messageStart);
  const cipher = power(bytesToBigInt(encoded), key);
  encoded.fill(0);
  return bigIntToBytes(cipher, key.sizeBytes);
}

/** The number that big-endian bytes stand for: OS2IP of RFC 8017 section 4.2. */
export function bytesToBigInt(bytes: Uint8Array<ArrayBuffer>): bigint {
  // Word by word, and not through a hexadecimal string, which could not be wiped.
  const head = bytes.length % 8;
  let value = 0n;
  for (const byte of bytes.subarray(0, head)) value = (value << 8n) | BigInt(byte);
  const words = new DataView(bytes.buffer, bytes.byteOffset + head, bytes.length - head);
  for (let at = 0; at < words.byteLength; at += 8) value = (value << 64n) | words.getBigUint64(at);
  return value;
}

/** I2OSP of RFC 8017 section 4.1. The number is a ciphertext: it may be text in between. */
function bigIntToBytes(value: bigint, sizeBytes: number): Uint8Array<ArrayBuffer> {
  const pairs =
    value
      .toString(16)
      .padStart(sizeBytes * 2, "0")
      .match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

/** Left-to-right square and multiply. */
function power(base: bigint, key: RsaPublicNumbers): bigint {
  let result = base;
  for (const bit of key.exponent.toString(2).slice(1)) {
    result = reduce(result * result, key);
    if (bit === "1") result = reduce(result * base, key);
  }
  return result;
}

/** Folding the upper quarter of a product down costs half a multiplication and saves half a division: a tenth in all. */
function reduce(product: bigint, { modulus, foldBits, fold }: RsaPublicNumbers): bigint {
  return ((product >> BigInt(foldBits)) * fold + BigInt.asUintN(foldBits, product)) % modulus;
}

function fillNonZero(bytes: Uint8Array<ArrayBuffer>): void {
  crypto.getRandomValues(bytes);
  const spare = new Uint8Array(1);
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at)) {
    crypto.getRandomValues(spare);
    bytes[at] = spare[0] ?? 0;
  }
}
