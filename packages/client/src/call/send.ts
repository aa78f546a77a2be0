import { ConnectionError, QueueError, TimeoutError } from "../errors/wise-error.ts";
import { responseFacts } from "../generated/client-facts.gen.ts";
import { type AttemptEvent, type AttemptResult, notifyListeners } from "../observe/events.ts";
import { headerValue } from "../request/header-value.ts";
import { headerOf } from "../response/headers.ts";
import { abortReason } from "../time/abortable.ts";
import { wait } from "../time/clock.ts";
import { withDeadline } from "../time/deadline.ts";
import { type AttemptOutcome, attempt, type FileLimits, type ReceivedResponse, timedOut } from "./attempt.ts";
import type { ClientCore } from "./client-core.ts";
import { errorContext, type PendingCall } from "./pending-call.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import { decideRetry, isRetryable } from "./retry-policy.ts";

/** The response that a call ended with, whatever its status. */
export interface CallOutcome extends ReceivedResponse {
  /** Whether another attempt could do no harm and may succeed. */
  readonly retryable: boolean;
  readonly retryAfterMs?: number | undefined;
  /** The last attempt. */
  readonly event: AttemptEvent;
}

type TimeLimit = "timeoutMs" | "totalTimeoutMs" | "maxQueueMs";

/**
 * Sends a call until there is a response that counts. Every response is returned, success or not. Throws
 * `ConnectionError`, `TimeoutError`, `QueueError` and the signal's reason.
 */
export async function send(core: ClientCore, call: PendingCall): Promise<CallOutcome> {
  const { clock, rateLimiter, userKey, listeners } = core;
  const { options, signal, tokenSource } = call;
  const where = `${call.operation.name}()`;
  const { timeoutMs } = options;
  const deadline = clock.now() + call.timeLeftMs;
  let token: string | undefined;
  let isReplayed = false;

  for (;;) {
    if (signal?.aborted) throw abortReason(signal);

    // Ask for the token, and wait for it if it has to be renewed.
    if (tokenSource && token === undefined) {
      const given = tokenSource();
      token = typeof given === "string" ? given : await waitWithin("timeoutMs", core, call, deadline, () => given);
    }
    if (tokenSource) call.headers.authorization = `Bearer ${headerValue(where, "the access token", token)}`;

    // Wait for a slot of the rate limiter. It comes last: calls that had theirs and then waited for one token would all
    // leave at the same moment.
    if (rateLimiter && !rateLimiter.enter(userKey)) await waitForSlot(core, call, deadline, rateLimiter);

    // Make the attempt, in the time that is left.
    const startedAt = clock.now();
    const leftMs = deadline - startedAt;
    if (leftMs <= 0) throw createTimeoutError(call, "totalTimeoutMs", true);
    const event = nextAttempt(call);
    notifyListeners(core, "onAttemptStart", event);
    const outcome = await attempt(core, {
      url: call.url,
      init: call.init,
      timeoutMs: Math.min(timeoutMs, leftMs),
      signal,
      fileLimits: () => fileLimits(call, leftMs),
    });
    const { received, error } = outcome;
    const response = received?.response;
    if (listeners.length > 0) notifyListeners(core, "onAttemptEnd", event, resultOf(clock.now() - startedAt, outcome));

    // Success, an aborted signal and the call's deadline end it.
    if (received?.response.ok) return { ...received, event, retryable: false };
    if (!received && signal?.aborted) throw abortReason(signal);
    if (error === timedOut && leftMs <= timeoutMs) throw noResponseError(call, error, "totalTimeoutMs");

    // A token that was not accepted is renewed and replaced, once.
    if (tokenSource && response?.status === 401 && !isReplayed) {
      isReplayed = true;
      const rejected = token;
      token = await waitWithin("timeoutMs", core, call, deadline, async () => tokenSource(rejected));
      if (token !== rejected) {
        notifyListeners(core, "onRetry", event, { delayMs: 0, reason: "token" });
        continue;
      }
    }
    token = undefined;

    // Anything else is retried where the contract says that this is safe, a limited number of times.
    const decision = decideRetry(core, call, { response, error }, { retries: call.retries, deadline });
    const { retryAfterMs } = decision;
    if (response?.status === 429 && retryAfterMs && retryAfterMs <= options.maxRetryAfterMs) {
      rateLimiter?.pause(isUserLimit(response) ? userKey : undefined, decision.delayMs);
    }
    if (decision.retry) {
      call.retries += 1;
      notifyListeners(core, "onRetry", event, { delayMs: decision.delayMs, reason: decision.reason });
      await wait(clock, decision.delayMs, signal);
    } else if (received) {
      return { ...received, event, retryable: decision.retryable, retryAfterMs };
    } else {
      throw noResponseError(call, error);
    }
  }
}

