import {
  isApiError,
  isAuthenticationError,
  isConnectionError,
  isNotFoundError,
  isPermissionError,
  isRateLimitedError,
  isTimeoutError,
  isWiseError,
} from "@wisekit/client";

/** The back end's code for a user whose token Wise accepts no more. */
const mustReconnectCode = "ERR_USER_MUST_RECONNECT";

const byCode: Readonly<Record<string, string>> = {
  [mustReconnectCode]: "Your connection to Wise has ended. Connect again to go on.",
  "card.limit.exceeds.profile.limit": "This is more than the profile allows. Choose a lower amount.",
  "card.status.transition.not.allowed": "The card has changed in the meantime, so this is no longer possible.",
  "one.time.token.not.found": "The security check has expired. Please start again.",
  "sca.attempts.exceeded": "Too many wrong codes. Please wait 15 minutes and try again.",
  "sca.otp.incorrect": "That code is not right. Check it and try again.",
};

/** What went wrong, in words for a card holder. */
export function explainError(error: unknown): string {
  const code = isApiError(error) ? error.problem.code : undefined;
  const known = code === undefined ? undefined : byCode[code];
  if (known) return known;
  if (isConnectionError(error)) return "We could not reach the server. Check your connection and try again.";
  if (isTimeoutError(error)) return "This is taking too long. Please try again.";
  if (isRateLimitedError(error)) return "That was a little too fast. Please try again in a moment.";
  if (isNotFoundError(error)) return "This card does not exist, or it is not yours.";
  if (isPermissionError(error)) return "You are not allowed to do this right now.";
  if (isAuthenticationError(error)) return "You have been signed out. Please sign in again.";
  if (isRejectedCardData(error)) return "The card data could not be opened safely, so nothing is shown.";
  return "Something went wrong on our side. Please try again.";
}

/** Whether the user has to go through Wise's page again. */
export function mustReconnect(error: unknown): boolean {
  return isApiError(error) && error.problem.code === mustReconnectCode;
}

/** What to quote to support. */
export function traceIdOf(error: unknown): string | undefined {
  return isWiseError(error) ? error.traceId : undefined;
}

/** By its code, not by the guard of @wisekit/crypto, which is loaded only when a card is revealed. */
function isRejectedCardData(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_CARD_DATA_REFUSED";
}
