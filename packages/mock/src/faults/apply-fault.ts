import { setTimeout as sleep } from "node:timers/promises";
import type { Operation } from "../contract/operation.ts";
import { responseFor } from "../contract/response-for.ts";
import type { MockContext } from "../engine/context.ts";
import {
  defaultErrorResponse,
  gatewayErrorResponse,
  oauthErrorResponse,
  rateLimitResponse,
} from "../pipeline/error-response.ts";
import type { Outcome, PipelineResponse, Violations } from "../pipeline/request.ts";
import type { Random } from "../random.ts";
import type { Fault } from "./fault.ts";

/** The call that a fault happens to. */
export interface FaultyCall {
  readonly operation: Operation;
  readonly path: string;
  readonly traceId: string;
}

/** What can be done with the call. */
export interface FaultyCallSteps {
  /** Carries the operation out. */
  run(): Promise<Outcome>;
  /** Finds what was wrong with the request of an operation that is not carried out. */
  check(): Promise<Violations>;
  /** Says which assumptions the response in the place of the operation's rests on. */
  assume(response: PipelineResponse): PipelineResponse;
}

/** Applies a fault to a call. Faults that put an error in the place of the response do not carry the operation out. */
export async function applyFault(
  context: MockContext,
  fault: Fault,
  call: FaultyCall,
  { run, check, assume }: FaultyCallSteps,
): Promise<Outcome> {
  const { connection } = fault;
  const latencyMs = latencyOf(fault, context.random.faults);
  if (latencyMs > 0) await sleep(latencyMs);
  if (connection === "reset-before-commit") {
    return { response: { statusCode: 0 }, violations: await check(), connection, fault };
  }
  const inPlace = faultResponse(fault, call, context.clock.nowIso());
  const outcome = inPlace ? { response: assume(inPlace), violations: await check() } : await run();
  return { ...outcome, response: corruptResponse(fault, outcome.response), fault, ...(connection && { connection }) };
}

function latencyOf({ latencyMs = 0 }: Fault, random: Random): number {
  return typeof latencyMs === "number" ? latencyMs : random.integer(latencyMs.min, latencyMs.max);
}

/** The response that a fault gives in place of the operation; undefined if the operation is carried out. */
function faultResponse(fault: Fault, call: FaultyCall, nowIso: string): PipelineResponse | undefined {
  if (fault.expiredToken) return oauthErrorResponse(401, "invalid_token", "The access token has expired");
  if (fault.status === undefined) return undefined;
  return statusResponse(fault.status, fault.retryAfter ?? 1, call, nowIso);
}

function statusResponse(
  status: number,
  retryAfter: number,
  { operation, path, traceId }: FaultyCall,
  nowIso: string,
): PipelineResponse {
  const message = "A fault of the mock";
  if (status === 429) return rateLimitResponse(retryAfter, "Too many requests");
  if (status === 401) return oauthErrorResponse(401, "invalid_token", "The access token is not valid");
  if (status === 403) return defaultErrorResponse(403, "You may not do this", { nowIso, path });
  if (status >= 500) {
    const response = gatewayErrorResponse(message, traceId);
    const headers = { ...response.headers, ...(status === 503 && { "retry-after": String(retryAfter) }) };
    return { ...response, headers, statusCode: status };
  }
  if (operation.badRequestBody === "oauth") return oauthErrorResponse(status, "invalid_request", message);
  const headers = { "content-type": "application/json" };
  const documented = responseFor(operation, status);
  if (documented?.errorBody === "message") return { statusCode: status, headers, body: { message } };
  const code = documented?.errorCodes[0] ?? "request.invalid";
  return { statusCode: status, headers, body: { timestamp: nowIso, errors: [{ code, message, arguments: null }] } };
}

/** The response as the fault corrupts it. */
function corruptResponse(fault: Fault, response: PipelineResponse): PipelineResponse {
  let corrupted = response;
  if (fault.breakContract) {
    const headers = { ...corrupted.headers, "content-type": corrupted.headers?.["content-type"] ?? "application/json" };
    corrupted = { ...corrupted, headers, body: breakBody(corrupted.body) };
  }
  if (!fault.contentType) return corrupted;
  return { ...corrupted, headers: { ...corrupted.headers, "content-type": fault.contentType } };
}

function breakBody(body: unknown): unknown {
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body) && !(body instanceof Uint8Array);
  if (!isObject) return { unexpected: true };
  const [first] = Object.keys(body);
  if (first === undefined) return [];
  const value = (body as Record<string, unknown>)[first];
  return { ...body, [first]: typeof value === "string" ? 0 : "not what the contract says" };
}
