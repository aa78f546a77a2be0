export type { MockCardLimitType, MockCardStatus, MockPermissionType } from "./engine/card.ts";
export type { MockScaSetting, MockSpendingType } from "./engine/profile.ts";
export type { KeyWrap } from "./engine/world.ts";
export type { CardDataOptions, MockOptions } from "./mock-core.ts";
export { isMockError, MockError, type MockErrorCode } from "./mock-error.ts";
export type { Scenario, ScenarioCard, ScenarioName, ScenarioProfile, ScenarioProgram } from "./scenario/scenario.ts";
export { type Mock, type StartMockOptions, startMock } from "./start-mock.ts";
