import type { MockClock } from "./clock.ts";
import type { Operation } from "./contract/operation.ts";
import { Refusal } from "./engine/refusal.ts";
import { checkBearer } from "./engine/tokens.ts";
import type { World } from "./engine/world.ts";
import type { StateAnswer } from "./handlers/handlers.ts";
import { parseBody, parseTarget } from "./http/parse-request.ts";
import type { Diagnostic } from "./pipeline/diagnostic.ts";
import { NoRoute, type Pipeline } from "./pipeline/pipeline.ts";
import { answerRefusal, answerViolations, gatewayError, type ProblemContext, springError } from "./pipeline/problem.ts";
import type { PipelineAnswer, PipelineRequest } from "./pipeline/request.ts";

/** A request as it came in. Header names are in lower case. */
export interface IncomingCall {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer | undefined;
}

/** An answer as it goes out. */
export interface OutgoingAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** The mock without a socket: one call in, one answer out. */
export type Exchange = (call: IncomingCall) => Promise<OutgoingAnswer>;

/** The longest correlation id that is sent back. Longer ones are ignored, as the contract says. */
const longestCorrelationId = 36;

/** Makes the mock's way from a call to its answer. */
export function createExchange(world: World, pipeline: Pipeline): Exchange {
  return async (call) => {
    const { path, query } = parseTarget(call.target);
    const request: PipelineRequest = {
      method: call.method.toLowerCase() as PipelineRequest["method"],
      url: query === undefined ? { path } : { path, query },
      headers: call.headers,
      ...parseBody(call),
    };
    const traceId = world.random.traces.hex(16);
    const answer = await answerRequest(request, traceId, world.clock, pipeline);
    return seal(answer, traceId, call.headers["x-external-correlation-id"]);
  };
}

async function answerRequest(
  request: PipelineRequest,
  traceId: string,
  clock: MockClock,
  pipeline: Pipeline,
): Promise<PipelineAnswer> {
  const result = await pipeline(request);
  if (result._tag === "Left") return answerFailure(result.left, request, traceId, clock);
  const broken = result.right.violations.output.filter(({ severity }) => severity === 0);
  return broken.length === 0 ? result.right.output : gatewayError(describeBreach(broken), traceId);
}

function answerFailure(error: Error, request: PipelineRequest, traceId: string, clock: MockClock): PipelineAnswer {
  if (!(error instanceof NoRoute)) return gatewayError(`The mock failed: ${error.message}`, traceId);
  const context = { nowIso: clock.nowIso(), path: request.url.path };
  if (error.allowed.length === 0) return springError(404, error.message, context);
  const allow = error.allowed.map((method) => method.toUpperCase()).join(", ");
  return springError(405, error.message, context, { allow });
}

function describeBreach(violations: readonly Diagnostic[]): string {
  const list = violations.map(({ path = [], message }) => `${path.join(".")} ${message}`.trim());
  return `The mock's answer breaks the contract: ${list.join("; ")}`;
}

/** Makes the step that answers an operation: refuses what is not valid, checks the token, asks the state. */
export function createAnswerStep(
  world: World,
  stateAnswer: StateAnswer,
): (
  operation: Operation,
  request: PipelineRequest,
  violations: readonly Diagnostic[],
) => Promise<PipelineAnswer> | undefined {
  return (operation, request, violations) => {
    if (violations.length > 0) {
      return Promise.resolve(answerViolations(operation, violations, contextOf(world, request)));
    }
    try {
      const { authorization } = request.headers;
      if (authorization?.startsWith("Bearer")) checkBearer(world, authorization);
      const input = request.input ?? { path: {}, query: {}, headers: {}, body: undefined };
      return stateAnswer(operation, input, world)?.catch((error: unknown) => toAnswer(error, world, request));
    } catch (error) {
      return Promise.resolve(toAnswer(error, world, request));
    }
  };
}

function toAnswer(error: unknown, world: World, request: PipelineRequest): PipelineAnswer {
  if (error instanceof Refusal) return answerRefusal(error, contextOf(world, request));
  throw error;
}

function contextOf(world: World, request: PipelineRequest): ProblemContext {
  return { nowIso: world.clock.nowIso(), path: request.url.path };
}

/** Writes the body out and adds the headers that every answer has. */
function seal(answer: PipelineAnswer, traceId: string, correlationId: string | undefined): OutgoingAnswer {
  const headers: Record<string, string> = { ...answer.headers, "x-trace-id": traceId };
  if (correlationId && correlationId.length <= longestCorrelationId) {
    headers["x-external-correlation-id"] = correlationId;
  }
  return { status: answer.statusCode, headers, body: writeBody(answer) };
}

function writeBody({ body, headers }: PipelineAnswer): string {
  if (body === undefined || body === null) return "";
  if (typeof body === "string" && !headers?.["content-type"]?.includes("json")) return body;
  return JSON.stringify(body);
}
