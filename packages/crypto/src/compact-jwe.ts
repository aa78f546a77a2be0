import { encode } from "jose/base64url";

/** Bytes of the AES-GCM initialisation vector and tag (RFC 7518 section 5.3). */
export const ivBytes = 12;
export const tagBytes = 16;

/** Characters of the longest response that is opened. */
export const longestResponse = 16_384;

// Base64url in its one canonical form, where unused bits of the last character are zero. A decoder that ignores them
// reads the same bytes from two texts, and accepts a changed tag.
const base64url = /^(?:[\w-]{4})*(?:[\w-][AQgw]|[\w-]{2}[AEIMQUYcgkosw048])?$/;

/** Whether a text is base64url in its one canonical form (RFC 4648 section 5, no padding). */
export function isBase64url(text: string): boolean {
  return base64url.test(text);
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
