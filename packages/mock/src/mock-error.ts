/** What went wrong, for code. */
export type MockErrorCode =
  | "ERR_MOCK_ADDRESS_IN_USE"
  | "ERR_MOCK_ADDRESS_UNAVAILABLE"
  | "ERR_MOCK_SCENARIO_UNKNOWN"
  | "ERR_MOCK_SCENARIO_INVALID"
  | "ERR_MOCK_STATE_DAMAGED"
  | "ERR_MOCK_STATE_UNREACHABLE"
  | "ERR_MOCK_CONTRACT_UNREADABLE"
  | "ERR_MOCK_KEY_INVALID";

/** The root of the errors that this package throws about its surroundings. Mistakes in a program are `TypeError`. */
export class MockError extends Error {
  override readonly name = "MockError";
  readonly code: MockErrorCode;

  constructor(code: MockErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Whether a value is a `MockError`, also of another copy of this package. */
export function isMockError(value: unknown): value is MockError {
  return value instanceof Error && value.name === "MockError" && "code" in value;
}
