import type { Operation } from "./operation.ts";

const firstDelayMs = 500;
const longestDelayMs = 8000;

/**
 * Whether another attempt can do no harm and may succeed, after an answer of this status or, without one, this error. A
 * 429 and a connection that was never made prove that the server did not take the call; everything else is repeated
 * only where the contract says that a repetition is safe.
 */
export function canRepeat(operation: Operation, status: number | undefined, error: unknown): boolean {
  if (status === 429) return true;
  if (!operation.traits.has("repeat")) return status === undefined && isUnsent(error);
  return status === undefined || status >= 500 || status === 408 || (status === 409 && operation.traits.has("409"));
}

/** The wait before repetition number `repetition`, from 0: full jitter below 0.5 s, 1 s, 2 s and so on up to 8 s. */
export function backoffMs(repetition: number, random: () => number): number {
  return random() * Math.min(longestDelayMs, firstDelayMs * 2 ** repetition);
}

/** How long a `Retry-After` header asks to wait (RFC 9110, section 10.2.3): seconds, or a date that is still to come. */
export function retryAfterMs(headers: Headers, nowMs: number): number | undefined {
  const value = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const leftMs = value.endsWith(" GMT") ? Date.parse(value) - nowMs : 0;
  return leftMs > 0 ? leftMs : undefined;
}

// An unreachable host or network is not among them: a connection that has carried the request can end so, too.
const unsentCodes = /^(E(CONNREFUSED|NOTFOUND|AI_AGAIN)|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

/** Whether what `fetch` threw proves that no connection was made. Browsers do not say, so there it never does. */
function isUnsent(error: unknown): boolean {
  return [error, Object(error).cause].some((reason) => unsentCodes.test(Object(reason).code));
}
