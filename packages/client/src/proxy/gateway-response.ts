import { isApiError, isAuthenticationError, isWiseError } from "../errors/error-guards.ts";
import type { WiseError, WiseErrorCode } from "../errors/wise-error.ts";
import { operationScopes } from "../generated/proxy-facts.gen.ts";
import { rejection } from "./rejection.ts";

/** Statuses of a gateway for errors of calls; 502 for the others. */
const statuses: Readonly<{ [Code in WiseErrorCode]?: number }> = {
  ERR_RATE_LIMITED: 429,
  ERR_TIMEOUT: 504,
  // These two have sent nothing.
  ERR_QUEUE: 503,
  ERR_TOKEN_STORE: 503,
};

/** Runs what calls Wise. An error of a call becomes a response of a gateway. */
export async function asGateway(serve: () => Promise<Response>): Promise<Response> {
  try {
    return await serve();
  } catch (error) {
    if (!isWiseError(error)) throw error;
    return isTokenRefused(error) ? mustReconnect() : toGatewayResponse(error);
  }
}

/** Not if it is the partner whose credentials were not accepted: then no user can help. */
function isTokenRefused(error: WiseError): boolean {
  return isAuthenticationError(error) && (error.mustSignIn || Object.hasOwn(operationScopes, error.operation));
}

/**
 * Wise accepts the user's token no more. A 401 would say that of the user's session with the application, and clients
 * would sign the user out.
 */
export function mustReconnect(): Response {
  return rejection(502, "the user must connect to Wise again", "ERR_USER_MUST_RECONNECT");
}

function toGatewayResponse(error: WiseError): Response {
  const status = statuses[error.code] ?? 502;
  const response = rejection(status, "Wise was not reached, or did not respond as expected", error.code);
  const waitMs = isApiError(error) ? error.retryAfterMs : undefined;
  if (waitMs !== undefined) response.headers.set("retry-after", String(Math.ceil(waitMs / 1000)));
  return response;
}
