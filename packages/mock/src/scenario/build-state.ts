import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import type { MockCard, MockPermissionType } from "../engine/card.ts";
import { createState, type MockState, putCard } from "../engine/state.ts";
import { emptyUsage } from "../engine/window.ts";
import { MockError } from "../mock-error.ts";
import { createRandom } from "../random.ts";
import { generateCards } from "./generate-cards.ts";
import type { Scenario, ScenarioCard, ScenarioProfile } from "./scenario.ts";
import { scenarioSchema } from "./scenario-schema.ts";

/** Checks a scenario of the user's own. @throws MockError `ERR_MOCK_SCENARIO_INVALID` with what is wrong and where */
export function assertScenario(scenario: unknown): void {
  const ajv = new Ajv2020({ strict: false });
  ajvFormats.default(ajv);
  const validate = ajv.compile(scenarioSchema);
  if (validate(scenario)) return;
  const [error] = validate.errors ?? [];
  const where = error?.instancePath || "the scenario";
  const which = error?.params.additionalProperty ? ` (${String(error.params.additionalProperty)})` : "";
  throw new MockError("ERR_MOCK_SCENARIO_INVALID", `The scenario cannot be used: ${where} ${error?.message}${which}.`);
}

/** Makes the state that a scenario describes. @throws MockError `ERR_MOCK_SCENARIO_INVALID` */
export function buildState(scenario: Scenario, seed: number): MockState {
  const state = createState();
  const random = createRandom(`${seed}/scenario`);
  for (const profile of scenario.profiles) {
    const { cards, generatedCards = 0, ...own } = profile;
    state.profiles.set(profile.id, { scaFactors: 1, ...structuredClone(own), usage: {} });
    for (const card of cards) putCard(state, buildCard(scenario, profile, card));
    for (const card of generateCards(scenario, generatedCards, random)) {
      putCard(state, buildCard(scenario, profile, card));
    }
  }
  return state;
}

/** Makes one card of a scenario. */
export function buildCard(scenario: Scenario, profile: ScenarioProfile, source: ScenarioCard): MockCard {
  const program = scenario.programs[source.program];
  if (!program) {
    throw new MockError(
      "ERR_MOCK_SCENARIO_INVALID",
      `Card ${source.token} is of the program "${source.program}", which the scenario does not have.`,
    );
  }
  const isPurged = source.status === "PURGED";
  return {
    token: source.token.toLowerCase(),
    profileId: profile.id,
    clientId: scenario.clientId,
    status: source.status,
    cardHolderName: source.cardHolderName,
    expiryDate: source.expiryDate,
    pan: isPurged ? undefined : source.pan,
    cvv2: isPurged ? undefined : source.cvv2,
    pin: isPurged ? undefined : source.pin,
    lastFourDigits: source.pan.slice(-4),
    bankIdentificationNumber: source.pan.slice(0, 6),
    phoneNumber: source.phoneNumber ?? profile.phoneNumber,
    cardProgram: { name: source.program, ...program },
    unlockSpendingPermissions: source.unlockSpendingPermissions ?? "NONE",
    creationTime: source.creationTime,
    modificationTime: source.modificationTime ?? source.creationTime,
    permissions: buildPermissions(source.permissions),
    limits: { ...source.limits },
    usage: { daily: emptyUsage(), monthly: emptyUsage(), lifetime: 0 },
    wrongPinEntries: 0,
  };
}

function buildPermissions({
  off = [],
  locked = [],
}: NonNullable<ScenarioCard["permissions"]> = {}): MockCard["permissions"] {
  const build = (type: MockPermissionType) => {
    const isLocked = locked.includes(type);
    return { isEnabled: !isLocked && !off.includes(type), isLocked };
  };
  return {
    ECOM: build("ECOM"),
    POS_CHIP: build("POS_CHIP"),
    ATM_WITHDRAWAL: build("ATM_WITHDRAWAL"),
    MOBILE_WALLETS: build("MOBILE_WALLETS"),
    POS_CONTACTLESS: build("POS_CONTACTLESS"),
    POS_MAGSTRIPE: build("POS_MAGSTRIPE"),
  };
}
