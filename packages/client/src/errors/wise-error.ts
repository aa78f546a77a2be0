import type { OperationName } from "../generated/operation-names.gen.ts";

/**
 * Every code that an error of a call carries. The list is closed. A mistake in the program is a `TypeError`, and an
 * aborted call throws its signal's reason.
 *
 * - `ERR_INVALID_REQUEST` (400, 422): an argument was not accepted; fix the arguments, see `fields`.
 * - `ERR_AUTHENTICATION` (401): the token was not accepted, a new one included; if `mustSignIn`, let the user sign in again.
 * - `ERR_PERMISSION` (403): the user may not do this, or not in the card's status; do not repeat the call.
 * - `ERR_SCA_REQUIRED` (403): strong customer authentication is needed; clear `oneTimeToken`, then repeat the call with it.
 * - `ERR_NOT_FOUND` (404): there is no such thing, or it belongs to another profile; check the identifiers.
 * - `ERR_CONFLICT` (409): the present state does not allow it; read the state again, then decide.
 * - `ERR_RATE_LIMITED` (429): too many calls; wait `retryAfterMs`, then repeat the call.
 * - `ERR_SERVER` (5xx): Wise failed; if `retryable`, repeat the call later, else find out first whether it was carried out.
 * - `ERR_API` (any other status): see `status` and `problem`.
 * - `ERR_CONNECTION`: no response, the connection failed; as for `ERR_SERVER`.
 * - `ERR_TIMEOUT`: no response in time; as for `ERR_SERVER`.
 * - `ERR_TOKEN_STORE`: the token store failed, so that no token could be got and nothing was sent; repeat the call later.
 * - `ERR_QUEUE`: too many calls wait for the rate limits, or it took too long; nothing was sent, repeat the call later.
 * - `ERR_DECODE`: success by its status, but not a response of Wise's that can be read; a write may have been carried out,
 *   so read the state first.
 */
export type WiseErrorCode =
  | "ERR_API"
  | "ERR_NOT_FOUND"
  | "ERR_INVALID_REQUEST"
  | "ERR_AUTHENTICATION"
  | "ERR_PERMISSION"
  | "ERR_SCA_REQUIRED"
  | "ERR_CONFLICT"
  | "ERR_RATE_LIMITED"
  | "ERR_SERVER"
  | "ERR_CONNECTION"
  | "ERR_TIMEOUT"
  | "ERR_TOKEN_STORE"
  | "ERR_QUEUE"
  | "ERR_DECODE";

/** What every error knows of the call that failed. */
export interface ErrorContext {
  readonly operation: OperationName;
  readonly attempts: number;
  readonly retryable: boolean;
  readonly traceId?: string | undefined;
  readonly callId?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly cause?: unknown;
}

/** What tells our errors, of this copy of the package or another. */
export const brand: unique symbol = Symbol.for("@wisekit/client.error");

/**
 * The root of all errors that a call throws, apart from `TypeError` (a mistake in the program) and the reason of an
 * aborted signal. The message says operation, what happened and the trace id; it holds no body, token or value.
 */
export abstract class WiseError extends Error {
  abstract override readonly name: string;
  abstract readonly code: WiseErrorCode;
  /** The operation that failed, such as `cards.get`. */
  declare readonly operation: OperationName;
  /** How many attempts were made, the retries of the client included. 0: nothing was sent. */
  declare readonly attempts: number;
  /** Whether another call may succeed and can do no harm. The client's own retries are over. */
  declare readonly retryable: boolean;
  /** Wise's identifier of the last attempt. Quote it to support. */
  declare readonly traceId: string | undefined;
  /** The call, as all events of its attempts name it. Absent if none was made. */
  declare readonly callId: string | undefined;
  /** The key that the call was sent with, where the operation takes one. Repeat the call with it to be safe. */
  declare readonly idempotencyKey: string | undefined;

  constructor(what: string, { cause, ...facts }: ErrorContext) {
    const { operation, attempts, traceId } = facts;
    const trace = traceId ? `, trace id ${traceId}` : "";
    super(`${operation} ${what} (attempt ${attempts}${trace})`, cause ? { cause } : undefined);
    Object.assign(this, facts);
    Object.defineProperty(this, brand, { value: true });
  }
}

/** There is no response: the connection could not be made, or broke. `cause` is what `fetch` threw. */
export class ConnectionError extends WiseError {
  override readonly name = "ConnectionError" as const;
  readonly code = "ERR_CONNECTION" as const;
}

/** An attempt, or the wait for its token, exceeded `timeoutMs`, or the call exceeded `totalTimeoutMs`. */
export class TimeoutError extends WiseError {
  override readonly name = "TimeoutError" as const;
  readonly code = "ERR_TIMEOUT" as const;
}

/**
 * The call did not get a slot of the rate limits: it waited longer than `maxQueueMs`, behind it would have been more than
 * `maxQueued` calls, or the store of the limits failed, which `cause` says. It may be repeated later.
 */
export class QueueError extends WiseError {
  override readonly name = "QueueError" as const;
  readonly code = "ERR_QUEUE" as const;
}

/** What a `DecodeError` knows of the response that could not be read. */
export interface DecodeErrorContext extends ErrorContext {
  readonly status?: number | undefined;
  readonly mediaType?: string | undefined;
  readonly length?: number | undefined;
}

/**
 * A 2xx response whose body is not what the operation returns: it is empty, is not JSON (such as the page of a gateway or of
 * a hotel's network), or holds an integer too large for a number: beyond 2^53, of 16 digits or more.
 */
export class DecodeError extends WiseError {
  override readonly name = "DecodeError" as const;
  readonly code = "ERR_DECODE" as const;
  /** The status of the response. Absent if a page was wrong that came from a cache. */
  declare readonly status: number | undefined;
  /** Its media type, such as `text/html`: without parameters, in lower case. Absent if the response does not say. */
  declare readonly mediaType: string | undefined;
  /** How many characters its body has. Absent if it is a file, which is not read. */
  declare readonly length: number | undefined;
}
