import { sendRequest } from "../call/call.ts";
import type { ClientCore } from "../call/client-core.ts";
import type { CallOutcome } from "../call/send.ts";
import { isApiError, isAuthenticationError, isRateLimitedError, isTimeoutError } from "../errors/error-guards.ts";
import { isWiseError, type WiseError } from "../errors/wise-error.ts";
import { responseFacts } from "../generated/client-facts.gen.ts";
import { optionHeaders } from "../generated/options.gen.ts";
import type { MatchedCall } from "./match-call.ts";
import type { ForwardedBody } from "./read-body.ts";
import { protectiveHeaders, rejection } from "./rejection.ts";

const forwardedHeaders = [
  "content-type",
  "content-disposition",
  "retry-after",
  responseFacts.traceId,
  responseFacts.challenge.header,
  ...Object.values(optionHeaders),
];

/**
 * Sends a call on, once, and resolves with Wise's response. Retries are for the browser's client: on both sides they would
 * multiply.
 */
export async function forwardCall(
  core: ClientCore,
  { operation, target, headers }: MatchedCall,
  { content, mediaType }: ForwardedBody,
  signal: AbortSignal,
): Promise<Response> {
  const request = {
    target,
    headers: mediaType === undefined ? headers : { ...headers, "content-type": mediaType },
    body: content,
    idempotencyKey: operation.key && "header" in operation.key ? headers[operation.key.header] : undefined,
  };
  const outcome = await sendRequest(core, operation, request, { signal, maxRetries: 0 });
  return outcome.response.status === 401 ? mustReconnect() : toResponse(outcome);
}

function toResponse({ response, text, file }: CallOutcome): Response {
  const headers = protectiveHeaders();
  for (const name of forwardedHeaders) {
    const value = response.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(file ?? (text || null), { status: response.status, headers });
}

/** Runs what calls Wise. An error of a call becomes 429, 502 or 504, as of a gateway. */
export async function asGateway(serve: () => Promise<Response>): Promise<Response> {
  try {
    return await serve();
  } catch (error) {
    if (!isWiseError(error)) throw error;
    return isAuthenticationError(error) ? mustReconnect() : toGatewayResponse(error);
  }
}

function toGatewayResponse(error: WiseError): Response {
  const status = isRateLimitedError(error) ? 429 : isTimeoutError(error) ? 504 : 502;
  const response = rejection(status, "Wise could not be reached, or did not respond as expected", error.code);
  const waitMs = isApiError(error) ? error.retryAfterMs : undefined;
  if (waitMs !== undefined) response.headers.set("retry-after", String(Math.ceil(waitMs / 1000)));
  return response;
}

/**
 * Wise accepts the user's token no more. A 401 would say that of the user's session with the application, and clients
 * would sign the user out.
 */
function mustReconnect(): Response {
  return rejection(502, "the user must connect to Wise again", "ERR_USER_MUST_RECONNECT");
}
