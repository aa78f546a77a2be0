import type { Challenge } from "@wisekit/spec";
import { type Problem, type ProblemEntry, readProblem } from "./problem.ts";
import { type ErrorContext, WiseError } from "./wise-error.ts";

/** What an error knows of the response behind it. */
export interface ApiErrorContext extends ErrorContext {
  readonly status: number;
  readonly correlationId?: string | undefined;
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** Those headers of the response that the contract has and that hold no secret. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What arguments of the operation are called, here and on the wire. */
  readonly argumentNames?: readonly string[];
  /** The body. It is read, not kept. */
  readonly text: string;
}

/**
 * A response with any status but 2xx. Its subclasses say what to do next; a status without one of its own is this class.
 * What the body says is in `problem`, which is not printed with the error.
 */
export class ApiError extends WiseError {
  override readonly name: string = "ApiError";
  readonly code:
    | "ERR_API"
    | "ERR_NOT_FOUND"
    | "ERR_INVALID_REQUEST"
    | "ERR_AUTHENTICATION"
    | "ERR_PERMISSION"
    | "ERR_SCA_REQUIRED"
    | "ERR_CONFLICT"
    | "ERR_RATE_LIMITED"
    | "ERR_SERVER" = "ERR_API";
  /** The status of the last attempt's response. */
  declare readonly status: number;
  /** The correlation id that was sent, as Wise sent it back. */
  declare readonly correlationId: string | undefined;
  /** How long the server asked to wait before another attempt, in milliseconds. */
  declare readonly retryAfterMs: number | undefined;
  /** Headers of the response by their names in lower case: those that the contract has and that hold no secret. */
  declare readonly headers: Readonly<Record<string, string>>;
  readonly #problem: Problem;

  constructor({ text, argumentNames = [], ...facts }: ApiErrorContext) {
    const problem = readProblem(text);
    const advice = isGrantRefused(problem) ? ": the user must sign in again" : "";
    const where = plainPaths(problem.entries, argumentNames);
    super(`failed with ${facts.status}${plainCode(problem.code)}${where}${advice}`, {
      headers: {},
      ...facts,
    } as ErrorContext);
    this.#problem = problem;
  }

  /** The identifier of the call in the body, where it has one (`request_id`). Quote it to support. */
  get requestId(): string | undefined {
    return this.#problem.requestId;
  }

  /** What the body says. */
  get problem(): Problem {
    return this.#problem;
  }
}

/** The code for the message, if it looks like one: a body could say anything there. */
function plainCode(code: string | undefined): string {
  return code && /^[a-z][a-z._-]{0,60}$/i.test(code) ? ` ${code}` : "";
}

