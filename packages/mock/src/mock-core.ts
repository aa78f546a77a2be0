import { type AnswerStep, createAnswerStep } from "./answer-step.ts";
import { createClock } from "./clock.ts";
import type { OpenApiDocument } from "./contract/document.ts";
import { type Operation, readOperations } from "./contract/operation.ts";
import { createRouter } from "./contract/router.ts";
import { readRules } from "./contract/rules.ts";
import { createValidators } from "./contract/validators.ts";
import { createCardViews } from "./engine/card-view.ts";
import { createRateLimiter, type RateLimiter } from "./engine/rate-limit.ts";
import { type EngineState, replaceState } from "./engine/state.ts";
import { keyWraps, type World } from "./engine/world.ts";
import { createExchange, type Exchange } from "./exchange.ts";
import { createFaultBox, type FaultBox } from "./faults/fault-box.ts";
import contract from "./generated/openapi.gen.json" with { type: "json" };
import { createStateAnswer } from "./handlers/handlers.ts";
import { importPrivateKey, type Jwk, makeRsaKey, readPrivateKeyPem } from "./handshake/rsa-key.ts";
import { MockError } from "./mock-error.ts";
import type { MockOptions } from "./mock-options.ts";
import { loadExampleMocker } from "./pipeline/example-mocker.ts";
import { createPipeline } from "./pipeline/pipeline.ts";
import { createWholePrism } from "./pipeline/whole-prism.ts";
import { createRandom, createRandomStreams } from "./random.ts";
import { createCallLog, type FillableCallLog } from "./record/call-log.ts";
import { type CoverageRecorder, createCoverageRecorder } from "./record/coverage.ts";
import type { RawCall } from "./record/recorded-call.ts";
import { createRedactor } from "./record/redact.ts";
import { assertScenario, buildState } from "./scenario/build-state.ts";
import { findScenario } from "./scenario/scenario.ts";

/** A mock without its surface: the world it plays, the way from a call to an answer, and what it notes. */
export interface MockCore {
  readonly world: World;
  readonly operations: readonly Operation[];
  readonly faults: FaultBox;
  readonly calls: FillableCallLog;
  readonly coverage: CoverageRecorder | undefined;
  readonly exchange: Exchange;
  /** Puts the world back to how it was made. */
  reset(): void;
  /** Called after each call. */
  afterCall: ((call: RawCall) => void) | undefined;
}

const twentyYearsMs = 20 * 365 * 86_400_000;

/** Makes a mock. @throws MockError for a scenario, contract or key that cannot be used. */
export function createMockCore(options: MockOptions): MockCore {
  const document = (options.contract ?? contract) as OpenApiDocument;
  const operations = readContract(document);
  const world = createWorld(options);
  const router = createRouter(operations);
  const rateLimiter = options.rateLimits ? createRateLimiter(world.rules.rateLimits) : undefined;
  const load = once(() => loadExampleMocker(document));
  const faults = createFaultBox(
    operations.map(({ name }) => name),
    world.random.faults,
  );
  const calls = createCallLog(options.requestLogSize ?? 200, createRedactor(document));
  const coverage = options.coverage ? createCoverageRecorder(document, operations) : undefined;
  const exchange = createExchange({
    world,
    router,
    pipeline: createPipeline({
      operations,
      router,
      validators: createValidators(document),
      answer: answerStep(world, operations),
      loadExampleMocker: load,
    }),
    wholePrism: createWholePrism(load),
    faults,
    rateLimiter,
    operations,
    record(call, covered) {
      calls.add(call);
      if (covered) coverage?.add(call.head.status, covered);
      core.afterCall?.(call);
    },
  });
  const core: MockCore = {
    world,
    operations,
    faults,
    calls,
    coverage,
    exchange,
    reset: createReset(world, options, rateLimiter),
    afterCall: undefined,
  };
  return core;
}

function createReset(world: World, options: MockOptions, rateLimiter: RateLimiter | undefined): () => void {
  const positions = world.random.save();
  const settings = { ...world.settings };
  return () => {
    replaceState(world.state, startingState(options));
    world.random.load(positions);
    Object.assign(world.settings, settings);
    world.clock.setOffset(0);
    rateLimiter?.clear();
  };
}

function answerStep(world: World, operations: readonly Operation[]): AnswerStep {
  return createAnswerStep(world, createStateAnswer(operations));
}

function readContract(document: OpenApiDocument): Operation[] {
  try {
    return readOperations(document);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MockError("ERR_MOCK_CONTRACT_UNREADABLE", `The contract cannot be read: ${reason}`, { cause });
  }
}

function startingState(options: MockOptions): EngineState {
  const { seed = 1, clock = Date.now, scenario = "uk-business", tokens = [] } = options;
  if (typeof scenario !== "string") assertScenario(scenario);
  const state = buildState(typeof scenario === "string" ? findScenario(scenario) : scenario, seed);
  for (const token of tokens) {
    state.accessTokens.set(token, { token, kind: "user", expiresAtMs: clock() + twentyYearsMs });
  }
  return state;
}

function createWorld(options: MockOptions): World {
  const { seed = 1, clock = Date.now, tokens, cardData = {} } = options;
  return {
    state: startingState(options),
    clock: createClock(clock),
    random: createRandomStreams(seed),
    rules: readRules(contract as unknown as OpenApiDocument),
    settings: {
      sca: options.sca ?? false,
      knownTokensOnly: tokens !== undefined,
      cardDataAnswer: cardData.answer ?? "jwe",
      keyWraps: cardData.keyWraps ?? keyWraps,
    },
    viewCard: createCardViews(),
    firstKey: firstKeyOf(cardData.privateKey, seed),
  };
}

/** The first key is made when it is first asked for, and once. */
function firstKeyOf(pem: string | undefined, seed: number): () => Promise<Jwk> {
  if (pem === undefined) return once(() => makeRsaKey(createRandom(`${seed}/key`)));
  const key = Promise.resolve(readKey(pem));
  return () => key;
}

/** Reads a private key. @throws MockError `ERR_MOCK_KEY_INVALID` */
export function readKey(pem: string): Jwk {
  try {
    const jwk = readPrivateKeyPem(pem);
    importPrivateKey(jwk);
    return jwk;
  } catch (cause) {
    const message = "privateKey is not the PEM of an RSA private key of 2048 bits or more.";
    throw new MockError("ERR_MOCK_KEY_INVALID", message, { cause });
  }
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => {
    value ??= make();
    return value;
  };
}
