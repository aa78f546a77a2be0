import { checkOptions } from "./check-options.ts";
import { createClock } from "./clock.ts";
import type { OpenApiDocument } from "./contract/document.ts";
import { readOperations } from "./contract/operation.ts";
import { createRouter } from "./contract/router.ts";
import { readRules } from "./contract/rules.ts";
import { createValidators } from "./contract/validators.ts";
import { type KeyWrap, keyWraps, type World } from "./engine/world.ts";
import { createAnswerStep, createExchange, type Exchange } from "./exchange.ts";
import contract from "./generated/openapi.gen.json" with { type: "json" };
import { createStateAnswer } from "./handlers/handlers.ts";
import { importPrivateKey, type Jwk, makeRsaKey, readPrivateKeyPem } from "./handshake/rsa-key.ts";
import { MockError } from "./mock-error.ts";
import { type ExampleMocker, loadExampleMocker } from "./pipeline/example-mocker.ts";
import { createPipeline } from "./pipeline/pipeline.ts";
import { createRandom, createRandomStreams } from "./random.ts";
import { buildState } from "./scenario/build-state.ts";
import { findScenario, type Scenario, type ScenarioName } from "./scenario/scenario.ts";

/** What a mock is to be like. */
export interface MockOptions {
  /** What it starts with: the name of a scenario that comes with the mock, or one of your own. Default `uk-business`. */
  readonly scenario?: ScenarioName | Scenario;
  /** With the same seed, clock and calls every answer is the same, byte for byte. Default 1. */
  readonly seed?: number;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly clock?: () => number;
  /** Whether profiles that are under strong customer authentication are challenged. Default false, as in the sandbox. */
  readonly sca?: boolean;
  /** The access tokens that are good. Without it every token is that the mock has not issued itself and seen expire. */
  readonly tokens?: readonly string[];
  /** How card data is sealed. */
  readonly cardData?: CardDataOptions;
  /** The contract to serve: a bundled OpenAPI 3.1 document. Default the one that comes with the mock. */
  readonly contract?: object;
}

/** How card data is sealed. */
export interface CardDataOptions {
  /** In which of the two documented forms card data is answered. Default `jwe`. */
  readonly answer?: "jwe" | "json";
  /** Which wraps of the content encryption key are accepted. Default both. */
  readonly keyWraps?: readonly KeyWrap[];
  /** The RSA private key to start with, as PEM. Default one made from the seed. */
  readonly privateKey?: string;
}

export const mockOptionNames = ["scenario", "seed", "clock", "sca", "tokens", "cardData", "contract"] as const;

/** A mock without its surface: the world it plays and the way from a call to an answer. */
export interface MockCore {
  readonly world: World;
  readonly exchange: Exchange;
}

const twentyYearsMs = 20 * 365 * 86_400_000;

/** Makes a mock. @throws MockError for a scenario, contract or key that cannot be used. */
export function createMockCore(options: MockOptions): MockCore {
  const { seed = 1, clock = Date.now } = options;
  if (!Number.isSafeInteger(seed)) throw new TypeError("seed must be a whole number.");
  const document = (options.contract ?? contract) as OpenApiDocument;
  const operations = readOperations(document);
  const world = createWorld(options, seed, clock);
  let examples: Promise<ExampleMocker> | undefined;
  const pipeline = createPipeline({
    operations,
    router: createRouter(operations),
    validators: createValidators(document),
    answer: createAnswerStep(world, createStateAnswer(operations)),
    loadExampleMocker() {
      examples ??= loadExampleMocker(document);
      return examples;
    },
  });
  return { world, exchange: createExchange(world, pipeline) };
}

function createWorld(options: MockOptions, seed: number, clock: () => number): World {
  const { scenario = "uk-business", tokens, cardData = {} } = options;
  checkOptions("cardData", cardData, ["answer", "keyWraps", "privateKey"]);
  const state = buildState(typeof scenario === "string" ? findScenario(scenario) : scenario, seed);
  for (const token of tokens ?? []) {
    state.accessTokens.set(token, { token, kind: "user", expiresAtMs: clock() + twentyYearsMs });
  }
  return {
    state,
    clock: createClock(clock),
    random: createRandomStreams(seed),
    rules: readRules(contract as OpenApiDocument),
    settings: {
      sca: options.sca ?? false,
      knownTokensOnly: tokens !== undefined,
      cardDataAnswer: cardData.answer ?? "jwe",
      keyWraps: cardData.keyWraps ?? keyWraps,
    },
    firstKey: firstKeyOf(cardData.privateKey, seed),
  };
}

/** The first key is made when the mock has nothing better to do, or when it is asked for, whichever is sooner. */
function firstKeyOf(pem: string | undefined, seed: number): () => Promise<Jwk> {
  let key: Promise<Jwk> | undefined;
  if (pem !== undefined) key = Promise.resolve(readKey(pem));
  return () => {
    key ??= makeRsaKey(createRandom(`${seed}/key`));
    return key;
  };
}

function readKey(pem: string): Jwk {
  try {
    const jwk = readPrivateKeyPem(pem);
    importPrivateKey(jwk);
    return jwk;
  } catch (cause) {
    throw new MockError("ERR_MOCK_KEY_INVALID", "cardData.privateKey is not an RSA private key of 2048 bits or more.", {
      cause,
    });
  }
}
