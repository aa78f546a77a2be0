import { abortable } from "./abortable.ts";
import { type ApiError, apiError, ScaRequiredError } from "./api-error.ts";
import { buildRequest, headerValue, type WireRequest } from "./build-request.ts";
import { headerOf, tell, traceHeader } from "./call-events.ts";
import type { CallOptions } from "./call-options.ts";
import { assertOptions, type ClearSca, defaultLimits, type Hosts, type Limits, limitsOf } from "./client-options.ts";
import { decodeAnswer } from "./decode-answer.ts";
import { optionHeaders } from "./generated/client-facts.gen.ts";
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

const optionNames: ReadonlySet<string> = new Set([
  "signal",
  "headers",
  ...Object.keys(defaultLimits),
  ...Object.keys(optionHeaders),
]);

/** Starts a call. Whatever goes wrong, mistakes in the arguments included, rejects the promise. */
export function startCall(
  core: ClientCore,
  operation: Operation,
  args: unknown,
  options?: CallOptions,
): WiseCall<unknown> {
  const settled = run(core, operation, args, options);
  const call = settled.then((result) => result.data) as WiseCall<unknown>;
  call.withResponse = () => {
    call.catch(() => {}); // Whoever asks for the response hears of the failure there.
    return settled.then(({ data, response }) => ({
      data,
      response,
      traceId: headerOf(response, traceHeader),
      correlationId: headerOf(response, optionHeaders.correlationId),
    }));
  };
  return call;
}

async function run(core: ClientCore, operation: Operation, args: unknown, options: CallOptions | undefined) {
  const sent = await exchange(core, operation, buildRequest(operation, args), options);
  const { response, text } = sent;
  if (!response.ok) throw errorOf(operation, sent);
  const decoded = decodeAnswer(operation, text);
  if (typeof decoded === "string") {
    throw new DecodeError(decoded, { ...contextOf(operation, sent), retryable: false });
  }
  return { data: decoded.data, response };
}

function contextOf({ name }: Operation, { response, event }: Sent) {
  return { operation: name, attempts: event.attempt, traceId: headerOf(response, traceHeader) };
}

function errorOf(operation: Operation, sent: Sent): ApiError {
  const { response, text, retryable, retryAfterMs } = sent;
  const { status } = response;
  const correlationId = headerOf(response, optionHeaders.correlationId);
  const isChallenge = status === 403 && headerOf(response, "x-2fa-approval-result") === "REJECTED";
  return apiError(
    { ...contextOf(operation, sent), text, status, correlationId, retryable, retryAfterMs },
    isChallenge ? headerOf(response, optionHeaders.oneTimeToken) : undefined,
  );
}

/** Sends a request under the call's options. A call that strong customer authentication stops is repeated once. */
export function exchange(
  core: ClientCore,
  operation: Operation,
  request: WireRequest,
  options?: CallOptions,
): Promise<Sent> {
  const ready = prepare(core, operation, request, options);
  return core.onSca ? sendWithSca(core, core.onSca, ready) : send(core, ready);
}

async function sendWithSca(core: ClientCore, onSca: ClearSca, ready: Exchange): Promise<Sent> {
  const sent = await send(core, ready);
  if (sent.response.status !== 403) return sent;
  const { operation, signal, headers } = ready;
  const challenge = errorOf(operation, sent);
  if (!(challenge instanceof ScaRequiredError)) return sent;
  await abortable(onSca(challenge, { signal }), signal);
  tell(core.listeners, "onRetry", sent.event, { delayMs: 0, reason: "sca" });
  headers[optionHeaders.oneTimeToken] = challenge.oneTimeToken;
  return send(core, ready);
}

/** Puts client, arguments and options of a call together. Anything wrong with an option is a `TypeError`. */
function prepare(core: ClientCore, operation: Operation, request: WireRequest, options?: CallOptions): Exchange {
  assertOptions(operation.name, options, optionNames);
  if (operation.traits.has("basic")) assertPrivate(core.hosts[operation.host]);
  return {
    operation,
    origin: core.hosts[operation.host],
    target: request.target,
    headers: headersOf(core, operation, request, options),
    body: request.body,
    signal: options?.signal,
    limits: limitsOf(core.limits, options),
    deadline: 0,
    attempts: 0,
  };
}

function headersOf(core: ClientCore, operation: Operation, request: WireRequest, options?: CallOptions) {
  const accept = operation.traits.has("sealed") ? "application/jose, application/json" : "application/json";
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
