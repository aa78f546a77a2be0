import { abortable } from "./abortable.ts";
import { type ApiError, apiError, ScaRequiredError } from "./api-error.ts";
import { timedOut } from "./attempt.ts";
import { buildRequest, headerValue, type WireRequest } from "./build-request.ts";
import { headerOf, tell, traceHeader } from "./call-events.ts";
import type { CallOptions } from "./call-options.ts";
import { assertOptions, type ClearSca, type Hosts, type Limits, limitsOf } from "./client-options.ts";
import { startDeadline } from "./deadline.ts";
import { decodeAnswer } from "./decode-answer.ts";
import { optionHeaders } from "./generated/client-facts.gen.ts";
import { assertPrivate } from "./hosts.ts";
import type { Operation } from "./operation.ts";
import { type Exchange, type Pipeline, type Sent, send } from "./send.ts";
import type { CallResult, WiseCall } from "./wise-call.ts";
import { DecodeError, TimeoutError } from "./wise-error.ts";

/** A client, as its calls see it. */
export interface ClientCore extends Pipeline {
  readonly hosts: Hosts;
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: Limits;
  readonly onSca: ClearSca | undefined;
}

const optionNames: ReadonlySet<string> = new Set([
  "signal",
  "timeoutMs",
  "totalTimeoutMs",
  "maxRetries",
  "maxRetryAfterMs",
  "headers",
  "correlationId",
  "oneTimeToken",
]);
const longestCorrelationId = 36;

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
    return settled;
  };
  return call;
}

async function run(
  core: ClientCore,
  operation: Operation,
  args: unknown,
  options: CallOptions | undefined,
): Promise<CallResult<unknown>> {
  const sent = await exchange(core, operation, buildRequest(operation, args), options);
  const { response, text } = sent;
  if (!response.ok) throw errorOf(operation, sent);
  const decoded = decodeAnswer(operation, text);
  if (typeof decoded === "string") {
    throw new DecodeError(decoded, { ...contextOf(operation, sent), retryable: false });
  }
  return new Result(decoded.data, response);
}

class Result implements CallResult<unknown> {
  readonly data: unknown;
  readonly response: Response;

  constructor(data: unknown, response: Response) {
    this.data = data;
    this.response = response;
  }

  get traceId(): string | undefined {
    return headerOf(this.response, traceHeader);
  }

  get correlationId(): string | undefined {
    return headerOf(this.response, optionHeaders.correlationId);
  }
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
export async function exchange(
  core: ClientCore,
  operation: Operation,
  request: WireRequest,
  options: CallOptions = {},
): Promise<Sent> {
  const ready = prepare(core, operation, request, options);
  const sent = await sendInTime(core, ready, options);
  if (!core.onSca || sent.response.status !== 403) return sent;
  const challenge = errorOf(operation, sent);
  if (!(challenge instanceof ScaRequiredError)) return sent;
  const { signal } = options;
  await abortable(core.onSca(challenge, { signal }), signal);
  tell(core.listeners, "onRetry", sent.event, { delayMs: 0, reason: "sca" });
  ready.headers[optionHeaders.oneTimeToken] = challenge.oneTimeToken;
  return sendInTime(core, ready, options);
}

async function sendInTime(core: ClientCore, ready: Exchange, options: CallOptions): Promise<Sent> {
  const { totalTimeoutMs } = ready;
  if (totalTimeoutMs === Number.POSITIVE_INFINITY) return send(core, ready);
  const deadline = startDeadline(core.clock, totalTimeoutMs, options.signal);
  ready.signal = deadline.signal;
  ready.deadline = deadline.at;
  try {
    return await send(core, ready);
  } catch (error) {
    if (error !== timedOut) throw error;
    const { operation, attempts } = ready;
    throw new TimeoutError("took too long", { operation: operation.name, attempts, retryable: false });
  } finally {
    deadline.end();
  }
}

/** Puts client, arguments and options of a call together. Anything wrong with an option is a `TypeError`. */
function prepare(core: ClientCore, operation: Operation, request: WireRequest, options: CallOptions): Exchange {
  assertOptions(operation.name, options, optionNames);
  if (operation.basic) assertPrivate(core.hosts[operation.host]);
  return {
    operation,
    origin: core.hosts[operation.host],
    target: request.target,
    headers: headersOf(core, operation, request, options),
    body: request.body,
    signal: options.signal,
    ...limitsOf(core.limits, options),
    deadline: Number.POSITIVE_INFINITY,
    attempts: 0,
  };
}

function headersOf(core: ClientCore, operation: Operation, request: WireRequest, options: CallOptions) {
  const { correlationId, oneTimeToken } = options;
  const accept = operation.answer === "sealed" ? "application/jose, application/json" : "application/json";
  const headers: Record<string, string> = {
    ...core.headers,
    ...(options.headers && plainHeaders(options.headers)),
    accept,
    ...request.headers,
  };
  if (correlationId !== undefined) {
    if (correlationId.length > longestCorrelationId) throw new TypeError("a correlationId has at most 36 characters");
    headers[optionHeaders.correlationId] = headerValue("correlationId", correlationId);
  }
  if (oneTimeToken !== undefined) headers[optionHeaders.oneTimeToken] = headerValue("oneTimeToken", oneTimeToken);
  return headers;
}

/** Headers under lower-case names, so that none is sent twice. */
export function plainHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), headerValue(`header ${name}`, value)]),
  );
}
