import { abortable } from "./abortable.ts";
import { type ApiError, apiError, ScaRequiredError } from "./api-error.ts";
import { buildRequest, headerValue, type WireRequest } from "./build-request.ts";
import { headerOf, tell } from "./call-events.ts";
import type { CallOptions } from "./call-options.ts";
import { assertOptions, type ClearSca, defaultLimits, type Hosts, type Limits, limitsOf } from "./client-options.ts";
import { decodeAnswer } from "./decode-answer.ts";
import { challengeHeader, challengeValue, optionHeaders, traceHeader } from "./generated/client-facts.gen.ts";
import { assertPrivate } from "./hosts.ts";
import type { Operation } from "./operation.ts";
import { type Exchange, type Pipeline, type Sent, send } from "./send.ts";
import type { WiseCall } from "./wise-call.ts";
import { DecodeError } from "./wise-error.ts";

/** A client, as its calls see it. */
export interface ClientCore extends Pipeline {
  readonly hosts: Hosts;
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: Limits;
  readonly onSca: ClearSca | undefined;
}

const optionNames: readonly string[] = [
  "signal",
  "headers",
  ...Object.keys(defaultLimits),
  ...Object.keys(optionHeaders),
];

/** A call and, once it is over, the response that carried its value. */
interface StartedCall extends WiseCall<unknown> {
  answer: { response?: Response };
}

/** Starts a call. Whatever goes wrong, mistakes in the arguments included, rejects the promise. */
export function startCall(
  core: ClientCore,
  operation: Operation,
  args: unknown,
  options?: CallOptions,
): WiseCall<unknown> {
  const answer = {};
  const call = run(core, operation, args, options, answer) as StartedCall;
  call.answer = answer;
  call.withResponse = withResponse;
  return call;
}

/** One function for all calls: a closure for each would keep every finished call alive through several collections. */
async function withResponse(this: StartedCall) {
  const data = await this;
  const { response } = this.answer as Required<StartedCall["answer"]>;
  return {
    data,
    response,
    traceId: headerOf(response, traceHeader),
    correlationId: headerOf(response, optionHeaders.correlationId),
  };
}

async function run(
  core: ClientCore,
  operation: Operation,
  args: unknown,
  options: CallOptions | undefined,
  answer: { response?: Response },
): Promise<unknown> {
  const ready = prepare(core, operation, buildRequest(operation, args), options);
  let sent = await send(core, ready);
  if (sent.response.status === 403) sent = await clearAndRepeat(core, ready, sent);
  const { response, text } = sent;
  if (!response.ok) throw errorOf(sent);
  const decoded = decodeAnswer(operation, text);
  if (typeof decoded === "string") throw new DecodeError(decoded, contextOf(sent));
  answer.response = response;
  return decoded.data;
}

function contextOf({ response, event, retryable }: Sent) {
  return { operation: event.operation, attempts: event.attempt, traceId: headerOf(response, traceHeader), retryable };
}

function errorOf(sent: Sent): ApiError {
  const { response, text, retryAfterMs } = sent;
  const { status } = response;
  const correlationId = headerOf(response, optionHeaders.correlationId);
  const isChallenge = status === 403 && headerOf(response, challengeHeader) === challengeValue;
  return apiError(
    { ...contextOf(sent), text, status, correlationId, retryAfterMs },
    isChallenge ? headerOf(response, optionHeaders.oneTimeToken) : undefined,
  );
}

/** Sends a request under the call's options, and resolves with its answer, whatever its status. */
export async function exchange(
  core: ClientCore,
  operation: Operation,
  request: WireRequest,
  options?: CallOptions,
): Promise<Sent> {
  const ready = prepare(core, operation, request, options);
  const sent = await send(core, ready);
  return sent.response.status === 403 ? clearAndRepeat(core, ready, sent) : sent;
}

/** A call that strong customer authentication stopped is repeated once, when its challenge has been cleared. */
async function clearAndRepeat(core: ClientCore, ready: Exchange, sent: Sent): Promise<Sent> {
  const { onSca, listeners } = core;
  const { signal, headers } = ready;
  const challenge = errorOf(sent);
  if (!onSca || !(challenge instanceof ScaRequiredError)) return sent;
  await abortable(onSca(challenge, { signal }), signal);
  tell(listeners, "onRetry", sent.event, { delayMs: 0, reason: "sca" });
  headers[optionHeaders.oneTimeToken] = challenge.oneTimeToken;
  return send(core, ready);
}

/** Puts client, arguments and options of a call together. Anything wrong with an option is a `TypeError`. */
function prepare(core: ClientCore, operation: Operation, request: WireRequest, options?: CallOptions): Exchange {
  assertOptions(operation.name, options, optionNames);
  const origin = core.hosts[operation.host];
  const headers = headersOf(core, operation, request, options);
  if (headers.authorization) assertPrivate(origin);
  return {
    operation,
    origin,
    url: origin + request.target,
    headers,
    init: { method: operation.method, headers, body: request.body ?? null, redirect: "manual" },
    signal: options?.signal,
    limits: limitsOf(core.limits, options),
    deadline: 0,
    attempts: 0,
  };
}

function headersOf(core: ClientCore, operation: Operation, request: WireRequest, options?: CallOptions) {
  const accept = `${operation.traits.has("sealed") ? "application/jose, " : ""}application/json`;
  const further = options?.headers && plainHeaders(options.headers);
  const headers: Record<string, string> = { ...core.headers, ...further, accept, ...request.headers };
  for (const name in options && optionHeaders) {
    const value = options?.[name as keyof typeof optionHeaders];
    if (value !== undefined) headers[optionHeaders[name as keyof typeof optionHeaders]] = headerValue(name, value);
  }
  return headers;
}

/** Headers under lower-case names, so that none is sent twice. A name or value that cannot travel is a `TypeError`. */
export function plainHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    new Headers(Object.entries(headers).map(([name, value]) => [name, headerValue(name, value)])),
  );
}
