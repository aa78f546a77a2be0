import type { RetryPlan } from "../observe/events.ts";
import { isSafeToRetry } from "../operation.ts";
import { timedOut } from "./attempt.ts";
import type { ClientCore } from "./client-core.ts";
import type { PendingCall } from "./pending-call.ts";

const firstDelayMs = 500;
const longestDelayMs = 8000;

/** Of a call that may be sent twice, these statuses are retried, as well as 500 and above. */
const retriedStatuses: readonly number[] = [408, 429];

/** A failed attempt: with a response, or with the error that took its place. */
export interface FailedAttempt {
  readonly response: Response | undefined;
  readonly error: unknown;
}

/** Whether there is another attempt, and when; else whether one could do no harm and may succeed. */
export type RetryDecision = {
  /** What the server asked for. */
  readonly retryAfterMs: number | undefined;
  /** What it asked for, and a random time on top, so that those who were told the same do not come back together. */
  readonly delayMs: number;
} & (
  | { readonly retry: true; readonly reason: RetryPlan["reason"] }
  | { readonly retry: false; readonly retryable: boolean }
);

/** Decides after a failed attempt. `retries` is how many retries there were; `deadline` is when the call has to be over. */
export function decideRetry(
  { clock, random }: ClientCore,
  call: PendingCall,
  { response, error }: FailedAttempt,
  { retries, deadline }: { readonly retries: number; readonly deadline: number },
): RetryDecision {
  const retryAfterMs = response && readRetryAfter(response.headers, clock.now());
  const retryable = isRetryable(call, response?.status, error);
  const delayMs = (retryAfterMs ?? 0) + backoffMs(retries, random);
  const giveUp = { retry: false, retryable, retryAfterMs, delayMs } as const;
  if (!retryable) return giveUp;
  if (retries >= call.options.maxRetries) return giveUp;
  if (retryAfterMs !== undefined && retryAfterMs > call.options.maxRetryAfterMs) return giveUp;
  if (clock.now() + delayMs >= deadline) return giveUp;
  const reason = response ? "status" : error === timedOut ? "timeout" : "connection";
  return { retry: true, delayMs, reason, retryAfterMs };
}

/**
 * Whether another attempt can do no harm and may succeed. A 429, and a connection that was never made, prove that the
 * server did not take the call. After anything else a call is sent again only where the contract says that this is safe.
 */
export function isRetryable(
  { operation, idempotencyKey }: PendingCall,
  status: number | undefined,
  error: unknown,
): boolean {
  if (status === 429) return true;
  const isSafe = isSafeToRetry(operation) && (operation.retry !== "keyed" || idempotencyKey !== undefined);
  if (status === undefined) return isSafe || isUnsent(error);
  if (!isSafe) return false;
  return status >= 500 || retriedStatuses.includes(status) || (status === 409 && operation.retryOnConflict === true);
}

/** The wait before a retry, the first being number 0: random, below 0.5 s, 1 s, 2 s and so on up to 8 s ("full jitter"). */
function backoffMs(retry: number, random: () => number): number {
  return random() * Math.min(longestDelayMs, firstDelayMs * 2 ** retry);
}

/** How long a `Retry-After` header asks to wait (RFC 9110, section 10.2.3): seconds, or a date that is still to come. */
function readRetryAfter(headers: Headers, nowMs: number): number | undefined {
  const value = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const leftMs = value.endsWith(" GMT") ? Date.parse(value) - nowMs : 0;
  return leftMs > 0 ? leftMs : undefined;
}

// An unreachable host or network is not among them: a connection that has carried the request can end so, too.
const unsentCodes: readonly unknown[] = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused",
];

/** Whether what `fetch` threw proves that no connection was made. Browsers do not say, so there it never does. */
function isUnsent(error: unknown): boolean {
  return unsentCodes.includes(codeOf(error)) || unsentCodes.includes(codeOf((error as Error | undefined)?.cause));
}

function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown } | null | undefined)?.code;
}