/** The fields at fault for the message: where they are arguments, since a body could say anything there. */
function plainPaths(entries: readonly ProblemEntry[], argumentNames: readonly string[]): string {
  const paths = entries
    .map(({ path = "" }) => path.replace(/^[#/.$]+/, ""))
    .filter((path) => {
      const [name = "", ...inside] = path.split(/[./[\]]+/);
      return argumentNames.includes(name) && inside.every((part) => /^(?:\d{0,3}|[a-z][a-z_-]{0,40})$/i.test(part));
    });
  return paths.length > 0 ? ` at ${[...new Set(paths)].slice(0, 5).join(", ")}` : "";
}

/** 404: there is no such thing, or it belongs to another profile. */
export class NotFoundError extends ApiError {
  override readonly name = "NotFoundError" as const;
  override readonly code = "ERR_NOT_FOUND" as const;
}

/** 400 or 422: fix the arguments. */
export class InvalidRequestError extends ApiError {
  override readonly name = "InvalidRequestError" as const;
  override readonly code = "ERR_INVALID_REQUEST" as const;

  /** The values that were not accepted, where the body names them. */
  get fields(): readonly ProblemEntry[] {
    return this.problem.entries.filter((entry) => entry.path !== undefined);
  }
}

/**
 * 401: the token was not accepted. Whatever its status: the grant was not accepted (`invalid_grant`, RFC 6749 section 5.2),
 * or there is none, which is a 401 after 0 attempts.
 */
export class AuthenticationError extends ApiError {
  override readonly name = "AuthenticationError" as const;
  override readonly code = "ERR_AUTHENTICATION" as const;

  /** Whether no token can be got any more until the user signs in again. */
  get mustSignIn(): boolean {
    return isGrantRefused(this.problem);
  }
}

/** The refresh token or the code is unknown, expired, revoked or used up. */
function isGrantRefused({ code }: Problem): boolean {
  return code === "invalid_grant";
}

/** 403: not allowed for this user, or not in the card's present status. */
export class PermissionError extends ApiError {
  override readonly name = "PermissionError" as const;
  override readonly code = "ERR_PERMISSION" as const;
}

/** 403, strong customer authentication is needed: clear the one-time token, then repeat the call with it. */
export class ScaRequiredError extends ApiError {
  override readonly name = "ScaRequiredError" as const;
  override readonly code = "ERR_SCA_REQUIRED" as const;
  readonly #context: ApiErrorContext;
  readonly #oneTimeToken: string;
  readonly #challenges: readonly Challenge[] | undefined;

  constructor(context: ApiErrorContext, oneTimeToken: string, challenges?: readonly Challenge[] | undefined) {
    super(context);
    this.#context = context;
    this.#oneTimeToken = oneTimeToken;
    this.#challenges = challenges;
  }

  /**
   * What has to be passed, as `sca.status` says it. Absent if the client does not have that operation, or if it failed. It is
   * not printed with the error.
   */
  get challenges(): readonly Challenge[] | undefined {
    return this.#challenges;
  }

  /** The same error with what is left to pass. */
  withChallenges(challenges: readonly Challenge[] | undefined): ScaRequiredError {
    return new ScaRequiredError(this.#context, this.#oneTimeToken, challenges);
  }

  /** The token to clear with `createScaFlow`, then to send as the option `oneTimeToken`. It is not printed with the error. */
  get oneTimeToken(): string {
    return this.#oneTimeToken;
  }
}

/** 409: the present state does not allow it. Read the state again. */
export class ConflictError extends ApiError {
  override readonly name = "ConflictError" as const;
  override readonly code = "ERR_CONFLICT" as const;
}

/** 429: too many calls. Wait `retryAfterMs`. */
export class RateLimitedError extends ApiError {
  override readonly name = "RateLimitedError" as const;
  override readonly code = "ERR_RATE_LIMITED" as const;
}

/** 5xx: something failed at Wise. A write may have been carried out. */
export class ServerError extends ApiError {
  override readonly name = "ServerError" as const;
  override readonly code = "ERR_SERVER" as const;
}

const byStatus: Readonly<Record<number, typeof ApiError>> = {
  400: InvalidRequestError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  422: InvalidRequestError,
  429: RateLimitedError,
};

/** What is wrong with a token or a grant says so in its body, whatever the status (RFC 6749, section 5.2; RFC 6750, 3.1). */
const byOauthError: Readonly<Record<string, typeof ApiError>> = {
  invalid_grant: AuthenticationError,
  invalid_client: AuthenticationError,
  invalid_token: AuthenticationError,
  unauthorized_client: PermissionError,
  access_denied: PermissionError,
  insufficient_scope: PermissionError,
};

/** The error of a response: the class for what its body says of a token, else for its status. */
export function createApiError(
  context: ApiErrorContext,
  oneTimeToken?: string | undefined,
  challenges?: readonly Challenge[] | undefined,
): ApiError {
  if (oneTimeToken) return new ScaRequiredError(context, oneTimeToken, challenges);
  const { status, text } = context;
  if (status >= 500) return new ServerError(context);
  const { code = "" } = readProblem(text);
  const known = Object.hasOwn(byOauthError, code) ? byOauthError[code] : byStatus[status];
  return new (known ?? ApiError)(context);
}
