import type { Operation } from "./contract/operation.ts";
import { readPathValues } from "./contract/path-segment.ts";
import type { Router } from "./contract/router.ts";
import type { MockContext } from "./engine/context.ts";
import type { RateLimiter } from "./engine/rate-limit.ts";
import { applyFault } from "./faults/apply-fault.ts";
import type { Fault } from "./faults/fault.ts";
import type { FaultRegistry } from "./faults/fault-registry.ts";
import { readPreferredFault } from "./faults/parse-fault.ts";
import { finalizeResponse, type OutgoingResponse } from "./finalize-response.ts";
import type { AuthorizationPage } from "./http/authorization-page.ts";
import { parseBody, parseTarget } from "./http/parse-request.ts";
import { type FindAssumptions, instead, withAssumptions } from "./pipeline/assumptions.ts";
import type { CheckRequest } from "./pipeline/check-request.ts";
import type { Diagnostic } from "./pipeline/diagnostic.ts";
import { gatewayErrorResponse, rateLimitResponse } from "./pipeline/error-response.ts";
import { bodyTooLarge, type FailureContext, failureOutcome } from "./pipeline/failure.ts";
import type { Pipeline } from "./pipeline/pipeline.ts";
import type { OperationInput, Outcome, PipelineRequest, PipelineResponse, Violations } from "./pipeline/request.ts";
import type { RunPrism } from "./pipeline/run-prism.ts";
import type { StrictFindings, Strictness } from "./pipeline/strict-findings.ts";
import { describeBody, describeRequestBody } from "./record/describe-body.ts";
import type { RawCall } from "./record/recorded-call.ts";

/** A request as it came in. Header names are in lower case. */
export interface IncomingRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer | undefined;
  /** The body was larger than this many bytes, and was not read. */
  readonly bodyLimitBytes?: number;
}

/** The mock without a socket: takes a request and returns the response. */
export type HandleRequest = (request: IncomingRequest) => Promise<OutgoingResponse>;

/** What requests are handled with. */
export interface RequestHandlerParts {
  readonly context: MockContext;
  readonly router: Router;
  readonly pipeline: Pipeline;
  readonly runPrism: RunPrism;
  readonly checkRequest: CheckRequest;
  readonly findAssumptions: FindAssumptions;
  readonly strictness: Strictness;
  readonly strictFindings: StrictFindings;
  readonly faults: FaultRegistry;
  /** Beside the contract: no call, so that it is not recorded. */
  readonly authorizationPage: AuthorizationPage;
  /** Undefined if any number of calls may come. */
  readonly rateLimiter: RateLimiter | undefined;
  /** Called with each call and what came of it. */
  record(call: RawCall, covered: Covered | undefined): void;
}

/** What of the contract a call touched. */
export interface Covered {
  readonly operation: Operation;
  readonly input: OperationInput | undefined;
  readonly responseBody: unknown;
}

/** A request on its way through the mock. */
interface Call {
  readonly incoming: IncomingRequest;
  readonly request: PipelineRequest;
  /** Undefined if the contract has no operation for the request. */
  readonly operation: Operation | undefined;
  readonly traceId: string;
}

/** Makes the function that every request to the mock goes through, whether it came over HTTP or from `mock.fetch`. */
export function createRequestHandler(parts: RequestHandlerParts): HandleRequest {
  return async (incoming) => {
    const page = parts.authorizationPage(incoming);
    if (page) return page;
    const startedAt = performance.now();
    const call = readCall(parts, incoming);
    const accepted = call.operation?.requestBody?.contents ?? [];
    const parsed = parseBody(incoming, accepted, parts.strictness.strict);
    Object.assign(call.request, parsed instanceof Promise ? await parsed : parsed);
    const outcome = withFindings(parts, call, await respond(parts, call));
    const sent = finalizeResponse(parts.context.facts, outcome, call);
    const { operation, request } = call;
    parts.record(
      rawCallOf(parts.context, call, outcome, sent, performance.now() - startedAt),
      operation && { operation, input: request.input, responseBody: outcome.response.body },
    );
    return sent;
  };
}

/** Reads path and query, and finds the operation. */
function readCall({ context, router }: RequestHandlerParts, incoming: IncomingRequest): Call {
  const traceId = context.random.traces.hex128();
  const { path, query } = parseTarget(incoming.target);
  const method = incoming.method.toLowerCase() as PipelineRequest["method"];
  const match = router(method, path);
  const operation = match.kind === "match" ? match.operation : undefined;
  const url = query === undefined ? { path } : { path, query };
  const request: PipelineRequest = { method, url, headers: incoming.headers, match };
  return { incoming, request, operation, traceId };
}

