import { checkOptions } from "./check-options.ts";
import { tokenKinds } from "./contract/document.ts";
import { type KeyWrap, keyWraps } from "./handshake/jwe.ts";
import { type OnUnhandledOperation, unhandledChoices } from "./pipeline/unhandled-operation.ts";
import type { Scenario, ScenarioName } from "./scenario/scenario.ts";

/** How to make a mock. */
export interface MockOptions {
  /**
   * The state that it starts with: the name of a scenario that comes with the mock, or a scenario of your own.
   * @default "uk-business"
   */
  readonly scenario?: ScenarioName | Scenario;
  /**
   * With the same seed, clock and calls every response is the same, byte for byte.
   * @default 1
   */
  readonly seed?: number;
  /**
   * Source of the time, in milliseconds since 1970.
   * @default Date.now
   */
  readonly clock?: () => number;
  /**
   * Whether profiles that are under strong customer authentication are challenged.
   * @default false, as in the sandbox
   */
  readonly sca?: boolean;
  /**
   * Whether calls beyond the documented limits (`x-rate-limits` of the contract that comes with the mock,
   * whatever `contract` says) get 429 and `Retry-After`, by the mock's clock.
   * @default false
   */
  readonly rateLimits?: boolean;
  /**
   * Accepted access tokens, by whose they are. A plain list is of users.
   * @default any but expired ones of this mock; one that it did not issue is of every kind
   */
  readonly tokens?: readonly string[] | KnownTokens;
  /**
   * How card data is sealed.
   * @default the defaults of each setting
   */
  readonly cardData?: CardDataOptions;
  /**
   * The contract to serve: a bundled OpenAPI 3.1 document.
   * @default the one that comes with the mock
   */
  readonly contract?: object;
  /**
   * What happens to a call of an operation that has no handler: its response is an example of the contract, without a word
   * or with a warning once for each operation, or it gets 500.
   * @default "warn"
   */
  readonly onUnhandledOperation?: OnUnhandledOperation;
  /**
   * How many of the last calls `requests` keeps.
   * @default 200
   */
  readonly requestLogSize?: number;
  /**
   * Whether to count which parts of the contract are used.
   * @default false
   */
  readonly coverage?: boolean;
  /**
   * Whether these are findings too: query parameters and body fields that the contract does not know, and each response
   * that rests on an assumption which is not in `acceptedAssumptions`. JSON under another media type gets 415.
   * @default false
   */
  readonly strict?: boolean;
  /**
   * The assumptions that a strict mock may rest on, each by what it is about: what stands before the colon in
   * `x-wisekit-assumed`, as in `cards.updateStatus 409`.
   * @default none
   */
  readonly acceptedAssumptions?: readonly string[];
}

/** Access tokens by whose they are. */
export interface KnownTokens {
  readonly user?: readonly string[];
  readonly application?: readonly string[];
  /** Those that users made for themselves on Wise's pages. */
  readonly personal?: readonly string[];
}

/** How card data is sealed. */
export interface CardDataOptions {
  /**
   * Which of the two documented forms responses with card data have.
   * @default "jwe"
   */
  readonly responseFormat?: "jwe" | "json";
  /**
   * Whether the nonce of the response is the mock's own, or repeats that of the request, if it has one. No source says that
   * a request has a nonce.
   * @default "own"
   */
  readonly nonce?: "own" | "echo";
  /**
   * Which wraps of the content encryption key are accepted.
   * @default both
   */
  readonly keyWraps?: readonly KeyWrap[];
  /**
   * The RSA private key to start with, as PEM.
   * @default a key made from the seed
   */
  readonly privateKey?: string;
}

const optionNames = [
  "scenario",
  "seed",
  "clock",
  "sca",
  "rateLimits",
  "tokens",
  "cardData",
  "contract",
  "onUnhandledOperation",
  "requestLogSize",
  "coverage",
  "strict",
  "acceptedAssumptions",
] as const satisfies readonly (keyof MockOptions)[];

/** Checks options. @throws TypeError with what is wrong with them */
export function assertMockOptions(where: string, options: MockOptions, more: readonly string[] = []): void {
  checkOptions(where, options, [...optionNames, ...more]);
  const { seed = 1, requestLogSize = 0, cardData = {}, tokens = [], onUnhandledOperation = "warn" } = options;
  if (!unhandledChoices.includes(onUnhandledOperation)) {
    throw new TypeError(`${where}: onUnhandledOperation must be "example", "warn" or "error"`);
  }
  if (!Number.isSafeInteger(seed)) throw new TypeError(`${where}: seed must be an integer within ±2^53`);
  if (!Number.isInteger(requestLogSize) || requestLogSize < 0) {
    throw new TypeError(`${where}: requestLogSize must be an integer >= 0`);
  }
  if (!Array.isArray(tokens)) checkOptions(`${where}: tokens`, tokens, tokenKinds);
  checkOptions(`${where}: cardData`, cardData, ["responseFormat", "nonce", "keyWraps", "privateKey"]);
  assertCardDataSettings(where, cardData);
}

/** Checks the settings of card data. @throws TypeError with what is wrong */
export function assertCardDataSettings(
  where: string,
  { responseFormat = "jwe", nonce = "own", keyWraps: wraps = keyWraps }: CardDataOptions,
): void {
  if (responseFormat !== "jwe" && responseFormat !== "json") {
    throw new TypeError(`${where}: cardData.responseFormat must be jwe or json`);
  }
  if (nonce !== "own" && nonce !== "echo") throw new TypeError(`${where}: cardData.nonce must be own or echo`);
  if (!Array.isArray(wraps) || wraps.length === 0 || wraps.some((wrap) => !keyWraps.includes(wrap))) {
    throw new TypeError(`${where}: cardData.keyWraps must be a list of ${keyWraps.join(" and ")}`);
  }
}
