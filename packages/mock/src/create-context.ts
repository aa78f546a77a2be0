import { createClock } from "./clock.ts";
import { type OpenApiDocument, tokenKinds } from "./contract/document.ts";
import { type ContractFacts, readFacts } from "./contract/facts.ts";
import { type Operation, readOperations } from "./contract/operation.ts";
import { readRules } from "./contract/rules.ts";
import { cardStatuses } from "./engine/card.ts";
import { createCardViews } from "./engine/card-view.ts";
import type { MockContext } from "./engine/context.ts";
import type { MockState } from "./engine/state.ts";
import contract from "./generated/openapi.gen.json" with { type: "json" };
import { keyWraps } from "./handshake/jwe.ts";
import { importPrivateKey, type Jwk, makeRsaKey, readPrivateKeyPem } from "./handshake/rsa-key.ts";
import { MockError } from "./mock-error.ts";
import type { KnownTokens, MockOptions } from "./mock-options.ts";
import { once } from "./once.ts";
import { createRandom, createRandomStreams } from "./random.ts";
import { assertScenario, buildState } from "./scenario/build-state.ts";
import { findScenario } from "./scenario/scenario.ts";

/** The contract that comes with the mock. */
export const ownContract: OpenApiDocument = contract as unknown as OpenApiDocument;

const twentyYearsMs = 20 * 365 * 86_400_000;

/** Makes what handlers and rules work on. `operations` are those of the contract that is served. */
export function createContext(options: MockOptions, operations: readonly Operation[]): MockContext {
  const { seed = 1, clock = Date.now, tokens, cardData = {} } = options;
  return {
    state: startingState(options),
    clock: createClock(clock),
    random: createRandomStreams(seed),
    rules: readRules(ownContract, cardStatuses),
    facts: factsOf(operations, options.contract !== undefined),
    settings: {
      sca: options.sca ?? false,
      knownTokensOnly: tokens !== undefined,
      cardDataResponseFormat: cardData.responseFormat ?? "jwe",
      cardDataNonce: cardData.nonce ?? "own",
      keyWraps: cardData.keyWraps ?? keyWraps,
    },
    viewCard: createCardViews(),
    firstKey: firstKeyOf(cardData.privateKey, seed),
  };
}

/** The state that a mock starts with. @throws MockError for a scenario that cannot be used */
export function startingState(options: MockOptions): MockState {
  const { seed = 1, clock = Date.now, scenario = "uk-business", tokens = [] } = options;
  if (typeof scenario !== "string") assertScenario(scenario);
  const state = buildState(typeof scenario === "string" ? findScenario(scenario) : scenario, seed);
  addKnownTokens(state, tokens, clock());
  return state;
}

/** Makes a state know tokens. */
export function addKnownTokens(state: MockState, tokens: NonNullable<MockOptions["tokens"]>, nowMs: number): void {
  const known: KnownTokens = Array.isArray(tokens) ? { user: tokens } : (tokens as KnownTokens);
  const expiresAtMs = nowMs + twentyYearsMs;
  for (const kind of tokenKinds) {
    for (const token of known[kind] ?? []) state.accessTokens.set(token, { token, kind, expiresAtMs });
  }
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

/** The first key is made when it is first asked for, and once. */
function firstKeyOf(pem: string | undefined, seed: number): () => Promise<Jwk> {
  if (pem === undefined) return once(() => makeRsaKey(createRandom(`${seed}/key`)));
  const key = Promise.resolve(readKey(pem));
  return () => key;
}

/** What another contract does not say is as in the mock's own. */
function factsOf(operations: readonly Operation[], isOtherContract: boolean): ContractFacts {
  const own = isOtherContract ? readFacts(readOperations(ownContract)) : {};
  return { ...own, ...readFacts(operations) } as ContractFacts;
}
