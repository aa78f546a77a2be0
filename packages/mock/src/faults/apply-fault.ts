import type { Operation } from "../contract/operation.ts";
import { gatewayError, oauthError, type ProblemContext, rateLimited, springError } from "../pipeline/problem.ts";
import type { PipelineAnswer } from "../pipeline/request.ts";
import { responseFor } from "../pipeline/validate-output.ts";
import type { Random } from "../random.ts";
import type { Fault } from "./fault.ts";

/** How long a fault holds the answer back. */
export function latencyOf({ latencyMs = 0 }: Fault, random: Random): number {
  return typeof latencyMs === "number" ? latencyMs : random.integer(latencyMs.min, latencyMs.max);
}

/** The answer that a fault puts in place of the operation, if it does. */
export function answerInstead(
  fault: Fault,
  operation: Operation,
  context: ProblemContext & { traceId: string },
): PipelineAnswer | undefined {
  if (fault.expiredToken) return oauthError(401, "invalid_token", "The access token has expired");
  if (fault.status === undefined) return undefined;
  return answerStatus(fault.status, fault.retryAfter ?? 1, operation, context);
}

function answerStatus(
  status: number,
  retryAfter: number,
  operation: Operation,
  context: ProblemContext & { traceId: string },
): PipelineAnswer {
  if (status === 429) return rateLimited(retryAfter, "Too many requests");
  if (status === 401) return oauthError(401, "invalid_token", "The access token is not valid");
  if (status === 403) return springError(403, "You may not do this", context);
  if (status >= 500) {
    const answer = gatewayError("Something failed, because the mock was told to let it fail", context.traceId);
    const headers = status === 503 ? { ...answer.headers, "retry-after": String(retryAfter) } : answer.headers;
    return { ...answer, ...(headers && { headers }), statusCode: status };
  }
  if (operation.name === "oauth.token")
    return oauthError(status, "invalid_request", "The mock was told to refuse this");
  const code = responseFor(operation, status)?.errorCodes[0] ?? "request.invalid";
  const entry = { code, message: "The mock was told to refuse this", arguments: null };
  const headers = { "content-type": "application/json" };
  return { statusCode: status, headers, body: { timestamp: context.nowIso, errors: [entry] } };
}

/** The answer as the fault spoils it. */
export function spoilAnswer(fault: Fault, answer: PipelineAnswer): PipelineAnswer {
  let spoilt = answer;
  if (fault.breakContract) {
    const headers = { ...spoilt.headers, "content-type": spoilt.headers?.["content-type"] ?? "application/json" };
    spoilt = { ...spoilt, headers, body: breakBody(spoilt.body) };
  }
  if (fault.contentType) spoilt = { ...spoilt, headers: { ...spoilt.headers, "content-type": fault.contentType } };
  return spoilt;
}

function breakBody(body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return { unexpected: true };
  const [first] = Object.keys(body);
  if (first === undefined) return [];
  const value = (body as Record<string, unknown>)[first];
  return { ...body, [first]: typeof value === "string" ? 0 : "not what the contract says" };
}