/** Waits in the queue of the rate limiter, within its bounds. */
async function waitForSlot(
  core: ClientCore,
  call: PendingCall,
  deadline: number,
  rateLimiter: RateLimiter,
): Promise<void> {
  const { maxQueued } = call.options;
  if (rateLimiter.waiting() >= maxQueued) throw createQueueError(call, `exceeded maxQueued, ${maxQueued} calls`);
  await waitWithin("maxQueueMs", core, call, deadline, (signal) =>
    rateLimiter.wait(core.userKey, signal).catch((cause: unknown) => {
      throw createQueueError(call, "got no slot of the rate limits, their store failed", cause);
    }),
  );
}

function createQueueError(call: PendingCall, what: string, cause?: unknown): QueueError {
  return new QueueError(what, errorContext(call, { retryable: true, cause }));
}

/** Whether a 429 comes from a limit of this user alone. */
function isUserLimit(response: Response): boolean {
  const { userLimit } = responseFacts;
  return userLimit !== undefined && headerOf(response, userLimit.header)?.includes(userLimit.value) === true;
}

/**
 * Waits for what `start` begins, no longer than this limit and the deadline of the call. A call that waits has not been
 * sent, or may be sent again, so that another one can do no harm.
 */
function waitWithin<Value>(
  limit: TimeLimit,
  { clock }: ClientCore,
  call: PendingCall,
  deadline: number,
  start: (signal: AbortSignal) => PromiseLike<Value>,
): Promise<Value> {
  const leftMs = deadline - clock.now();
  const shorter = call.options[limit] < leftMs ? limit : "totalTimeoutMs";
  const limitMs = Math.min(call.options[limit], leftMs);
  const lateError = (): Error =>
    shorter === "maxQueueMs"
      ? createQueueError(call, `exceeded maxQueueMs, ${limitMs} ms`)
      : createTimeoutError(call, shorter, true);
  return withDeadline(clock, { limitMs, lateError, signal: call.signal }, start);
}

function nextAttempt(call: PendingCall): AttemptEvent {
  const { name, method, path } = call.operation;
  call.attempts += 1;
  return { operation: name, method, path, origin: call.origin, callId: call.callId, attempt: call.attempts };
}

/** The body of a file, or one that the caller reads, belongs to the call: it ends with its signal and its deadline. */
function fileLimits(call: PendingCall, leftMs: number): FileLimits | undefined {
  if (typeof call.operation.response !== "function" && !call.reading?.isUnread) return undefined;
  return {
    timeoutMs: leftMs,
    toError(reason) {
      if (call.signal?.aborted) return abortReason(call.signal);
      return noResponseError(call, reason, "totalTimeoutMs");
    },
  };
}

function resultOf(durationMs: number, { received, error }: AttemptOutcome): AttemptResult {
  if (!received) return { durationMs, error: error === timedOut ? "TimeoutError" : (error as Error | undefined)?.name };
  const { response } = received;
  return { durationMs, status: response.status, traceId: headerOf(response, responseFacts.traceId) };
}

function noResponseError(
  call: PendingCall,
  error: unknown,
  limit: TimeLimit = "timeoutMs",
): TimeoutError | ConnectionError {
  const retryable = isRetryable(call, undefined, error);
  if (error === timedOut) return createTimeoutError(call, limit, retryable);
  // Node's parser adds what it could not read, which may be any part of a response, to the error that it throws.
  for (const reason of [error, (error as Error | undefined)?.cause]) {
    if (typeof reason === "object" && reason !== null) delete (reason as { data?: unknown }).data;
  }
  return new ConnectionError("got no response: the connection failed", errorContext(call, { retryable, cause: error }));
}

function createTimeoutError(call: PendingCall, limit: TimeLimit, retryable: boolean): TimeoutError {
  return new TimeoutError(`exceeded ${limit}, ${call.options[limit]} ms`, errorContext(call, { retryable }));
}
