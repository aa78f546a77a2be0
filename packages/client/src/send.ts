import type { TokenSource } from "./access-token.ts";
import { type AttemptEnd, attempt, type Received, timedOut } from "./attempt.ts";
import { headerValue } from "./build-request.ts";
import { type AttemptEvent, type AttemptResult, type CallListener, headerOf, tell } from "./call-events.ts";
import type { Limits } from "./client-options.ts";
import { type Clock, wait } from "./clock.ts";
import { waitInTime } from "./deadline.ts";
import { traceHeader } from "./generated/client-facts.gen.ts";
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
  readonly url: string;
  readonly headers: Record<string, string>;
  /** What `fetch` takes, with the headers above. */
  readonly init: RequestInit;
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
  readonly retryAfterMs?: number | undefined;
  /** The last attempt. */
  readonly event: AttemptEvent;
}

/**
 * Sends a call until it has an answer that counts. Throws `ConnectionError`, `TimeoutError` and the signal's reason;
 * every answer is returned, success or not. A call that need not wait for its token or its turn has one `await` on its
 * way: each costs as much as a handful of the lines around it.
 */
export async function send(pipeline: Pipeline, exchange: Exchange): Promise<Sent> {
  const { clock, gate, listeners } = pipeline;
  const { operation, url, init, headers, signal, limits } = exchange;
  const token = operation.traits.has("basic") ? undefined : pipeline.token;
  let bearer: string | undefined;
  let isReplay = false;
  exchange.deadline = clock.now() + limits.totalTimeoutMs;

  for (let retries = 0; ; ) {
    signal?.throwIfAborted();
    if (token) {
      const given = bearer ?? token();
      bearer = typeof given === "string" ? given : await waitInTime(clock, exchange, limits.timeoutMs, () => given);
      headers.authorization = `Bearer ${headerValue("access token", bearer)}`;
    }
    // The turn comes last: calls that had theirs and then waited for one token would all go at the same moment.
    if (gate && !gate.enter()) await waitInTime(clock, exchange, limits.totalTimeoutMs, gate.wait);
    const startedAt = clock.now();
    const leftMs = exchange.deadline - startedAt;
    if (leftMs <= 0) throw tookTooLong(exchange, false);
    const event = nextAttempt(exchange);
    tell(listeners, "onRequest", event);
    const end = await attempt(pipeline, url, init, Math.min(limits.timeoutMs, leftMs), signal);
    if (listeners.length) tell(listeners, "onResponse", event, resultOf(clock.now() - startedAt, end));
    const { received, error } = end;
    if (received?.response.ok) return { ...received, event, retryable: false };
    if (!received && signal?.aborted) throw signal.reason;
    if (error === timedOut && leftMs <= limits.timeoutMs) throw tookTooLong(exchange, false);

    if (token && received?.response.status === 401 && !isReplay) {
      isReplay = true;
      const refused = bearer;
      bearer = await waitInTime(clock, exchange, limits.timeoutMs, async () => token(refused));
      if (bearer !== refused) {
        tell(listeners, "onRetry", event, { delayMs: 0, reason: "token" });
        continue;
      }
    }
    bearer = undefined;

    const { delayMs, ...plan } = planRetry(pipeline, exchange, retries, end);
    if (delayMs === undefined) {
      if (received) return { ...received, event, ...plan };
      throw noAnswer(exchange, error, plan.retryable);
    }
    retries += 1;
    const reason = received ? "status" : error === timedOut ? "timeout" : "connection";
    tell(listeners, "onRetry", event, { delayMs, reason });
    await wait(clock, delayMs, signal);
  }
}

function nextAttempt(exchange: Exchange): AttemptEvent {
  const { name, method, path } = exchange.operation;
  exchange.attempts += 1;
  return { operation: name, method, path, origin: exchange.origin, attempt: exchange.attempts };
}

/** Whether a repetition is allowed at all, and how long to wait for it if there is to be one. */
function planRetry({ clock, gate, random }: Pipeline, exchange: Exchange, retries: number, end: AttemptEnd) {
  const { operation, limits, deadline } = exchange;
  const response = end.received?.response;
  const asked = response && retryAfterMs(response.headers, clock.now());
  const isBearable = (asked ?? 0) <= limits.maxRetryAfterMs;
  // Who is asked to wait for longer may be a single user: the others go on.
  if (response?.status === 429 && asked && isBearable) gate?.pause(asked);
  const retryable = canRepeat(operation, response?.status, end.error);
  const delayMs = asked ?? backoffMs(retries, random);
  const isNext = retryable && retries < limits.maxRetries && isBearable && clock.now() + delayMs < deadline;
  return { retryable, retryAfterMs: asked, delayMs: isNext ? delayMs : undefined };
}

function resultOf(durationMs: number, { received, error }: AttemptEnd): AttemptResult {
  if (!received) return { durationMs, error: error === timedOut ? "TimeoutError" : (error as Error | undefined)?.name };
  const { response } = received;
  return { durationMs, status: response.status, traceId: headerOf(response, traceHeader) };
}

function noAnswer(exchange: Exchange, error: unknown, retryable: boolean): Error {
  if (error === timedOut) return tookTooLong(exchange, retryable);
  // Node's parser hangs what it could not read, which may be any part of an answer, on the error that it throws.
  for (const reason of [error, Object(error).cause]) delete Object(reason).data;
  return new ConnectionError("got no answer", { ...factsOf(exchange, retryable), cause: error });
}

/** The error of a call that has used up its time. */
export function tookTooLong(exchange: Exchange, retryable: boolean): TimeoutError {
  return new TimeoutError("took too long", factsOf(exchange, retryable));
}

function factsOf({ operation, attempts }: Exchange, retryable: boolean) {
  return { operation: operation.name, attempts, retryable };
}
