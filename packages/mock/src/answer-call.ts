import { setTimeout as sleep } from "node:timers/promises";
import type { Operation } from "./contract/operation.ts";
import type { Router } from "./contract/router.ts";
import type { RateLimiter } from "./engine/rate-limit.ts";
import type { World } from "./engine/world.ts";
import { answerInstead, latencyOf, spoilAnswer } from "./faults/apply-fault.ts";
import { assertFaultRule, type ConnectionFault, type Fault } from "./faults/fault.ts";
import type { FaultBox } from "./faults/fault-box.ts";
import { parsePreferredFault } from "./faults/parse-fault.ts";
import type { Diagnostic } from "./pipeline/diagnostic.ts";
import { NoRoute, type Pipeline, type PipelineResult } from "./pipeline/pipeline.ts";
import { gatewayError, rateLimited, springError } from "./pipeline/problem.ts";
import type { PipelineAnswer, PipelineRequest } from "./pipeline/request.ts";
import type { WholePrism } from "./pipeline/whole-prism.ts";

/** What a call is answered with. */
export interface AnsweringParts {
  readonly world: World;
  readonly router: Router;
  readonly pipeline: Pipeline;
  readonly wholePrism: WholePrism;
  readonly faults: FaultBox;
  /** Undefined if any number of calls may come. */
  readonly rateLimiter: RateLimiter | undefined;
  readonly operations: readonly Operation[];
}

/** What came of a call. */
export interface Outcome {
  readonly answer: PipelineAnswer;
  readonly violations: PipelineResult["violations"];
  readonly connection?: ConnectionFault;
  readonly fault?: Fault;
}

const noViolations: Outcome["violations"] = { input: [], output: [] };

/** Answers a routed call, with the fault that happens to it. One call too many is refused before anything else. */
export async function answerCall(
  parts: AnsweringParts,
  operation: Operation | undefined,
  request: PipelineRequest,
  traceId: string,
): Promise<Outcome> {
  const waitSeconds = (operation && parts.rateLimiter?.take(parts.world.clock.nowMs())) ?? 0;
  if (waitSeconds > 0) return { answer: rateLimited(waitSeconds, "Too many requests"), violations: noViolations };
  const fault = operation && pickFault(parts, operation, request);
  if (!operation || !fault) return answerRequest(parts, request, traceId);
  return { ...(await answerWithFault(parts, operation, fault, request, traceId)), fault };
}

async function answerRequest(parts: AnsweringParts, request: PipelineRequest, traceId: string): Promise<Outcome> {
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
function run(parts: AnsweringParts, request: PipelineRequest): ReturnType<Pipeline> {
  const { match } = request;
  const isForPrism = match?.kind === "match" && match.operation.unsupported !== undefined;
  return isForPrism ? parts.wholePrism(match.operation, request) : parts.pipeline(request);
}

function answerFailure(world: World, error: Error, request: PipelineRequest, traceId: string): PipelineAnswer {
  const context = { nowIso: world.clock.nowIso(), path: request.url.path };
  if (error instanceof NoRoute) {
    if (error.allowed.length === 0) return springError(404, error.message, context);
    const allow = error.allowed.map((method) => method.toUpperCase()).join(", ");
    return springError(405, error.message, context, { allow });
  }
  // Prism's own refusals, such as that it has nothing in an accepted media type, carry their status.
  const status = "status" in error && typeof error.status === "number" ? error.status : 500;
  if (status < 500) return springError(status, error.message, context);
  return gatewayError(`The mock failed: ${error.message}`, traceId);
}

/** Refuses a call whose body is larger than what is read. */
export function refuseBody({ clock }: World, { url }: PipelineRequest): Outcome {
  const context = { nowIso: clock.nowIso(), path: url.path };
  return {
    answer: springError(413, "The body is too large", context, { connection: "close" }),
    violations: noViolations,
  };
}

function describeBreach(violations: readonly Diagnostic[]): string {
  const list = violations.map(({ path = [], message }) => `${path.join(".")} ${message}`.trim());
  return `The mock's answer breaks the contract: ${list.join("; ")}`;
}

function pickFault(
  { faults, operations }: AnsweringParts,
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
  parts: AnsweringParts,
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
