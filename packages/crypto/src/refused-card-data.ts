import { CardDataRefusedError, type RefusalReason } from "./card-data-error.ts";

const texts: Record<RefusalReason, string> = {
  "session-used": "the session has been used; it opens one response",
  "session-closed": "the session has been closed",
  "session-expired": "the session has expired",
  "plain-json": "the response is plain JSON, and this session opens only a JWE",
  "not-a-jwe": "the response must be a JWE",
  "not-authentic": "the response was changed, or sealed with another key",
  fields: "the response must hold card data",
  nonce: "the response must have the nonce of the request",
};

/** The error for a response that was not opened, with its reason in words. */
export function refusedCardData(reason: RefusalReason, detail?: string): CardDataRefusedError {
  const text = detail === undefined ? texts[reason] : `${texts[reason]}: ${detail}`;
  return new CardDataRefusedError(reason, `The card data was refused: ${text}`);
}
