import { abortable } from "./abortable.ts";
import type { TokenSource } from "./access-token.ts";
import { attempt, type Received, timedOut } from "./attempt.ts";
import { headerValue } from "./build-request.ts";
import {
  type AttemptEvent,
  type AttemptResult,
  type CallListener,
  headerOf,
  tell,
  traceHeader,
} from "./call-events.ts";
import type { Limits } from "./client-options.ts";
import { type Clock, wait } from "./clock.ts";
import type { Operation } from "./operation.ts";
import type { RateGate } from "./rate-gate.ts";
import { backoffMs, canRepeat, isUnsent, retryAfterMs } from "./retry-policy.ts";
import { ConnectionError, TimeoutError } from "./wise-error.ts";

/** What every call of a client shares. */
export interface Pipeline {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly random: () => number;
  readonly gate: RateGate | undefined;
  readonly token: TokenSource | undefined;
  readonly listeners: readonly CallListener[];
}

/** One call, ready to go. */
export interface Exchange extends Limits {
  readonly operation: Operation;
  readonly origin: string;
  readonly target: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
  /** Ends the call: the caller's signal, or the deadline's, which follows it. */
  signal: AbortSignal | undefined;
  /** When the whole call has to be over, by the clock. */
  deadline: number;
  /** How many attempts were made so far. */
  attempts: number;
}

/** The answer that a call ended with, whatever its status. */
export interface Sent extends Received {
  /** Whether one more attempt could do no harm and may succeed. */
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  /** The last attempt. */
  readonly event: AttemptEvent;
}

interface Outcome {
  readonly event: AttemptEvent;
  readonly bearer: string | undefined;
  readonly received: Received | undefined;
  readonly error: unknown;
}

/**
 * Sends a call until it has an answer that counts. Throws `ConnectionError`, `TimeoutError` and the signal's reason;
 * every answer is returned, success or not.
 */
export async function send(pipeline: Pipeline, exchange: Exchange): Promise<Sent> {
  const { clock, gate } = pipeline;
  const { operation, signal, maxRetryAfterMs } = exchange;
  let fresh: string | undefined;
  let isReplay = false;

  for (let retries = 0; ; ) {
    const outcome = await tryOnce(pipeline, exchange, fresh);
    const { received, error, event } = outcome;
    const status = received?.response.status;
    if (received?.response.ok) return { ...received, event, retryable: false, retryAfterMs: undefined };

    if (status === 401 && pipeline.token && outcome.bearer && !isReplay) {
      isReplay = true;
      fresh = await currentToken(pipeline.token, signal, outcome.bearer);
      if (fresh !== outcome.bearer) {
        tell(pipeline.listeners, "onRetry", event, { delayMs: 0, reason: "token" });
        continue;
      }
    }
    fresh = undefined;

    const asked = received && retryAfterMs(received.response.headers, clock.now());
    if (status === 429 && asked) gate?.pause(Math.min(asked, maxRetryAfterMs));
    const retryable = canRepeat(operation, status === undefined ? { unsent: isUnsent(error) } : { status });
    const delayMs = asked ?? backoffMs(retries, pipeline.random);
    const isInTime = delayMs <= maxRetryAfterMs && clock.now() + delayMs < exchange.deadline;
    if (!retryable || retries >= exchange.maxRetries || !isInTime) {
      if (received) return { ...received, event, retryable, retryAfterMs: asked };
      throw noAnswer(exchange, error, retryable);
    }
    retries += 1;
    const reason = status !== undefined ? "status" : error === timedOut ? "timeout" : "connection";
    tell(pipeline.listeners, "onRetry", event, { delayMs, reason });
    await wait(clock, delayMs, signal);
  }
}

/** Waits for its turn and its token, then makes one attempt. Throws only what ends the call. */
async function tryOnce(pipeline: Pipeline, exchange: Exchange, fresh: string | undefined): Promise<Outcome> {
  const { gate, clock, listeners, token } = pipeline;
  const { operation, signal, headers, origin, body } = exchange;
  signal?.throwIfAborted();
  const turn = gate?.enter(signal);
  if (turn) await turn;
  let bearer = fresh;
  if (token && !operation.basic) {
    bearer ??= await currentToken(token, signal);
    headers.authorization = `Bearer ${headerValue("access token", bearer)}`;
  }
  const { name, method, path } = operation;
  const event = { operation: name, method, path, origin, attempt: ++exchange.attempts };
  const startedAt = clock.now();
  tell(listeners, "onRequest", event);
  const init: RequestInit = { method, headers, redirect: "manual" };
  if (body !== undefined) init.body = body;
  const { received, error } = await attempt(pipeline.fetch, origin + exchange.target, init, { ...exchange, clock });
  if (listeners.length > 0) tell(listeners, "onResponse", event, resultOf(clock.now() - startedAt, received, error));
  if (!received && signal?.aborted) throw signal.reason;
  return { event, bearer, received, error };
}

function currentToken(
  source: TokenSource,
  signal: AbortSignal | undefined,
  refused?: string,
): Promise<string> | string {
  const given = source(refused);
  return typeof given === "string" ? given : abortable(given, signal);
}

function resultOf(durationMs: number, received: Received | undefined, error: unknown): AttemptResult {
  if (!received)
    return { durationMs, error: error === timedOut ? "TimeoutError" : error instanceof Error ? error.name : "Error" };
  const { response } = received;
  return { durationMs, status: response.status, traceId: headerOf(response, traceHeader) };
}

function noAnswer({ operation, attempts }: Exchange, error: unknown, retryable: boolean): Error {
  const context = { operation: operation.name, attempts, retryable };
  if (error === timedOut) return new TimeoutError("took too long", context);
  return new ConnectionError("got no answer", { ...context, cause: error });
}
