import { decode, encode } from "jose/base64url";
import { decodeProtectedHeader } from "jose/decode/protected_header";
import { utf8Bytes } from "./utf8.ts";

/** The parts of a response that is directly encrypted. */
export interface DirectJwe {
  /** The protected header as received: the additional authenticated data of RFC 7516 section 5.1, step 14. */
  readonly aad: Uint8Array<ArrayBuffer>;
  readonly iv: Uint8Array<ArrayBuffer>;
  /** Ciphertext followed by the tag, as Web Crypto takes them. */
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** Bytes of the AES-GCM initialisation vector and tag (RFC 7518 section 5.3). */
export const ivBytes = 12;
export const tagBytes = 16;

const longestResponse = 16_384;
// Base64url in its one canonical form, where unused bits of the last character are zero. A decoder that ignores them
// reads the same bytes from two texts, and accepts a changed tag.
const canonical = "(?:[\\w-]{4})*(?:[\\w-][AQgw]|[\\w-]{2}[AEIMQUYcgkosw048])?";
// Header, empty encrypted key, IV of 12 bytes, ciphertext, tag of 16 bytes.
const directForm = new RegExp(`^(${canonical})\\.\\.([\\w-]{16})\\.(${canonical})\\.([\\w-]{21}[AQgw])$`);

// The header of nearly every response: comparing it is quicker than parsing it.
const usualHeader = encode(JSON.stringify({ alg: "dir", enc: "A256GCM" }));
const base64url = new RegExp(`^${canonical}$`);

/** Whether a text is base64url in its one canonical form (RFC 4648 section 5, no padding). */
export function isBase64url(text: string): boolean {
  return base64url.test(text);
}

function decodePart(part: string): Uint8Array<ArrayBuffer> {
  return decode(part) as Uint8Array<ArrayBuffer>;
}

/** Joins a compact JWE (RFC 7516 section 7.1) from its encoded header and raw parts. */
export function joinCompactJwe(
  header: string,
  parts: { encryptedKey: Uint8Array; iv: Uint8Array; sealed: Uint8Array },
): string {
  const { encryptedKey, iv, sealed } = parts;
  const ciphertext = sealed.subarray(0, -tagBytes);
  return [header, ...[encryptedKey, iv, ciphertext, sealed.subarray(-tagBytes)].map(encode)].join(".");
}

/**
 * Splits a response that claims to be directly encrypted: `alg` is `dir`, `enc` is `A256GCM`, no `zip`, no `crit`, an
 * empty encrypted key, an IV of 96 bits and a tag of 128.
 *
 * @returns `undefined` for anything else.
 */
export function splitDirectJwe(text: string): DirectJwe | undefined {
  const match = text.length <= longestResponse ? directForm.exec(text) : null;
  if (match === null) return undefined;
  const [, header = "", iv = "", ciphertext = "", tag = ""] = match;
  if (header !== usualHeader && !isDirectHeader(text)) return undefined;
  return { aad: utf8Bytes(header), iv: decodePart(iv), sealed: joinBytes(decodePart(ciphertext), decodePart(tag)) };
}

function isDirectHeader(text: string): boolean {
  try {
    const { alg, enc, zip, crit } = decodeProtectedHeader(text);
    return alg === "dir" && enc === "A256GCM" && zip === undefined && crit === undefined;
  } catch {
    // Not a header at all. To the caller this is the same as a wrong one.
    return false;
  }
}

function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
