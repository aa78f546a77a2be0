import type { OperationName } from "./generated/operations.gen.ts";

/** Codes of all errors that a call can throw, apart from `TypeError` and an abort. */
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
  | "ERR_DECODE";

/** What every error knows about the call that failed. */
export interface ErrorContext {
  readonly operation: OperationName;
  /** How many attempts were made. */
  readonly attempts: number;
  /** Whether another attempt may succeed and can do no harm. */
  readonly retryable: boolean;
  readonly traceId?: string | undefined;
  readonly cause?: unknown;
}

const brand = Symbol.for("@wisekit/client.error");

/**
 * The root of all errors that a call throws, apart from `TypeError` (a mistake in the program) and the reason of an
 * aborted signal. The message says operation, what happened and the trace id; it holds no body, token or value.
 */
export abstract class WiseError extends Error {
  abstract override readonly name: string;
  abstract readonly code: WiseErrorCode;
  declare readonly operation: OperationName;
  declare readonly attempts: number;
  declare readonly retryable: boolean;
  declare readonly traceId: string | undefined;

  constructor(what: string, { cause, ...facts }: ErrorContext) {
    const { operation, attempts, traceId } = facts;
    const trace = traceId ? `, trace id ${traceId}` : "";
    super(`${operation} ${what} (attempt ${attempts}${trace})`, cause ? { cause } : undefined);
    Object.assign(this, facts);
    Object.defineProperty(this, brand, { value: true });
  }
}

/** Whether an error was thrown by a wisekit client, this copy of the package or another. */
export function isWiseError(error: unknown): error is WiseError {
  return typeof error === "object" && error !== null && (error as { [brand]?: unknown })[brand] === true;
}

/** No answer: the connection could not be made, or broke. `cause` is what `fetch` threw. */
export class ConnectionError extends WiseError {
  override readonly name = "ConnectionError" as const;
  readonly code = "ERR_CONNECTION" as const;
}

/** The attempt, or the wait for its token, took longer than `timeoutMs`, or the call longer than `totalTimeoutMs`. */
export class TimeoutError extends WiseError {
  override readonly name = "TimeoutError" as const;
  readonly code = "ERR_TIMEOUT" as const;
}

/** A successful answer that is not what it should be: no JSON, nothing, or an integer beyond 2^53 of 16 digits or more. */
export class DecodeError extends WiseError {
  override readonly name = "DecodeError" as const;
  readonly code = "ERR_DECODE" as const;
}
