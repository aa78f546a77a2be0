import type { Operation } from "./operation.ts";

/** How an attempt went wrong: the status of the answer, or no answer at all. */
export type Failure =
  | { readonly status: number }
  | {
      readonly status?: undefined /** The connection was never made, so nothing was sent. */;
      readonly unsent: boolean;
    };

const firstDelayMs = 500;
const longestDelayMs = 8000;

/**
 * Whether another attempt can do no harm and may succeed. A 429 and a connection that was never made prove that the
 * server did not take the call; everything else is repeated only where the contract says that a repetition is safe.
 */
export function canRepeat(operation: Operation, failure: Failure): boolean {
  const { status } = failure;
  if (status === 429) return true;
  if (operation.retry === "never") return status === undefined && failure.unsent;
  return status === undefined || status >= 500 || status === 408 || (status === 409 && operation.retries409);
}

/** The wait before repetition number `repetition`, from 0: full jitter below 0.5 s, 1 s, 2 s and so on up to 8 s. */
export function backoffMs(repetition: number, random: () => number): number {
  return random() * Math.min(longestDelayMs, firstDelayMs * 2 ** repetition);
}

/** How long a `Retry-After` header asks to wait (RFC 9110, section 10.2.3): seconds, or a date. */
export function retryAfterMs(headers: Headers, nowMs: number): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = /^[A-Z][a-z]/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}

const unsentCodes =
  /^(E(CONNREFUSED|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH)|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

/** Whether what `fetch` threw proves that no connection was made. Browsers do not say, so there it never does. */
export function isUnsent(error: unknown): boolean {
  const { code, cause } = (typeof error === "object" && error !== null ? error : {}) as {
    code?: unknown;
    cause?: unknown;
  };
  return (typeof code === "string" && unsentCodes.test(code)) || (cause !== undefined && isUnsent(cause));
}
