/** Why the engine refuses a call, in the words of the contract. */
export type RefusalReason =
  /** A client error with a code (contract schema `ErrorList`). */
  | {
      readonly shape: "errors";
      readonly status: 400 | 404 | 409 | 422;
      readonly code: string;
      readonly path?: string;
      readonly arguments?: readonly unknown[];
    }
  /** Not allowed (contract schema `Refusal`). */
  | { readonly shape: "refusal"; readonly status: 403; readonly headers?: Readonly<Record<string, string>> }
  /** No good credentials (contract schema `OAuthError`). */
  | { readonly shape: "oauth"; readonly status: 400 | 401; readonly error: string }
  /** Too many calls or attempts. */
  | { readonly shape: "limited"; readonly status: 429; readonly retryAfterSeconds: number };

/** Thrown by the engine where it refuses a call. The state is as it was before. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly reason: RefusalReason;

  constructor(message: string, reason: RefusalReason) {
    super(message);
    this.reason = reason;
  }
}

/** A refusal with one coded finding. */
export function refuse(
  status: 400 | 404 | 409 | 422,
  code: string,
  message: string,
  details: { path?: string; arguments?: readonly unknown[] } = {},
): Refusal {
  return new Refusal(message, { shape: "errors", status, code, ...details });
}

/** A refusal with 403. */
export function forbid(message: string, headers?: Readonly<Record<string, string>>): Refusal {
  return new Refusal(message, { shape: "refusal", status: 403, ...(headers && { headers }) });
}

/** A refusal for want of good credentials. */
export function denyCredentials(error: string, message: string, status: 400 | 401 = 401): Refusal {
  return new Refusal(message, { shape: "oauth", status, error });
}
