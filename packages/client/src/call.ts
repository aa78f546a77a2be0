import { abortable } from "./abortable.ts";
import { apiError } from "./api-error.ts";
import { timedOut } from "./attempt.ts";
import { buildRequest, headerValue, type WireRequest } from "./build-request.ts";
import { tell } from "./call-events.ts";
import type { CallOptions } from "./call-options.ts";
import { assertOptions, count, duration, type Hosts } from "./client-options.ts";
import { startDeadline } from "./deadline.ts";
import { decodeAnswer } from "./decode-answer.ts";
import { optionHeaders } from "./generated/client-facts.gen.ts";
import { assertPrivate } from "./hosts.ts";
import type { Operation } from "./operation.ts";
import { challengedToken, type ScaChallenge } from "./sca-challenge.ts";
import { type Exchange, type Pipeline, type Sent, send } from "./send.ts";
import type { CallResult, WiseCall } from "./wise-call.ts";
import { DecodeError, TimeoutError } from "./wise-error.ts";

/** A client, as its calls see it. */
export interface ClientCore extends Pipeline {
  readonly hosts: Hosts;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number | undefined;
  readonly maxRetries: number;
  readonly maxRetryAfterMs: number;
  readonly onSca:
    | ((challenge: ScaChallenge, context: { signal: AbortSignal | undefined }) => Promise<void>)
    | undefined;
  challenge(operation: Operation, oneTimeToken: string): ScaChallenge;
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

async function run(core: ClientCore, operation: Operation, args: unknown, options: CallOptions | undefined) {
  const { sent, attempts } = await exchange(core, operation, buildRequest(operation, args), options);
  const { response, text } = sent;
  const result = new Result(response);
  const context = { operation: operation.name, attempts, traceId: result.traceId };
  if (!response.ok) {
    const oneTimeToken = challengedToken(response);
    const { retryable, retryAfterMs } = sent;
    throw apiError(
      { ...context, text, status: response.status, correlationId: result.correlationId, retryable, retryAfterMs },
      oneTimeToken === undefined ? undefined : core.challenge(operation, oneTimeToken),
    );
  }
  const decoded = decodeAnswer(operation, text);
  if (typeof decoded === "string") throw new DecodeError(decoded, { ...context, retryable: false });
  result.data = decoded.data;
  return result;
}

class Result implements CallResult<unknown> {
  data: unknown;
  readonly response: Response;

  constructor(response: Response) {
    this.response = response;
  }

  get traceId(): string | undefined {
    return this.response.headers.get("x-trace-id") ?? undefined;
  }

  get correlationId(): string | undefined {
    return this.response.headers.get(optionHeaders.correlationId) ?? undefined;
  }
}

/** Sends a request under the call's options. A call that strong customer authentication stops is repeated once. */
export async function exchange(
  core: ClientCore,
  operation: Operation,
  request: WireRequest,
  options: CallOptions = {},
): Promise<{ readonly sent: Sent; readonly attempts: number }> {
  const { onSca } = core;
  const ready = prepare(core, operation, request, options);
  const first = await sendInTime(core, ready, options);
  const oneTimeToken = onSca && challengedToken(first.response);
  if (!onSca || !oneTimeToken) return { sent: first, attempts: ready.attempts };

  const { signal } = options;
  await abortable(onSca(core.challenge(operation, oneTimeToken), { signal }), signal);
  const { name, method, path } = operation;
  const event = { operation: name, method, path, origin: ready.origin, attempt: ready.attempts };
  tell(core.listeners, "onRetry", event, { delayMs: 0, reason: "sca" });
  ready.headers[optionHeaders.oneTimeToken] = oneTimeToken;
  return { sent: await sendInTime(core, ready, options), attempts: ready.attempts };
}

async function sendInTime(core: ClientCore, ready: Exchange, options: CallOptions): Promise<Sent> {
  const limitMs = options.totalTimeoutMs ?? core.totalTimeoutMs;
  if (limitMs === undefined) return send(core, ready);
  const deadline = startDeadline(core.clock, duration("totalTimeoutMs", limitMs), options.signal);
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
  const { timeoutMs, maxRetries, maxRetryAfterMs, signal } = options;
  return {
    operation,
    origin: core.hosts[operation.host],
    target: request.target,
    headers: headersOf(core, operation, request, options),
    body: request.body,
    signal,
    timeoutMs: timeoutMs === undefined ? core.timeoutMs : duration("timeoutMs", timeoutMs),
    deadline: Number.POSITIVE_INFINITY,
    maxRetries: maxRetries === undefined ? core.maxRetries : count("maxRetries", maxRetries),
    maxRetryAfterMs:
      maxRetryAfterMs === undefined ? core.maxRetryAfterMs : duration("maxRetryAfterMs", maxRetryAfterMs),
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
