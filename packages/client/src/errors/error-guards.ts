import type { TokenStoreError } from "../auth/token-store.ts";
import type {
  ApiError,
  AuthenticationError,
  ConflictError,
  InvalidRequestError,
  NotFoundError,
  PermissionError,
  RateLimitedError,
  ScaRequiredError,
  ServerError,
} from "./api-error.ts";
import {
  brand,
  type ConnectionError,
  type DecodeError,
  type QueueError,
  type TimeoutError,
  type WiseErrorCode,
} from "./wise-error.ts";

/** Every error that a call throws: `switch (error.code)` tells them apart, for the compiler, too. */
export type WiseFailure =
  | NotFoundError
  | InvalidRequestError
  | AuthenticationError
  | PermissionError
  | ScaRequiredError
  | ConflictError
  | RateLimitedError
  | ServerError
  | (ApiError & { readonly code: "ERR_API" })
  | ConnectionError
  | TimeoutError
  | QueueError
  | TokenStoreError
  | DecodeError;

/** Whether an error was thrown by a call of a wisekit client, of this copy of the package or another. */
export function isWiseError(error: unknown): error is WiseFailure {
  return typeof error === "object" && error !== null && (error as { [brand]?: unknown })[brand] === true;
}

function hasCode(error: unknown, code: WiseErrorCode): boolean {
  return isWiseError(error) && error.code === code;
}

/** Whether there was a response, with any status but 2xx. */
export function isApiError(error: unknown): error is ApiError {
  return isWiseError(error) && "status" in error && error.code !== "ERR_DECODE";
}

/** Whether there is no such thing. */
export function isNotFoundError(error: unknown): error is NotFoundError {
  return hasCode(error, "ERR_NOT_FOUND");
}

/** Whether an argument was not accepted. */
export function isInvalidRequestError(error: unknown): error is InvalidRequestError {
  return hasCode(error, "ERR_INVALID_REQUEST");
}

/** Whether the user, or the partner, has to sign in again. */
export function isAuthenticationError(error: unknown): error is AuthenticationError {
  return hasCode(error, "ERR_AUTHENTICATION");
}

/** Whether the call is not allowed. */
export function isPermissionError(error: unknown): error is PermissionError {
  return hasCode(error, "ERR_PERMISSION");
}

/** Whether strong customer authentication is needed. */
export function isScaRequiredError(error: unknown): error is ScaRequiredError {
  return hasCode(error, "ERR_SCA_REQUIRED");
}

/** Whether the present state does not allow it. */
export function isConflictError(error: unknown): error is ConflictError {
  return hasCode(error, "ERR_CONFLICT");
}

/** Whether there were too many calls. */
export function isRateLimitedError(error: unknown): error is RateLimitedError {
  return hasCode(error, "ERR_RATE_LIMITED");
}

/** Whether something failed at Wise. */
export function isServerError(error: unknown): error is ServerError {
  return hasCode(error, "ERR_SERVER");
}

/** Whether there is no response: the connection failed. */
export function isConnectionError(error: unknown): error is ConnectionError {
  return hasCode(error, "ERR_CONNECTION");
}

/** Whether there was no response in time. */
export function isTimeoutError(error: unknown): error is TimeoutError {
  return hasCode(error, "ERR_TIMEOUT");
}

/** Whether the token store failed. */
export function isTokenStoreError(error: unknown): error is TokenStoreError {
  return hasCode(error, "ERR_TOKEN_STORE");
}

/** Whether the call did not get a slot of the rate limits. */
export function isQueueError(error: unknown): error is QueueError {
  return hasCode(error, "ERR_QUEUE");
}

/** Whether a 2xx response could not be read. */
export function isDecodeError(error: unknown): error is DecodeError {
  return hasCode(error, "ERR_DECODE");
}
