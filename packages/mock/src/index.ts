export type { Authorisation, Purchase, PurchaseMethod } from "./engine/authorisation.ts";
export type { MockCard, MockCardLimitType, MockCardStatus, MockPermissionType } from "./engine/card.ts";
export type { MockProfile, MockScaSetting, MockSpendingType } from "./engine/profile.ts";
export type { ConnectionFault, Fault, FaultRule, FaultStep } from "./faults/fault.ts";
export type { ActiveFault, Faults } from "./faults/fault-registry.ts";
export type { KeyWrap, OpeningStep } from "./handshake/jwe.ts";
export type { FetchMock } from "./http/create-fetch.ts";
export { createMock, type EncryptionKeys, type LocalMock, type MockChanges } from "./mock.ts";
export { isMockError, MockError, type MockErrorCode } from "./mock-error.ts";
export type { CardDataOptions, KnownTokens, MockOptions } from "./mock-options.ts";
export type { OnUnhandledOperation } from "./pipeline/unhandled-operation.ts";
export type { CallLog } from "./record/call-log.ts";
export {
  type Coverage,
  type CoverageReport,
  mergeCoverage,
  type OperationCoverage,
  renderCoverage,
} from "./record/coverage.ts";
export type { Deviation, Deviations } from "./record/deviations.ts";
export type { RecordedCall, RecordedViolation } from "./record/recorded-call.ts";
export type { Scenario, ScenarioCard, ScenarioName, ScenarioProfile, ScenarioProgram } from "./scenario/scenario.ts";
export type { Duration, Simulate } from "./simulate.ts";
export { type Mock, type StartMockOptions, startMock } from "./start-mock.ts";
export type { MockSnapshot } from "./state/snapshot.ts";
export type { StateEditor } from "./state/state-editor.ts";
