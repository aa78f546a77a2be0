/** What may go wrong with a call. Several at once are allowed where they make sense together. */
export interface Fault {
  /**
   * Answers with this status, from 400 to 599, in the shape that the API gives to such errors, whether or not the contract
   * documents it for the operation: gateways on the way have statuses of their own. The operation is not carried out.
   */
  readonly status?: number;
  /** Seconds for `Retry-After`, with a status of 429 or 503. Default 1. */
  readonly retryAfter?: number;
  /** How long the answer takes, in milliseconds; of a range, each value is as likely. */
  readonly latencyMs?: number | { readonly min: number; readonly max: number };
  /**
   * Breaks the connection: before the operation is carried out, after it was and before the answer, or in the middle of
   * the body, where `stall` never ends it and `truncate` hangs up.
   */
  readonly connection?: ConnectionFault;
  /** Answers as if the access token had expired. */
  readonly expiredToken?: boolean;
  /** Sends the answer under another media type. */
  readonly contentType?: string;
  /** Gives the first field of the answer a value of another type than the contract says. */
  readonly breakContract?: boolean;
}

export const connectionFaults = ["reset-before-commit", "reset-after-commit", "stall", "truncate"] as const;
/** Ways in which a connection can break. */
export type ConnectionFault = (typeof connectionFaults)[number];

/** A fault, and the calls that it happens to. */
export interface FaultRule extends Fault {
  /** SDK name of the operation; `*` for any. Default `*`. */
  readonly operation?: string;
  /** Only calls about this card. */
  readonly cardToken?: string;
  /** To how many calls it happens. Default: to all. */
  readonly times?: number;
  /** To which share of the calls it happens, from 0 to 1, by the mock's seed. Default 1. */
  readonly probability?: number;
}

const faultKeys = ["status", "retryAfter", "latencyMs", "connection", "expiredToken", "contentType", "breakContract"];
const ruleKeys = [...faultKeys, "operation", "cardToken", "times", "probability"];

/** Checks a rule. @throws TypeError with what is wrong with it */
export function assertFaultRule(rule: FaultRule, operations: readonly string[]): void {
  for (const key of Object.keys(rule)) {
    if (!ruleKeys.includes(key)) throw new TypeError(`A fault has no "${key}". There are: ${ruleKeys.join(", ")}.`);
  }
  if (!faultKeys.some((key) => rule[key as keyof Fault] !== undefined && key !== "retryAfter")) {
    throw new TypeError(`A fault needs at least one of ${faultKeys.join(", ")}.`);
  }
  const { operation = "*", status, connection, times, probability, retryAfter, latencyMs } = rule;
  if (operation !== "*" && !operations.includes(operation)) {
    throw new TypeError(`There is no operation "${operation}". There are: ${operations.join(", ")}.`);
  }
  if (connection !== undefined && !connectionFaults.includes(connection)) {
    throw new TypeError(`connection must be one of ${connectionFaults.join(", ")}.`);
  }
  assertNumber("status", status, 400, 599);
  assertNumber("times", times, 1, Number.MAX_SAFE_INTEGER);
  assertNumber("retryAfter", retryAfter, 0, Number.MAX_SAFE_INTEGER);
  if (probability !== undefined && !(probability >= 0 && probability <= 1)) {
    throw new TypeError("probability must be from 0 to 1.");
  }
  const { min, max } = typeof latencyMs === "object" ? latencyMs : { min: latencyMs ?? 0, max: latencyMs ?? 0 };
  if (!(min >= 0 && max >= min && max <= 600_000)) {
    throw new TypeError("latencyMs must be from 0 to 600000, or a range in it.");
  }
}

function assertNumber(name: string, value: number | undefined, least: number, most: number): void {
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) return;
  throw new TypeError(
    `${name} must be a whole number of at least ${least}${most < 1000 ? ` and at most ${most}` : ""}.`,
  );
}
