import { setTimeout as sleep } from "node:timers/promises";
import type { Operation } from "./contract/operation.ts";
import type { Router } from "./contract/router.ts";
import type { World } from "./engine/world.ts";
import { answerInstead, latencyOf, spoilAnswer } from "./faults/apply-fault.ts";
import { assertFaultRule, type ConnectionFault, type Fault } from "./faults/fault.ts";
import type { FaultBox } from "./faults/fault-box.ts";
import { parsePreferredFault } from "./faults/parse-fault.ts";
import { parseBody, parseTarget } from "./http/parse-request.ts";
import type { Diagnostic } from "./pipeline/diagnostic.ts";
import { NoRoute, type Pipeline, type PipelineResult } from "./pipeline/pipeline.ts";
import { gatewayError, springError } from "./pipeline/problem.ts";
import type { OperationInput, PipelineAnswer, PipelineRequest } from "./pipeline/request.ts";
import type { WholePrism } from "./pipeline/whole-prism.ts";
import type { RawCall } from "./record/recorded-call.ts";

/** A request as it came in. Header names are in lower case. */
export interface IncomingCall {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer | undefined;
  /** The body was larger than what is read; the rest of it was not. */
  readonly isTooLarge?: boolean;
}

/** An answer as it goes out. */
export interface OutgoingAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
  /** How the connection is to break, instead of or while sending the answer. */
  readonly connection?: ConnectionFault;
}

/** The mock without a socket: one call in, one answer out. */
export type Exchange = (call: IncomingCall) => Promise<OutgoingAnswer>;

/** What an exchange works with. */
export interface ExchangeParts {
  readonly world: World;
  readonly router: Router;
  readonly pipeline: Pipeline;
  readonly wholePrism: WholePrism;
  readonly faults: FaultBox;
  readonly operations: readonly Operation[];
  /** Called with each call and what came of it. */
  record(call: RawCall, covered: Covered | undefined): void;
}

/** What of the contract a call touched. */
export interface Covered {
  readonly operation: Operation;
  readonly input: OperationInput | undefined;
  readonly answerBody: unknown;
}

type Violations = PipelineResult["violations"];

interface Outcome {
  readonly answer: PipelineAnswer;
  readonly violations: Violations;
  readonly connection?: ConnectionFault;
  readonly fault?: Fault;
}

/** The longest correlation id that is sent back. Longer ones are ignored, as the contract says. */
const longestCorrelationId = 36;
const noViolations: Violations = { input: [], output: [] };

/** Makes the mock's way from a call to its answer. */
export function createExchange(parts: ExchangeParts): Exchange {
  return async (incoming) => {
    const startedAt = performance.now();
    const request = readRequest(incoming);
    const traceId = parts.world.random.traces.hex(16);
    request.match = parts.router(request.method, request.url.path);
    const operation = request.match.kind === "match" ? request.match.operation : undefined;
    const outcome = incoming.isTooLarge
      ? { answer: refuseBody(parts.world, request), violations: noViolations }
      : await answerCall(parts, operation, request, traceId);
    const sent = seal(outcome, traceId, incoming.headers["x-external-correlation-id"]);
    const call = recordOf(parts.world, incoming, request, outcome, sent, { traceId, startedAt, operation });
    parts.record(call, operation && { operation, input: request.input, answerBody: outcome.answer.body });
    return sent;
  };
}

function readRequest(call: IncomingCall): PipelineRequest {
  const { path, query } = parseTarget(call.target);
  return {
    method: call.method.toLowerCase() as PipelineRequest["method"],
    url: query === undefined ? { path } : { path, query },
    headers: call.headers,
    ...parseBody(call),
  };
}

async function answerCall(
  parts: ExchangeParts,
  operation: Operation | undefined,
  request: PipelineRequest,
  traceId: string,
): Promise<Outcome> {
  const fault = operation && pickFault(parts, operation, request);
  if (!operation || !fault) return answerRequest(parts, request, traceId);
  return { ...(await answerWithFault(parts, operation, fault, request, traceId)), fault };
}

async function answerRequest(parts: ExchangeParts, request: PipelineRequest, traceId: string): Promise<Outcome> {
  const result = await run(parts, request);
  if (result._tag === "Left") {
    return { answer: answerFailure(parts.world, result.left, request, traceId), violations: noViolations };
  }
  const { output, violations } = result.right;
  const broken = violations.output.filter(({ severity }) => severity === 0);
  const answer = broken.length === 0 ? output : gatewayError(describeBreach(broken), traceId);
  return { answer, violations };
}

