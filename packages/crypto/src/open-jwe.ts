import { compactDecrypt } from "jose/jwe/compact/decrypt";
import type { CardDataRefusedError } from "./card-data-error.ts";
import { isBase64url, longestResponse } from "./compact-jwe.ts";
import { explainJwe } from "./explain-jwe.ts";
import { refusedCardData } from "./refused-card-data.ts";

const allowed = {
  keyManagementAlgorithms: ["dir"],
  contentEncryptionAlgorithms: ["A256GCM"],
  // No compression.
  maxDecompressedLength: 0,
};

/**
 * Opens a response that is directly encrypted with the key of a session (RFC 7516 section 5.2). jose does it, and is told
 * which algorithms may be used; only the canonical form of base64url, which it does not insist on, is checked here.
 *
 * @throws CardDataRefusedError if it is not a JWE of this form, was changed, or was sealed with another key.
 */
export async function openJwe(text: string, contentKey: CryptoKey): Promise<Uint8Array<ArrayBuffer>> {
  if (text.length > longestResponse || !text.split(".").every(isBase64url)) throw refusedJwe(text);
  try {
    const { plaintext } = await compactDecrypt(text, contentKey, allowed);
    return plaintext as Uint8Array<ArrayBuffer>;
  } catch {
    throw refusedJwe(text);
  }
}

/** Where the form of a JWE is right, what is left is that the key does not open it. */
function refusedJwe(text: string): CardDataRefusedError {
  const { ok, problems } = explainJwe(text, "response");
  if (ok) return refusedCardData("not-authentic");
  return refusedCardData("not-a-jwe", problems.map(({ message }) => message).join(" "));
}
