import { type CallLog, callsAsSent } from "../record/call-log.ts";
import type { Deviation, Deviations } from "../record/deviations.ts";
import type { RecordedCall } from "../record/recorded-call.ts";

/** What a call is expected to have been. Fields that are left out may be anything. */
export interface ExpectedCall {
  readonly status?: number;
  /** Fields of the body; others may be there too. Values are compared with what was sent, sensitive ones included. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Values of the query. */
  readonly query?: Readonly<Record<string, string>>;
  /** How often; at least once, if left out. */
  readonly times?: number;
}

/** What a matcher tells the test runner. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Anything that keeps a record of calls. */
export interface HasRequests {
  readonly requests: CallLog;
}

/** Anything that keeps count of deviations from the contract. */
export interface HasDeviations {
  readonly deviations: Deviations;
}

/** Whether a mock has received a call of an operation, by its SDK name. */
export function toHaveReceived(mock: HasRequests, operation: string, expected: ExpectedCall = {}): MatcherResult {
  const { times, ...call } = expected;
  const fitting = callsAsSent(mock.requests, operation).filter((entry) => matches(entry, call));
  const pass = times === undefined ? fitting.length > 0 : fitting.length === times;
  return {
    pass,
    message: () => {
      const wanted = `${times === undefined ? "" : `${times} `}calls of ${operation} like ${JSON.stringify(call)}`;
      // What is shown has no secrets in it, whatever was compared.
      const seen = mock.requests
        .list(operation)
        .map(({ status, body, query }) => JSON.stringify({ status, body, query }))
        .join("\n  ");
      const what = pass
        ? `There are ${wanted}, and there should not be`
        : `There are ${fitting.length} instead of ${wanted}`;
      return `${what}. Received:\n  ${seen || "none"}`;
    },
  };
}

/** Whether every request to a mock and every response of it kept to the contract, since the mock started or was reset. */
export function toHaveKeptTheContract({ deviations }: HasDeviations): MatcherResult {
  return {
    pass: deviations.count === 0,
    message: () => {
      if (deviations.count === 0) return "Every call kept to the contract, and one should not have.";
      const found = deviations.list();
      const ids = new Set(found.map(({ id }) => id));
      const lines = [...ids].map((id) => describeCall(found.filter((entry) => entry.id === id)));
      const more = deviations.count - found.length;
      if (more > 0) lines.push(`and ${more} more`);
      return `These calls broke the contract:\n  ${lines.join("\n  ")}`;
    },
  };
}

function describeCall(found: readonly Deviation[]): string {
  const [first] = found;
  const what = first?.operation ?? `${first?.method} ${first?.path}`;
  return `${what}: ${found.map(({ at, message }) => `${at} ${message}`).join("; ")}`;
}

function matches(call: RecordedCall, { status, body, query }: Omit<ExpectedCall, "times">): boolean {
  if (status !== undefined && call.status !== status) return false;
  return contains(call.body, body) && contains(call.query, query);
}

function contains(actual: unknown, expected: unknown): boolean {
  if (expected === undefined) return true;
  if (typeof expected !== "object" || expected === null) return Object.is(actual, expected);
  if (typeof actual !== "object" || actual === null) return false;
  return Object.entries(expected).every(([key, value]) => contains((actual as Record<string, unknown>)[key], value));
}