/** What our own components cannot read goes to a whole Prism. */
function run(parts: ExchangeParts, request: PipelineRequest): ReturnType<Pipeline> {
  const { match } = request;
  const isForPrism = match?.kind === "match" && match.operation.unsupported !== undefined;
  return isForPrism ? parts.wholePrism(match.operation, request) : parts.pipeline(request);
}

function answerFailure(world: World, error: Error, request: PipelineRequest, traceId: string): PipelineAnswer {
  if (!(error instanceof NoRoute)) return gatewayError(`The mock failed: ${error.message}`, traceId);
  const context = { nowIso: world.clock.nowIso(), path: request.url.path };
  if (error.allowed.length === 0) return springError(404, error.message, context);
  const allow = error.allowed.map((method) => method.toUpperCase()).join(", ");
  return springError(405, error.message, context, { allow });
}

function refuseBody({ clock }: World, { url }: PipelineRequest): PipelineAnswer {
  const context = { nowIso: clock.nowIso(), path: url.path };
  return springError(413, "The body is too large", context, { connection: "close" });
}

function describeBreach(violations: readonly Diagnostic[]): string {
  const list = violations.map(({ path = [], message }) => `${path.join(".")} ${message}`.trim());
  return `The mock's answer breaks the contract: ${list.join("; ")}`;
}

function pickFault(
  { faults, operations }: ExchangeParts,
  operation: Operation,
  request: PipelineRequest,
): Fault | undefined {
  const { prefer } = request.headers;
  const preferred = prefer === undefined ? undefined : parsePreferredFault(prefer);
  if (preferred) {
    try {
      assertFaultRule(
        preferred,
        operations.map(({ name }) => name),
      );
      return preferred;
    } catch {
      // RFC 7240 section 2: a preference that cannot be honoured is ignored.
    }
  }
  if (faults.isEmpty) return undefined;
  return faults.pick({ operation: operation.name, cardToken: cardTokenOf(operation, request) });
}

function cardTokenOf(operation: Operation, { url, headers }: PipelineRequest): string | undefined {
  const index = operation.segments.findIndex((segment) => "parameter" in segment && segment.parameter === "cardToken");
  const token = index === -1 ? headers["x-tw-twcard-card-token"] : url.path.split("/")[index + 1];
  return token?.toLowerCase();
}

async function answerWithFault(
  parts: ExchangeParts,
  operation: Operation,
  fault: Fault,
  request: PipelineRequest,
  traceId: string,
): Promise<Outcome> {
  const { world } = parts;
  const latencyMs = latencyOf(fault, world.random.faults);
  if (latencyMs > 0) await sleep(latencyMs);
  const context = { nowIso: world.clock.nowIso(), path: request.url.path, traceId };
  const { connection } = fault;
  if (connection === "reset-before-commit") {
    return { answer: { statusCode: 0 }, violations: noViolations, connection };
  }
  const instead = answerInstead(fault, operation, context);
  const outcome = instead
    ? { answer: instead, violations: noViolations }
    : await answerRequest(parts, request, traceId);
  return { ...outcome, answer: spoilAnswer(fault, outcome.answer), ...(connection && { connection }) };
}

/** Writes the body out and adds the headers that every answer has. */
function seal({ answer, connection }: Outcome, traceId: string, correlationId: string | undefined): OutgoingAnswer {
  const headers: Record<string, string> = { ...answer.headers, "x-trace-id": traceId };
  if (correlationId && correlationId.length <= longestCorrelationId) {
    headers["x-external-correlation-id"] = correlationId;
  }
  return { status: answer.statusCode, headers, body: writeBody(answer), ...(connection && { connection }) };
}

function writeBody({ body, headers }: PipelineAnswer): string {
  if (body === undefined || body === null) return "";
  if (typeof body === "string" && !headers?.["content-type"]?.includes("json")) return body;
  return JSON.stringify(body);
}

function recordOf(
  world: World,
  incoming: IncomingCall,
  request: PipelineRequest,
  { answer, violations, fault }: Outcome,
  sent: OutgoingAnswer,
  more: { traceId: string; startedAt: number; operation: Operation | undefined },
): RawCall {
  return {
    at: world.clock.nowIso(),
    durationMs: performance.now() - more.startedAt,
    operation: more.operation?.name,
    method: request.method.toUpperCase(),
    path: request.url.path,
    query: request.url.query ?? {},
    headers: request.headers,
    status: answer.statusCode,
    answerHeaders: sent.headers,
    bodyText: incoming.body?.toString("utf8") ?? "",
    answerText: sent.body,
    traceId: more.traceId,
    violations,
    fault: fault && JSON.stringify(fault),
  };
}
