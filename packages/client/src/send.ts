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
import { waitInTime } from "./deadline.ts";
import type { Operation } from "./operation.ts";
import type { RateGate } from "./rate-gate.ts";
import { backoffMs, canRepeat, retryAfterMs } from "./retry-policy.ts";
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
export interface Exchange {
  readonly operation: Operation;
  readonly origin: string;
  readonly target: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  /** When the whole call has to be over, by the clock. Set when it is sent. */
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
  const { clock, gate, token, listeners } = pipeline;
  const { operation, signal, limits } = exchange;
  let bearer: string | undefined;
  let isReplay = false;
  exchange.deadline = clock.now() + limits.totalTimeoutMs;

  for (let retries = 0; ; ) {
    const outcome = await tryOnce(pipeline, exchange, bearer);
    const { received, error, event } = outcome;
    const status = received?.response.status;
    if (received?.response.ok) return { ...received, event, retryable: false, retryAfterMs: undefined };

    if (status === 401 && token && !operation.traits.has("basic") && !isReplay) {
      isReplay = true;
      bearer = await currentToken(token, clock, exchange, outcome.bearer);
      if (bearer !== outcome.bearer) {
        tell(listeners, "onRetry", event, { delayMs: 0, reason: "token" });
        continue;
      }
    }
    bearer = undefined;

    const asked = received && retryAfterMs(received.response.headers, clock.now());
    const isBearable = (asked ?? 0) <= limits.maxRetryAfterMs;
    // Who is asked to wait for longer may be a single user: the others go on.
    if (status === 429 && asked && isBearable) gate?.pause(asked);
    const retryable = canRepeat(operation, status, error);
    const delayMs = asked ?? backoffMs(retries, pipeline.random);
    const isInTime = isBearable && clock.now() + delayMs < exchange.deadline;
    if (!retryable || retries >= limits.maxRetries || !isInTime) {
      if (received) return { ...received, event, retryable, retryAfterMs: asked };
      throw noAnswer(exchange, error, retryable);
    }
    retries += 1;
    const reason = received ? "status" : error === timedOut ? "timeout" : "connection";
    tell(listeners, "onRetry", event, { delayMs, reason });
    await wait(clock, delayMs, signal);
  }
}

/** Waits for its token and its turn, then makes one attempt. Throws only what ends the call. */
async function tryOnce(pipeline: Pipeline, exchange: Exchange, fresh: string | undefined): Promise<Outcome> {
  const { gate, clock, listeners, token } = pipeline;
  const { operation, signal, headers, origin, body } = exchange;
  signal?.throwIfAborted();
  let bearer = fresh;
  if (token && !operation.traits.has("basic")) {
    if (bearer === undefined) {
      const given = currentToken(token, clock, exchange);
      bearer = typeof given === "string" ? given : await given;
    }
    headers.authorization = `Bearer ${headerValue("access token", bearer)}`;
  }
  // The turn comes last: calls that had theirs and then waited for one token would all go at the same moment.
  if (gate && !gate.enter()) await waitInTime(clock, exchange, gate.wait);
  const leftMs = exchange.deadline - clock.now();
  if (leftMs <= 0) throw tookTooLong(exchange, false);
  const { name, method, path } = operation;
  exchange.attempts += 1;
  const event = { operation: name, method, path, origin, attempt: exchange.attempts };
  const isHeard = listeners.length > 0;
  const startedAt = isHeard ? clock.now() : 0;
  if (isHeard) tell(listeners, "onRequest", event);
  const init: RequestInit = { method, headers, redirect: "manual" };
  if (body !== undefined) init.body = body;
  const url = origin + exchange.target;
  const { timeoutMs } = exchange.limits;
  const { received, error } = await attempt(pipeline.fetch, url, init, clock, Math.min(timeoutMs, leftMs), signal);
  if (isHeard) tell(listeners, "onResponse", event, resultOf(clock.now() - startedAt, received, error));
  if (!received && signal?.aborted) throw signal.reason;
  if (error === timedOut && leftMs <= timeoutMs) throw tookTooLong(exchange, false);
  return { event, bearer, received, error };
}

function currentToken(
  source: TokenSource,
  clock: Clock,
  exchange: Exchange,
  refused?: string,
): Promise<string> | string {
  const given = source(refused);
  return typeof given === "string" ? given : waitInTime(clock, exchange, () => given);
}

function resultOf(durationMs: number, received: Received | undefined, error: unknown): AttemptResult {
  if (!received) return { durationMs, error: error === timedOut ? "TimeoutError" : (error as Error | undefined)?.name };
  const { response } = received;
  return { durationMs, status: response.status, traceId: headerOf(response, traceHeader) };
}

function noAnswer(exchange: Exchange, error: unknown, retryable: boolean): Error {
  if (error === timedOut) return tookTooLong(exchange, retryable);
  const { operation, attempts } = exchange;
  // Node's parser hangs what it could not read, which may be any part of an answer, on the error that it throws.
  for (const reason of [error, Object(error).cause]) delete Object(reason).data;
  return new ConnectionError("got no answer", { operation: operation.name, attempts, retryable, cause: error });
}

/** The error of a call that has used up its time. */
export function tookTooLong({ operation, attempts }: Exchange, retryable: boolean): TimeoutError {
  return new TimeoutError("took too long", { operation: operation.name, attempts, retryable });
}
