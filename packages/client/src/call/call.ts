import { type ApiError, createApiError, ScaRequiredError } from "../errors/api-error.ts";
import type { DecodeErrorContext, ErrorContext } from "../errors/wise-error.ts";
import { responseFacts } from "../generated/client-facts.gen.ts";
import { notifyListeners } from "../observe/events.ts";
import type { Operation } from "../operation.ts";
import type { CallOptions, KeyedCallOptions } from "../options/call-options.ts";
import type { ScaChallengeHandler } from "../options/client-options.ts";
import { buildRequest } from "../request/build-request.ts";
import { pathBelow } from "../request/value-path.ts";
import type { WireRequest } from "../request/wire-request.ts";
import { decodeResponse } from "../response/decode-response.ts";
import { headerOf, mediaTypeOf } from "../response/headers.ts";
import { abortable } from "../time/abortable.ts";
import { type CallPromise, createCallPromise, type DecodedResponse } from "./call-promise.ts";
import type { ClientCore } from "./client-core.ts";
import { errorContext, type PendingCall, prepareCall } from "./pending-call.ts";
import { type CallOutcome, send } from "./send.ts";

/**
 * Starts a call. Whatever goes wrong, mistakes in the arguments included, rejects the promise. The way of a call:
 *
 * 1. Arguments become a request: path, query, headers, body, idempotency key (`request/build-request.ts`).
 * 2. Address, further headers and options are put with it (`call/pending-call.ts`).
 * 3. It gets a token (`auth/access-token.ts`, `auth/token-provider.ts`).
 * 4. It waits for a slot of the rate limiter (`call/rate-limiter.ts`).
 * 5. An attempt is made: sent, and its response read, in time (`call/attempt.ts`).
 * 6. If that failed: with a new token after a 401, or later, it goes back to 3 (`call/send.ts`, `call/retry-policy.ts`).
 * 7. If strong customer authentication stopped it: once the challenge is cleared, it goes back to 3, once (below).
 * 8. The response becomes a value (`response/decode-response.ts`), or an error (`errors/api-error.ts`).
 */
export function startCall(
  core: ClientCore,
  operation: Operation,
  args: unknown,
  options?: KeyedCallOptions,
): CallPromise<unknown> {
  return createCallPromise(runCall(core, operation, args, options));
}

/** Makes a call, from its arguments to its value. */
export async function runCall(
  core: ClientCore,
  operation: Operation,
  args: unknown,
  options?: KeyedCallOptions,
): Promise<DecodedResponse> {
  const { largeIntegers } = core;
  const writeJson = largeIntegers && (await import("../request/write-json.ts")).createWriteJson({ pathBelow });
  const request = buildRequest(operation, args, { writeJson, idempotencyKey: options?.idempotencyKey });
  const call = prepareCall(core, operation, request, options);
  const outcome = await sendCall(core, call);
  if (!outcome.response.ok) throw errorOf(call, outcome);
  const context = (): DecodeErrorContext => decodeContextOf(call, outcome);
  const data = await decodeResponse(operation, outcome, { context, largeIntegers });
  core.checkValue?.(operation, data, context);
  return { data, response: outcome.response, context };
}

/** Sends a request under the options of a call, and resolves with its response, whatever its status. */
export async function sendRequest(
  core: ClientCore,
  operation: Operation,
  request: WireRequest,
  options?: CallOptions,
): Promise<CallOutcome> {
  return sendCall(core, prepareCall(core, operation, request, options));
}

function sendCall(core: ClientCore, call: PendingCall): Promise<CallOutcome> {
  const { onSca } = core;
  return onSca ? sendUntilCleared(core, call, onSca) : send(core, call);
}

/** Sends a call. If strong customer authentication stops it, it is sent once more when its challenge has been cleared. */
async function sendUntilCleared(core: ClientCore, call: PendingCall, onSca: ScaChallengeHandler): Promise<CallOutcome> {
  const outcome = await send(core, call);
  if (outcome.response.status !== 403) return outcome;
  const challenge = errorOf(call, outcome);
  if (!(challenge instanceof ScaRequiredError)) return outcome;
  await abortable(onSca(challenge, { signal: call.signal }), call.signal);
  notifyListeners(core, "onRetry", outcome.event, { delayMs: 0, reason: "sca" });
  call.headers[responseFacts.oneTimeToken as string] = challenge.oneTimeToken;
  return send(core, call);
}

function errorOf(call: PendingCall, outcome: CallOutcome): ApiError {
  const { response, text, retryAfterMs } = outcome;
  const { status } = response;
  const isChallenge =
    status === 403 && headerOf(response, responseFacts.challenge.header) === responseFacts.challenge.value;
  const oneTimeToken = isChallenge ? headerOf(response, responseFacts.oneTimeToken) : undefined;
  const correlationId = headerOf(response, responseFacts.correlationId);
  return createApiError({ ...contextOf(call, outcome), text, status, correlationId, retryAfterMs }, oneTimeToken);
}

function contextOf(call: PendingCall, { response, retryable }: CallOutcome): ErrorContext {
  return errorContext(call, { retryable, traceId: headerOf(response, responseFacts.traceId) });
}

function decodeContextOf(call: PendingCall, outcome: CallOutcome): DecodeErrorContext {
  const { response, text, file } = outcome;
  const length = file ? undefined : text.length;
  return { ...contextOf(call, outcome), status: response.status, mediaType: mediaTypeOf(response), length };
}
