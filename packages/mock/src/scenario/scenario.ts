import type { MockCardLimitType, MockCardStatus, MockPermissionType } from "../engine/card.ts";
import type { MockProfile } from "../engine/profile.ts";
import { MockError } from "../mock-error.ts";
import empty from "./empty.json" with { type: "json" };
import everyStatus from "./every-status.json" with { type: "json" };
import large from "./large.json" with { type: "json" };
import ukBusiness from "./uk-business.json" with { type: "json" };
import usPersonal from "./us-personal.json" with { type: "json" };

/** What a mock starts with, as a data file says it. */
export interface Scenario {
  readonly description: string;
  /** The partner who issued the cards. */
  readonly clientId: string;
  readonly programs: Readonly<Record<string, ScenarioProgram>>;
  readonly profiles: readonly ScenarioProfile[];
}

export interface ScenarioProgram {
  readonly scheme: "VISA" | "MASTERCARD";
  readonly defaultCurrency: string;
  readonly cardType: string;
}

export interface ScenarioProfile extends Omit<MockProfile, "usage" | "scaFactors"> {
  /** How many kinds of challenge a call needs; 1, if left out. */
  readonly scaFactors?: MockProfile["scaFactors"];
  readonly cards: readonly ScenarioCard[];
  /** How many more cards to make up from the seed. */
  readonly generatedCards?: number;
}

/** A card. BIN and last four digits are those of the PAN. */
export interface ScenarioCard {
  readonly token: string;
  readonly status: MockCardStatus;
  readonly cardHolderName: string;
  readonly expiryDate: string;
  readonly pan: string;
  readonly cvv2: string;
  readonly pin: string;
  /** The profile's, if left out. */
  readonly phoneNumber?: string;
  /** A key of the scenario's programs. */
  readonly program: string;
  /** NONE, if left out. */
  readonly unlockSpendingPermissions?: "WITH_PARTNER_API" | "WITH_FIRST_CHIP_AND_PIN_TRANSACTION" | "NONE";
  readonly creationTime: string;
  /** The time of creation, if left out. */
  readonly modificationTime?: string;
  /** Which permissions are off, and which locked (and off). All others are on. */
  readonly permissions?: {
    readonly off?: readonly MockPermissionType[];
    readonly locked?: readonly MockPermissionType[];
  };
  readonly limits?: Partial<Record<MockCardLimitType, number>>;
}

export const scenarioNames = ["uk-business", "us-personal", "empty", "large", "every-status"] as const;
/** The scenarios that come with the mock. */
export type ScenarioName = (typeof scenarioNames)[number];

// The compiler reads the words in a JSON file as `string`; a test checks each file against the types.
const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  "uk-business": ukBusiness as unknown as Scenario,
  "us-personal": usPersonal as unknown as Scenario,
  empty: empty as unknown as Scenario,
  large: large as unknown as Scenario,
  "every-status": everyStatus as unknown as Scenario,
};

/** The scenario of a name. @throws MockError `ERR_MOCK_SCENARIO_UNKNOWN` */
export function findScenario(name: string): Scenario {
  const scenario = Object.hasOwn(scenarios, name) ? scenarios[name as ScenarioName] : undefined;
  if (scenario) return scenario;
  throw new MockError(
    "ERR_MOCK_SCENARIO_UNKNOWN",
    `Unknown scenario "${name}"; scenarios are ${scenarioNames.join(", ")}`,
  );
}
