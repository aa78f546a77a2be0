import type { Operation } from "../contract/operation.ts";
import type { Refusal, RefusalReason } from "../engine/refusal.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { PipelineAnswer } from "./request.ts";

const json = { "content-type": "application/json" };
const reasonPhrases: Readonly<Record<number, string>> = {
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  413: "Payload Too Large",
};

/** Where and when a problem came up. */
export interface ProblemContext {
  readonly nowIso: string;
  readonly path: string;
}

/** The answer to a call that the engine refuses. */
export function answerRefusal(refusal: Refusal, context: ProblemContext): PipelineAnswer {
  const { reason, message } = refusal;
  switch (reason.shape) {
    case "errors":
      return { statusCode: reason.status, headers: json, body: errorList([entry(reason, message)], context) };
    case "refusal":
      return springError(reason.status, message, context, reason.headers);
    case "oauth":
      return oauthError(reason.status, reason.error, message);
    case "limited":
      return rateLimited(reason.retryAfterSeconds, message);
  }
}

/** The answer to a call that the validators found something wrong with. */
export function answerViolations(
  operation: Operation,
  violations: readonly Diagnostic[],
  context: ProblemContext,
): PipelineAnswer {
  const unauthorised = violations.find(({ code }) => code === 401);
  if (unauthorised) return unauthorisedAnswer(operation, unauthorised);
  const entries = violations.map((violation) => ({
    code: "request.invalid",
    message: violation.message,
    path: pathOf(operation, violation),
    arguments: null,
  }));
  if (operation.name === "oauth.token") {
    const description = entries.map(({ path, message }) => `${path} ${message}`).join("; ");
    const isUnknownGrant = violations.some(({ code }) => code === "tag");
    return oauthError(400, isUnknownGrant ? "unsupported_grant_type" : "invalid_request", description);
  }
  return { statusCode: 400, headers: json, body: errorList(entries, context) };
}

/** The answer in the shape that the vendor's framework gives to what never reaches an operation. */
export function springError(
  status: number,
  message: string,
  context: ProblemContext,
  headers?: Readonly<Record<string, string>>,
): PipelineAnswer {
  const error = reasonPhrases[status] ?? "Bad Request";
  const body = { timestamp: context.nowIso, status, error, message, path: context.path };
  return { statusCode: status, headers: { ...json, ...headers }, body };
}

/** The answer to a failure of the mock itself. */
export function gatewayError(message: string, requestId: string): PipelineAnswer {
  return { statusCode: 500, headers: json, body: { message, request_id: requestId } };
}

/** The answer to too many calls. */
export function rateLimited(retryAfterSeconds: number, message: string): PipelineAnswer {
  const headers = { ...json, "retry-after": String(retryAfterSeconds), "x-rate-limited-by": "wise-public-api" };
  return { statusCode: 429, headers, body: { message } };
}

/** The answer for want of good credentials. */
export function oauthError(status: number, error: string, description: string): PipelineAnswer {
  const headers = status === 401 ? { ...json, "www-authenticate": "Bearer" } : json;
  return { statusCode: status, headers, body: { error, error_description: description } };
}

function unauthorisedAnswer(operation: Operation, { tags = [] }: Diagnostic): PipelineAnswer {
  const isClient = operation.name === "oauth.token";
  const description = isClient
    ? "Client id and secret are missing; send them as basic credentials"
    : "The access token is missing; send it as a bearer token";
  const answer = oauthError(401, isClient ? "invalid_client" : "invalid_token", description);
  const challenge = tags.join(", ") || "Bearer";
  return { ...answer, headers: { ...answer.headers, "www-authenticate": challenge } };
}

function entry(reason: Extract<RefusalReason, { shape: "errors" }>, message: string) {
  const { code, path } = reason;
  return { code, message, ...(path !== undefined && { path }), arguments: reason.arguments ?? null };
}

function errorList(errors: readonly unknown[], { nowIso }: ProblemContext) {
  return { timestamp: nowIso, errors };
}

/** The path of a value from the root of the body or of the parameters, parameters by their name on the wire. */
function pathOf(operation: Operation, { path = [] }: Diagnostic): string {
  const [place, ...rest] = path;
  if (place === "body") return rest.length === 0 ? "body" : rest.join(".");
  const [name = "", ...inside] = rest;
  const parameters = [...operation.pathParameters, ...operation.queryParameters, ...operation.headerParameters];
  const known = parameters.find((parameter) => parameter.name.toLowerCase() === name);
  return [known?.name ?? name, ...inside].join(".");
}
