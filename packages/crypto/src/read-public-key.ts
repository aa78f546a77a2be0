import { KeyRefusedError } from "./card-data-error.ts";

const pem = /^-----BEGIN ((?:RSA )?PUBLIC KEY)-----([^-]+)-----END \1-----$/;
// One of the two alphabets, not both at once (RFC 4648 sections 4 and 5), with or without padding.
const base64 = /^(?:[\w-]+|[A-Za-z\d+/]+)={0,2}$/;

const sequence = 0x30;
const integer = 0x02;
const bitString = 0x03;
/** AlgorithmIdentifier of rsaEncryption (RFC 8017 appendix A.1). */
const rsaEncryption = [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];

/**
 * Reads an RSA public key: a SubjectPublicKeyInfo (RFC 5280) or an RSAPublicKey of PKCS #1 (RFC 8017 appendix A.1.1), as
 * PEM, base64 or base64url.
 *
 * @throws KeyRefusedError for anything else.
 */
export async function readPublicKey(text: string): Promise<CryptoKey> {
  try {
    const der = decodeKey(text);
    const spki = isPkcs1(der) ? spkiOf(der) : der;
    return await crypto.subtle.importKey("spki", spki, { name: "RSA-OAEP", hash: "SHA-256" }, true, ["encrypt"]);
  } catch (cause) {
    throw new KeyRefusedError(
      "it must be an RSA public key (SubjectPublicKeyInfo or PKCS #1) in PEM, base64 or base64url",
      { cause },
    );
  }
}

function decodeKey(text: string): Uint8Array<ArrayBuffer> {
  const trimmed = text.trim();
  const encoded = (pem.exec(trimmed)?.[2] ?? trimmed).replace(/\s/g, "");
  if (!base64.test(encoded)) throw new TypeError("neither PEM nor base64");
  const binary = atob(encoded.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Whether a sequence begins with an integer, the modulus. A SubjectPublicKeyInfo begins with a sequence. */
function isPkcs1(der: Uint8Array): boolean {
  const [tag, length = 0] = der;
  const contentAt = length < 0x80 ? 2 : 2 + (length & 0x7f);
  return tag === sequence && der[contentAt] === integer;
}

/** The key with its algorithm around it, in lengths of two bytes: no key that is long enough has shorter ones. */
function spkiOf(pkcs1: Uint8Array): Uint8Array<ArrayBuffer> {
  const lengthOf = (length: number) => [0x82, length >> 8, length & 0xff];
  const key = [bitString, ...lengthOf(pkcs1.length + 1), 0, ...pkcs1];
  return Uint8Array.of(sequence, ...lengthOf(rsaEncryption.length + key.length), ...rsaEncryption, ...key);
}
