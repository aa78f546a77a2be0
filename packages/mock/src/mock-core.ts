import type { OpenApiDocument } from "./contract/document.ts";
import { type Operation, readOperations } from "./contract/operation.ts";
import { createRouter } from "./contract/router.ts";
import { createValidators } from "./contract/validators.ts";
import { createContext, ownContract, startingState } from "./create-context.ts";
import type { MockContext } from "./engine/context.ts";
import { createRateLimiter, type RateLimiter } from "./engine/rate-limit.ts";
import { replaceState } from "./engine/state.ts";
import { createFaultRegistry, type FaultRegistry } from "./faults/fault-registry.ts";
import { createRequestHandler, type HandleRequest } from "./handle-request.ts";
import { type AnyHandler, allHandlers, createRunHandler } from "./handlers/run-handler.ts";
import { createAuthorizationPage } from "./http/authorization-page.ts";
import { MockError } from "./mock-error.ts";
import type { MockOptions } from "./mock-options.ts";
import { once } from "./once.ts";
import { assertAssumptions, createFindAssumptions } from "./pipeline/assumptions.ts";
import { createCheckRequest } from "./pipeline/check-request.ts";
import { createExampleResponse } from "./pipeline/example-response.ts";
import { createRunOnce } from "./pipeline/idempotency.ts";
import { createPipeline } from "./pipeline/pipeline.ts";
import { createPrismFallback } from "./pipeline/prism-fallback.ts";
import { loadPrismMocker } from "./pipeline/prism-mocker.ts";
import { createRunOperation } from "./pipeline/run-operation.ts";
import { createRunPrism } from "./pipeline/run-prism.ts";
import { createRunUnderRules } from "./pipeline/run-under-rules.ts";
import { createStrictFindings, type Strictness } from "./pipeline/strict-findings.ts";
import { createNoteUnhandled } from "./pipeline/unhandled-operation.ts";
import { createCallLog, type FillableCallLog } from "./record/call-log.ts";
import { type CoverageRecorder, createCoverageRecorder } from "./record/coverage.ts";
import { createDeviations, type FillableDeviations } from "./record/deviations.ts";
import type { RawCall } from "./record/recorded-call.ts";
import { createRedactor } from "./record/redact.ts";

/** A mock without its public face: state, the way from a request to its response, and what it records. */
export interface MockCore {
  readonly context: MockContext;
  readonly operations: readonly Operation[];
  readonly faults: FaultRegistry;
  readonly calls: FillableCallLog;
  readonly deviations: FillableDeviations;
  coverage: CoverageRecorder | undefined;
  readonly strictness: Strictness;
  /** Makes the mock more or less strict. @throws TypeError for an assumption that is about nothing in the contract */
  setStrictness(where: string, changes: Partial<Strictness>): void;
  readonly handleRequest: HandleRequest;
  /** Puts state, settings, random streams and time back to how they were at the start, and forgets coverage. */
  reset(): void;
  /** Called after each call. */
  afterCall: ((call: RawCall) => void) | undefined;
}

/** Makes a mock, by default with all handlers. @throws MockError for a scenario, contract or key that cannot be used. */
export function createMockCore(options: MockOptions, handlers?: Readonly<Record<string, AnyHandler>>): MockCore {
  const document = (options.contract ?? ownContract) as OpenApiDocument;
  const operations = readContract(document);
  const context = createContext(options, operations);
  const router = createRouter(operations);
  const rateLimiter = options.rateLimits ? createRateLimiter(context.rules.rateLimits) : undefined;
  const validators = createValidators(document);
  const load = once(() => loadPrismMocker(document));
  const faults = createFaultRegistry(
    operations.map(({ name }) => name),
    context.random.faults,
  );
  const redactor = createRedactor(document, operations);
  const calls = createCallLog(options.requestLogSize ?? 200, redactor.call);
  const deviations = createDeviations(redactor);
  const prismFallback = createPrismFallback(load);
  const noteUnhandled = createNoteUnhandled(options.onUnhandledOperation ?? "warn");
  const startCoverage = () => (options.coverage ? createCoverageRecorder(document, operations) : undefined);
  const strictness: Strictness = { strict: false, acceptedAssumptions: [] };
  const findAssumptions = createFindAssumptions(document);
  const runUnderRules = createRunUnderRules(context, { runOnce: createRunOnce(context), findAssumptions });
  function setStrictness(where: string, { strict, acceptedAssumptions }: Partial<Strictness>): void {
    assertAssumptions(where, acceptedAssumptions ?? [], document, operations);
    if (strict !== undefined) strictness.strict = strict;
    if (acceptedAssumptions !== undefined) strictness.acceptedAssumptions = [...acceptedAssumptions];
  }
  setStrictness("createMock()", options);
  const handleRequest = createRequestHandler({
    context,
    authorizationPage: createAuthorizationPage(document, context),
    router,
    pipeline: createPipeline({
      operations,
      router,
      validators,
      runOperation: createRunOperation({
        context,
        runHandler: createRunHandler(handlers ?? allHandlers),
        exampleResponse: createExampleResponse({
          loadPrismMocker: load,
          validators,
          facts: context.facts,
          seed: options.seed ?? 1,
        }),
        noteUnhandled,
        runUnderRules,
        findAssumptions,
      }),
    }),
    runPrism: createRunPrism({ prismFallback, findAssumptions, noteUnhandled, runUnderRules }),
    checkRequest: createCheckRequest(validators, prismFallback),
    findAssumptions,
    strictness,
    strictFindings: createStrictFindings(document, strictness),
    faults,
    rateLimiter,
    record(call, covered) {
      deviations.add(calls.add(call), call);
      if (covered) core.coverage?.add(call.head, covered);
      core.afterCall?.(call);
    },
  });
  const resetContext = createReset(context, options, rateLimiter, strictness);
  const core: MockCore = {
    context,
    operations,
    faults,
    calls,
    deviations,
    coverage: startCoverage(),
    strictness,
    setStrictness,
    handleRequest,
    reset() {
      resetContext();
      core.coverage = startCoverage();
    },
    afterCall: undefined,
  };
  return core;
}

function createReset(
  context: MockContext,
  options: MockOptions,
  rateLimiter: RateLimiter | undefined,
  strictness: Strictness,
): () => void {
  const strictAtStart = { ...strictness };
  const positions = context.random.save();
  const settings = { ...context.settings };
  return () => {
    replaceState(context.state, startingState(options));
    context.random.load(positions);
    Object.assign(context.settings, settings);
    Object.assign(strictness, strictAtStart);
    context.clock.setOffset(0);
    rateLimiter?.clear();
  };
}

function readContract(document: OpenApiDocument): Operation[] {
  try {
    return readOperations(document);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MockError("ERR_MOCK_CONTRACT_UNREADABLE", `The contract cannot be read: ${reason}`, { cause });
  }
}
