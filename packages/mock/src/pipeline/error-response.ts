import { type Operation, usesBasicAuth } from "../contract/operation.ts";
import type { ApiError, ApiErrorReason } from "../engine/api-error.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { PipelineResponse } from "./request.ts";

const json = { "content-type": "application/json" };
const reasonPhrases: Readonly<Record<number, string>> = {
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  413: "Payload Too Large",
  415: "Unsupported Media Type",
};

/** Where and when an error came up. */
export interface ErrorContext {
  readonly nowIso: string;
  readonly path: string;
}

/** The response for an error that a handler or the engine threw. */
export function apiErrorResponse({ reason, message }: ApiError, about: ErrorContext): PipelineResponse {
  switch (reason.kind) {
    case "error-list":
      return { statusCode: reason.status, headers: json, body: errorList([entry(reason, message)], about) };
    case "message":
      return { statusCode: reason.status, headers: json, body: { message } };
    case "forbidden":
      return defaultErrorResponse(reason.status, message, about, reason.headers);
    case "oauth":
      return oauthErrorResponse(reason.status, reason.error, message);
    case "rate-limited":
      return rateLimitResponse(reason.retryAfterSeconds, message);
  }
}

/** The response to a request that the validators found something wrong with. */
export function validationErrorResponse(
  operation: Operation,
  violations: readonly Diagnostic[],
  about: ErrorContext,
): PipelineResponse {
  const unauthorized = violations.find(({ code }) => code === 401);
  if (unauthorized) return unauthorizedResponse(operation, unauthorized);
  const unsupported = operation.requestBody && violations.find(({ code }) => code === 415);
  if (unsupported) return defaultErrorResponse(415, unsupported.message, about);
  const entries = violations.map((violation) => ({
    code: "request.invalid",
    message: violation.message,
    path: pathOf(operation, violation),
    arguments: null,
  }));
  if (operation.badRequestBody === "oauth") {
    const description = entries.map(({ path, message }) => `${path} ${message}`).join("; ");
    const isUnknownGrant = violations.some(({ code }) => code === "tag");
    return oauthErrorResponse(400, isUnknownGrant ? "unsupported_grant_type" : "invalid_request", description);
  }
  return { statusCode: 400, headers: json, body: errorList(entries, about) };
}

/** The error body of the vendor's framework, for requests that never reach an operation. */
export function defaultErrorResponse(
  status: number,
  message: string,
  { nowIso, path }: ErrorContext,
  headers?: Readonly<Record<string, string>>,
): PipelineResponse {
  const error = reasonPhrases[status] ?? "Bad Request";
  const body = { timestamp: nowIso, status, error, message, path };
  return { statusCode: status, headers: { ...json, ...headers }, body };
}

/** The response to a failure of the mock itself. */
export function gatewayErrorResponse(message: string, requestId: string): PipelineResponse {
  return { statusCode: 500, headers: json, body: { message, request_id: requestId } };
}

/** The response to too many calls. */
export function rateLimitResponse(retryAfterSeconds: number, message: string): PipelineResponse {
  const headers = { ...json, "retry-after": String(retryAfterSeconds), "x-rate-limited-by": "wise-public-api" };
  return { statusCode: 429, headers, body: { message } };
}

/** The response to missing or bad credentials (RFC 6749 section 5.2, RFC 6750 section 3). */
export function oauthErrorResponse(status: number, error: string, description: string): PipelineResponse {
  const headers = status === 401 ? { ...json, "www-authenticate": "Bearer" } : json;
  return { statusCode: status, headers, body: { error, error_description: description } };
}

function unauthorizedResponse(operation: Operation, { tags = [] }: Diagnostic): PipelineResponse {
  const isClient = usesBasicAuth(operation);
  const description = isClient
    ? "Client id and secret are missing; send them as basic credentials"
    : "The access token is missing; send it as a bearer token";
  const response = oauthErrorResponse(401, isClient ? "invalid_client" : "invalid_token", description);
  const challenge = tags.join(", ") || "Bearer";
  return { ...response, headers: { ...response.headers, "www-authenticate": challenge } };
}

function entry(reason: Extract<ApiErrorReason, { kind: "error-list" }>, message: string) {
  const { code, path } = reason;
  return { code, message, ...(path !== undefined && { path }), arguments: reason.arguments ?? null };
}

function errorList(errors: readonly unknown[], { nowIso }: ErrorContext) {
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
