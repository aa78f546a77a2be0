/** What kind of error a call gets, in the words of the contract. */
export type ApiErrorReason =
  /** A client error with a code (contract schema `ErrorList`). */
  | {
      readonly kind: "error-list";
      readonly status: 400 | 404 | 409 | 422;
      readonly code: string;
      readonly path?: string;
      readonly arguments?: readonly unknown[];
    }
  /** A client error without a code (contract schema `UnprocessableMessage`). */
  | { readonly kind: "message"; readonly status: 422 }
  /** Not allowed (contract schema `ErrorMessage`). */
  | { readonly kind: "forbidden"; readonly status: 403; readonly headers?: Readonly<Record<string, string>> }
  /** No good credentials (contract schema `OAuthError`). */
  | { readonly kind: "oauth"; readonly status: 400 | 401; readonly error: string }
  /** Too many calls or attempts. */
  | { readonly kind: "rate-limited"; readonly status: 429; readonly retryAfterSeconds: number };

/** Thrown by handlers and the engine for a call that gets an error response. The state is as it was before. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly reason: ApiErrorReason;
  /** What of it no source documents, and the contract does not say. */
  readonly assumption: string | undefined;

  constructor(message: string, reason: ApiErrorReason, assumption?: string) {
    super(message);
    this.reason = reason;
    this.assumption = assumption;
  }
}

/** An error with one coded entry. */
export function apiError(
  status: 400 | 404 | 409 | 422,
  code: string,
  message: string,
  { assumption, ...details }: { path?: string; arguments?: readonly unknown[]; assumption?: string } = {},
): ApiError {
  return new ApiError(message, { kind: "error-list", status, code, ...details }, assumption);
}

/** A 422 that has nothing but a message. */
export function unprocessableError(message: string, assumption?: string): ApiError {
  return new ApiError(message, { kind: "message", status: 422 }, assumption);
}

/** A 403. */
export function forbiddenError(message: string, headers?: Readonly<Record<string, string>>): ApiError {
  return new ApiError(message, { kind: "forbidden", status: 403, ...(headers && { headers }) });
}

/** A 401, or another status, for credentials that are not good. */
export function credentialsError(error: string, message: string, status: 400 | 401 = 401): ApiError {
  return new ApiError(message, { kind: "oauth", status, error });
}
