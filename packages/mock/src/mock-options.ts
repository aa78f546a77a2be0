import { checkOptions } from "./check-options.ts";
import { type KeyWrap, keyWraps } from "./engine/world.ts";
import type { Scenario, ScenarioName } from "./scenario/scenario.ts";

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
  /**
   * Whether more calls than the documented limits allow (`x-rate-limits` of the contract that comes with the mock,
   * whatever `contract` says) are refused with 429 and `Retry-After`, by the mock's clock. Default false.
   */
  readonly rateLimits?: boolean;
  /** The access tokens that are good. Default any, except those that the mock issued itself and that have expired. */
  readonly tokens?: readonly string[];
  /** How card data is sealed. */
  readonly cardData?: CardDataOptions;
  /** The contract to serve: a bundled OpenAPI 3.1 document. Default the one that comes with the mock. */
  readonly contract?: object;
  /** How many of the last calls `requests` keeps. Default 200. */
  readonly requestLogSize?: number;
  /** Whether to note which parts of the contract are touched. Default false. */
  readonly coverage?: boolean;
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

const optionNames = [
  "scenario",
  "seed",
  "clock",
  "sca",
  "rateLimits",
  "tokens",
  "cardData",
  "contract",
  "requestLogSize",
  "coverage",
] as const satisfies readonly (keyof MockOptions)[];

/** Checks options. @throws TypeError with what is wrong with them */
export function assertMockOptions(what: string, options: MockOptions, more: readonly string[] = []): void {
  checkOptions(what, options, [...optionNames, ...more]);
  const { seed = 1, requestLogSize = 0, cardData = {} } = options;
  if (!Number.isSafeInteger(seed)) throw new TypeError("seed must be a whole number.");
  if (!Number.isInteger(requestLogSize) || requestLogSize < 0) {
    throw new TypeError("requestLogSize must be a whole number of at least 0.");
  }
  checkOptions("cardData", cardData, ["answer", "keyWraps", "privateKey"]);
  assertCardDataSettings(cardData);
}

/** Checks how card data is to be answered. @throws TypeError with what is wrong */
export function assertCardDataSettings({ answer = "jwe", keyWraps: wraps = keyWraps }: CardDataOptions): void {
  if (answer !== "jwe" && answer !== "json") throw new TypeError("cardData.answer must be jwe or json.");
  if (!Array.isArray(wraps) || wraps.length === 0 || wraps.some((wrap) => !keyWraps.includes(wrap))) {
    throw new TypeError(`cardData.keyWraps must be a list of ${keyWraps.join(" and ")}.`);
  }
}
