import { type AnsweringParts, answerCall, type Outcome, refuseBody } from "./answer-call.ts";
import type { Operation } from "./contract/operation.ts";
import type { World } from "./engine/world.ts";
import type { ConnectionFault } from "./faults/fault.ts";
import { parseBody, parseTarget } from "./http/parse-request.ts";
import { writeJson } from "./json-text.ts";
import type { OperationInput, PipelineAnswer, PipelineRequest } from "./pipeline/request.ts";
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
export interface ExchangeParts extends AnsweringParts {
  /** Called with each call and what came of it. */
  record(call: RawCall, covered: Covered | undefined): void;
}

/** What of the contract a call touched. */
export interface Covered {
  readonly operation: Operation;
  readonly input: OperationInput | undefined;
  readonly answerBody: unknown;
}

/** The longest correlation id that is sent back. Longer ones are ignored, as the contract says. */
const longestCorrelationId = 36;

/** Makes the mock's way from a call to its answer. */
export function createExchange(parts: ExchangeParts): Exchange {
  return async (incoming) => {
    const startedAt = performance.now();
    const request = readRequest(incoming);
    const traceId = parts.world.random.traces.hex128();
    request.match = parts.router(request.method, request.url.path);
    const operation = request.match.kind === "match" ? request.match.operation : undefined;
    const outcome = incoming.isTooLarge
      ? refuseBody(parts.world, request)
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
  return writeJson(body);
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
    head: {
      at: world.clock.nowIso(),
      durationMs: performance.now() - more.startedAt,
      operation: more.operation?.name,
      method: request.method.toUpperCase(),
      path: request.url.path,
      query: request.url.query ?? {},
      headers: request.headers,
      status: answer.statusCode,
      answerHeaders: sent.headers,
      traceId: more.traceId,
      violations,
      fault: fault && JSON.stringify(fault),
    },
    bodyText: incoming.body?.toString("utf8") ?? "",
    answerText: sent.body,
  };
}
