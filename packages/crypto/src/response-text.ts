import type { SealedCardData } from "./sealed-card-data.ts";

/**
 * The text of a response body.
 *
 * @throws TypeError if it is neither text nor what the client returned.
 */
export function responseText(sealed: SealedCardData | string): string {
  const text: unknown = typeof sealed === "string" ? sealed : sealed["~unseal"]();
  if (typeof text !== "string") throw new TypeError("open(): sealed must be a string or what the client returned");
  return withoutQuotes(text);
}

/** A compact JWE may come as a JSON string. Its characters need no escapes, so only the quotes are removed. */
export function withoutQuotes(text: string): string {
  const trimmed = text.trim();
  return trimmed.startsWith('"') && trimmed.endsWith('"') ? trimmed.slice(1, -1) : trimmed;
}

/** Whether a response is plain JSON, and not sealed. */
export function isPlainJson(text: string): boolean {
  return text.startsWith("{");
}