async function respond(parts: RequestHandlerParts, call: Call): Promise<Outcome> {
  const { operation, request } = call;
  // A body beyond the limit was not read, so that nothing else can be said of the request.
  const { bodyLimitBytes } = call.incoming;
  if (bodyLimitBytes !== undefined) return bodyTooLarge(bodyLimitBytes, failureContext(parts, call));
  // A call that is not in the contract counts towards no limit and meets no fault.
  if (!operation) return runPipeline(parts, call);
  const assume = (response: PipelineResponse) =>
    withAssumptions(parts.findAssumptions, operation, response, instead(response));
  const check = async () => ({ input: await parts.checkRequest(operation, asPrismReads(call, operation)), output: [] });
  // Calls beyond the rate limits get 429, whatever they ask for.
  const waitSeconds = parts.rateLimiter?.take(parts.context.clock.nowMs()) ?? 0;
  if (waitSeconds > 0) {
    return { response: assume(rateLimitResponse(waitSeconds, "Too many requests")), violations: await check() };
  }
  // A fault delays, replaces or corrupts the response, or breaks the connection.
  const fault = pickFault(parts, operation, request);
  if (!fault) return runPipeline(parts, call);
  const about = { operation, path: request.url.path, traceId: call.traceId };
  return applyFault(parts.context, fault, about, { run: () => runPipeline(parts, call), check, assume });
}

/** Routes, validates and runs the operation in Prism's pipeline. A response that breaks the contract becomes a 500. */
async function runPipeline(parts: RequestHandlerParts, call: Call): Promise<Outcome> {
  const { pipeline } = parts;
  const { request, operation, traceId } = call;
  const isForPrism = operation?.unsupported !== undefined;
  const result = await (isForPrism ? parts.runPrism(operation, asPrismReads(call, operation)) : pipeline(request));
  if (result._tag === "Left") return failureOutcome(result.left, request.method, failureContext(parts, call));
  const { output, violations } = result.right;
  const broken = violations.output.filter(({ severity }) => severity === 0);
  const response = broken.length === 0 ? output : gatewayErrorResponse(describeBreach(broken), traceId);
  return { response, violations };
}

function failureContext({ context }: RequestHandlerParts, { request, traceId }: Call): FailureContext {
  return { nowIso: context.clock.nowIso(), path: request.url.path, traceId };
}

/** Prism parses forms with files by itself, from text. */
function asPrismReads({ request, incoming }: Call, { unsupported }: Operation): PipelineRequest {
  if (unsupported === undefined) return request;
  const isParsed = request.body instanceof FormData || request.body instanceof Uint8Array;
  return isParsed ? { ...request, body: incoming.body?.toString("utf8") } : request;
}

/** Adds what was wrong with a call although it was served. */
function withFindings({ strictness, strictFindings }: RequestHandlerParts, call: Call, outcome: Outcome): Outcome {
  const { operation, request } = call;
  const found = { input: request.findings ?? [], output: [] };
  const strict = strictness.strict && operation ? strictFindings(operation, request, outcome.response) : undefined;
  return addFindings(strict ? addFindings(outcome, strict) : outcome, found);
}

function addFindings(outcome: Outcome, { input, output }: Violations): Outcome {
  if (input.length + output.length === 0) return outcome;
  const before = outcome.violations;
  return { ...outcome, violations: { input: [...before.input, ...input], output: [...before.output, ...output] } };
}

function describeBreach(violations: readonly Diagnostic[]): string {
  const list = violations.map(({ path = [], message }) => `${path.join(".")} ${message}`.trim());
  return `The mock's response breaks the contract: ${list.join("; ")}`;
}

/** The fault that the request asks for in `Prefer`, or else the one that a rule has for it. */
function pickFault(
  { context, faults }: RequestHandlerParts,
  operation: Operation,
  request: PipelineRequest,
): Fault | undefined {
  const { prefer } = request.headers;
  const preferred = prefer === undefined ? undefined : readPreferredFault(prefer);
  if (preferred || faults.isEmpty) return preferred;
  const { cardToken, profileId } = readSubject(operation, request);
  return faults.pick({ operation: operation.name, cardToken, userId: () => userOf(context, cardToken, profileId) });
}

/** The card and the profile that a call is about: its path or a header has the arguments `cardToken` and `profileId`. */
function readSubject(operation: Operation, { match, headers }: PipelineRequest) {
  const values = match?.kind === "match" ? readPathValues(operation.segments, match.segments) : {};
  const read = (argument: string) => {
    const inPath = operation.pathParameters.find((parameter) => parameter.argument === argument);
    if (inPath) return values[inPath.name.toLowerCase()];
    const inHeader = operation.headerParameters.find((parameter) => parameter.argument === argument);
    return inHeader && headers[inHeader.name.toLowerCase()];
  };
  return { cardToken: read("cardToken")?.toLowerCase(), profileId: read("profileId") };
}

function userOf({ state }: MockContext, cardToken: string | undefined, profileId: string | undefined) {
  const id = profileId === undefined ? state.cards.get(cardToken ?? "")?.profileId : Number(profileId);
  return id === undefined ? undefined : state.profiles.get(id)?.userId;
}

function rawCallOf(
  { clock }: MockContext,
  { incoming, request, operation, traceId }: Call,
  { response, violations, fault }: Outcome,
  sent: OutgoingResponse,
  durationMs: number,
): RawCall {
  return {
    head: {
      at: clock.nowIso(),
      durationMs,
      operation: operation?.name,
      method: request.method.toUpperCase(),
      path: request.url.path,
      query: request.url.query ?? {},
      headers: request.headers,
      status: response.statusCode,
      responseHeaders: sent.headers,
      traceId,
      assumptions: response.assumptions ?? [],
      violations,
      fault: fault && JSON.stringify(fault),
    },
    bodyText: describeRequestBody(request, incoming.body),
    responseText: describeBody(sent.body, sent.headers["content-type"]),
  };
}
