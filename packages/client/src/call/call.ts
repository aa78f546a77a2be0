import type { Challenge, OneTimeTokenStatus } from "@wisekit/spec";
import { type ApiError, createApiError, ScaRequiredError } from "../errors/api-error.ts";
import type { DecodeErrorContext, ErrorContext } from "../errors/wise-error.ts";
import { responseFacts } from "../generated/client-facts.gen.ts";
import type { Operation } from "../operation.ts";
import type { CallOptions, KeyedCallOptions } from "../options/call-options.ts";
import { buildRequest } from "../request/build-request.ts";
import { pathBelow } from "../request/value-path.ts";
import type { WireRequest } from "../request/wire-request.ts";
import { decodeResponse } from "../response/decode-response.ts";
import { headerOf, headersOf, mediaTypeOf } from "../response/headers.ts";
import { abortReason } from "../time/abortable.ts";
import { type CallPromise, createCallPromise, type DecodedResponse, type Reading } from "./call-promise.ts";
import { sendUntilCleared } from "./clear-challenge.ts";
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
 * 7. If strong customer authentication stopped it: once the challenge is cleared, it goes back to 3, once (`call/clear-challenge.ts`).
 * 8. The response becomes a value (`response/decode-response.ts`), or an error (`errors/api-error.ts`).
 */
export function startCall(
  core: ClientCore,
  operation: Operation,
  args: unknown,
  options?: KeyedCallOptions,
): CallPromise<unknown> {
  const reading = { isUnread: false };
  return createCallPromise(runCall(core, operation, args, options, reading), reading);
}

/** Makes a call, from its arguments to its value. */
export async function runCall(
  core: ClientCore,
  operation: Operation,
  args: unknown,
  options?: KeyedCallOptions,
  reading?: Reading,
): Promise<DecodedResponse> {
  const { largeIntegers } = core;
  const writeJson = largeIntegers && (await import("../request/write-json.ts")).createWriteJson({ pathBelow });
  const request = buildRequest(operation, args, { writeJson, idempotencyKey: options?.idempotencyKey });
  const call = prepareCall(core, operation, request, options, reading);
  const outcome = await sendCall(core, call);
  if (!outcome.response.ok) throw await errorOf(core, call, outcome);
  const context = (): DecodeErrorContext => decodeContextOf(call, outcome);
  if (reading?.isUnread) return { data: undefined, response: unreadResponse(call, outcome), isUnread: true, context };
  const data = await readResponse(core, call, outcome, context);
  return { data, isUnread: false, response: outcome.response, context };
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

/**
 * Sends a request as `sendRequest` does, and reads a success as a call does. The text is that of the value then, in which
 * integers beyond 2^53 are strings.
 *
 * @throws {DecodeError} for a success that is not what the operation returns.
 */
export async function sendAndCheck(
  core: ClientCore,
  operation: Operation,
  request: WireRequest,
  options?: KeyedCallOptions,
): Promise<CallOutcome> {
  const call = prepareCall(core, operation, request, options);
  const outcome = await sendCall(core, call);
  if (!outcome.response.ok) return outcome;
  const data = await readResponse(core, call, outcome, () => decodeContextOf(call, outcome));
  return operation.response === undefined ? { ...outcome, text: JSON.stringify(data) } : outcome;
}

/** A success as it came. Its body ends with the call's signal and deadline. */
function unreadResponse({ operation }: PendingCall, { response, file }: CallOutcome): Response {
  if (operation.response === "sealed") {
    file?.cancel().catch(() => {}); // It is not to be read.
    throw new TypeError(`${operation.name}(): asResponse() cannot be used; card data is sealed`);
  }
  const { status, statusText, headers } = response;
  return new Response([204, 205].includes(status) ? null : (file ?? null), { status, statusText, headers });
}

async function readResponse(
  core: ClientCore,
  { operation }: PendingCall,
  outcome: CallOutcome,
  context: () => DecodeErrorContext,
): Promise<unknown> {
  const data = await decodeResponse(operation, outcome, { context, largeIntegers: core.largeIntegers });
  core.checkValue?.(operation, data, context);
  return data;
}

function sendCall(core: ClientCore, call: PendingCall): Promise<CallOutcome> {
  if (!core.onSca) return send(core, call);
  return sendUntilCleared(core, call, {
    async challengeOf(outcome) {
      const error = outcome.response.status === 403 && (await errorOf(core, call, outcome));
      return error instanceof ScaRequiredError ? error : undefined;
    },
    challengesOf: (oneTimeToken) => challengesOf(core, call, oneTimeToken),
  });
}

/** The error of a response. A challenge of strong customer authentication comes with what it asks for. */
async function errorOf(core: ClientCore, call: PendingCall, outcome: CallOutcome): Promise<ApiError> {
  const { response, text, retryAfterMs } = outcome;
  const { status } = response;
  const isChallenge =
    status === 403 && headerOf(response, responseFacts.challenge.header) === responseFacts.challenge.value;
  const oneTimeToken = isChallenge ? headerOf(response, responseFacts.oneTimeToken) : undefined;
  const challenges = oneTimeToken === undefined ? undefined : await challengesOf(core, call, oneTimeToken);
  return createApiError(
    {
      ...contextOf(call, outcome),
      text,
      status,
      correlationId: headerOf(response, responseFacts.correlationId),
      retryAfterMs,
      headers: headersOf(response, responseFacts.errorHeaders),
      argumentNames: [...call.operation.places].flatMap(([name, { wireName }]) => [name, wireName]),
    },
    oneTimeToken,
    challenges,
  );
}

/** What a one-time token asks for; nothing if the client lacks the operation that says it, or the call of it fails. */
async function challengesOf(
  core: ClientCore,
  { operation, signal }: PendingCall,
  oneTimeToken: string,
): Promise<readonly Challenge[] | undefined> {
  const { scaStatus } = core;
  if (!scaStatus || operation.auth !== undefined || operation === scaStatus) return undefined;
  try {
    const { data } = await runCall(
      { ...core, onSca: undefined },
      scaStatus,
      { oneTimeToken },
      { signal, maxRetries: 0 },
    );
    return (data as OneTimeTokenStatus).oneTimeTokenProperties.challenges;
  } catch {
    if (signal?.aborted) throw abortReason(signal);
    return undefined; // The challenge stands, whatever it asks for.
  }
}

function contextOf(call: PendingCall, { response, retryable }: CallOutcome): ErrorContext {
  return errorContext(call, { retryable, traceId: headerOf(response, responseFacts.traceId) });
}

function decodeContextOf(call: PendingCall, outcome: CallOutcome): DecodeErrorContext {
  const { response, text, file } = outcome;
  const length = file ? undefined : text.length;
  return { ...contextOf(call, outcome), status: response.status, mediaType: mediaTypeOf(response), length };
}
