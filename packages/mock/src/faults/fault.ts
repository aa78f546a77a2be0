import { checkOptions } from "../check-options.ts";

/** What may go wrong with a call. Several at once are allowed where they make sense together. */
export interface Fault {
  /**
   * Responds with this status, from 400 to 599, in the shape that the API gives to such errors, whether or not the contract
   * documents it for the operation: gateways on the way have statuses of their own. The operation is not carried out.
   */
  readonly status?: number;
  /** Seconds for `Retry-After`, with a status of 429 or 503. Default 1. */
  readonly retryAfter?: number;
  /** How long the response takes, in milliseconds; of a range, each value is equally likely. */
  readonly latencyMs?: number | { readonly min: number; readonly max: number };
  /**
   * Breaks the connection: before the operation is carried out, after it and before the response, or in the middle of
   * the body, where `stall` never ends it and `truncate` hangs up.
   */
  readonly connection?: ConnectionFault;
  /** Responds as if the access token had expired. */
  readonly expiredToken?: boolean;
  /** Sends the response under another media type. */
  readonly contentType?: string;
  /** Gives the first field of the response a value of another type than the contract says. */
  readonly breakContract?: boolean;
}

export const connectionFaults = ["reset-before-commit", "reset-after-commit", "stall", "truncate"] as const;
/** Ways in which a connection can break. */
export type ConnectionFault = (typeof connectionFaults)[number];

/** What happens to one call of a sequence. */
export type FaultStep = number | "ok" | Fault;

/** A fault, and the calls that it happens to. */
export interface FaultRule extends Fault {
  /** SDK name of the operation; `*` for any. Default `*`. */
  readonly operation?: string;
  /** Only calls about this card, in any case. */
  readonly cardToken?: string;
  /** Only calls about a profile of this user, or a card of such a profile. */
  readonly userId?: number;
  /**
   * Only from the nth on of the calls that the fields above select, counted from when the rule was added, whether or not
   * another rule happened to them; `times` is then 1 unless given.
   */
  readonly nth?: number;
  /** To how many calls it happens. Default: to all. */
  readonly times?: number;
  /** What happens to one call after the other: a status, a fault, or nothing (`ok`). After the last one, the rule is gone. */
  readonly sequence?: readonly FaultStep[];
  /** To which share of the calls it happens, from 0 to 1, by the mock's seed. Default 1. */
  readonly probability?: number;
}

const faultKeys = ["status", "retryAfter", "latencyMs", "connection", "expiredToken", "contentType", "breakContract"];
const ruleKeys = [...faultKeys, "operation", "cardToken", "userId", "nth", "times", "sequence", "probability"];

/** Checks a fault that happens to one call. @throws TypeError with what is wrong with it */
export function assertFault(where: string, fault: Fault): void {
  checkOptions(where, fault, faultKeys);
  assertHappens(where, fault);
}

/** Checks a rule. @throws TypeError with what is wrong with it */
export function assertFaultRule(where: string, rule: FaultRule, operations: readonly string[]): void {
  checkOptions(where, rule, ruleKeys);
  if (rule.sequence === undefined) assertHappens(where, rule);
  else assertSequence(where, rule, rule.sequence);
  const { operation = "*", cardToken = "", userId, nth, times, probability } = rule;
  if (operation !== "*" && !operations.includes(operation)) {
    throw new TypeError(`${where}: unknown operation "${operation}"; operations are ${operations.join(", ")}`);
  }
  if (typeof cardToken !== "string") throw new TypeError(`${where}: cardToken must be a string`);
  if (!isInteger(userId, 0)) throw new TypeError(`${where}: userId must be an integer`);
  if (!isInteger(nth, 1)) throw new TypeError(`${where}: nth must be an integer >= 1`);
  if (!isInteger(times, 1)) throw new TypeError(`${where}: times must be an integer >= 1`);
  if (probability !== undefined && !(probability >= 0 && probability <= 1)) {
    throw new TypeError(`${where}: probability must be a number from 0 to 1`);
  }
}

function assertHappens(where: string, fault: Fault): void {
  if (!faultKeys.some((key) => fault[key as keyof Fault] !== undefined && key !== "retryAfter")) {
    throw new TypeError(`${where}: a fault needs at least one of ${faultKeys.join(", ")}`);
  }
  const { status, connection, retryAfter, latencyMs } = fault;
  if (connection !== undefined && !connectionFaults.includes(connection)) {
    throw new TypeError(`${where}: connection must be one of ${connectionFaults.join(", ")}`);
  }
  if (!isInteger(status, 400, 599)) throw new TypeError(`${where}: status must be an integer from 400 to 599`);
  assertRetryAfter(where, retryAfter);
  const { min, max } = typeof latencyMs === "object" ? latencyMs : { min: latencyMs ?? 0, max: latencyMs ?? 0 };
  if (!(min >= 0 && max >= min && max <= 600_000)) {
    throw new TypeError(`${where}: latencyMs must be a number from 0 to 600000, or { min, max } in that range`);
  }
}

function assertRetryAfter(where: string, retryAfter: number | undefined): void {
  if (!isInteger(retryAfter, 0)) throw new TypeError(`${where}: retryAfter must be an integer >= 0`);
}

function assertSequence(where: string, rule: FaultRule, sequence: unknown): void {
  const isStep = (step: unknown) =>
    typeof step === "number" || step === "ok" || (typeof step === "object" && step !== null);
  if (!Array.isArray(sequence) || sequence.length === 0 || !sequence.every(isStep)) {
    throw new TypeError(`${where}: sequence must be a list of statuses, faults and "ok"`);
  }
  const other = [...faultKeys, "times"].find(
    (key) => key !== "retryAfter" && rule[key as keyof FaultRule] !== undefined,
  );
  if (other !== undefined) throw new TypeError(`${where}: sequence cannot be combined with ${other}`);
  assertRetryAfter(where, rule.retryAfter);
  for (const [index, step] of (sequence as FaultStep[]).entries()) {
    if (step === "ok") continue;
    assertFault(`${where}: sequence[${index}]`, typeof step === "number" ? { status: step } : step);
  }
}

function isInteger(value: number | undefined, minimum: number, maximum = Number.MAX_SAFE_INTEGER): boolean {
  return value === undefined || (Number.isInteger(value) && value >= minimum && value <= maximum);
}
