import type { RawCall } from "./recorded-call.ts";
import { toViolation } from "./recorded-call.ts";
import type { Redactor } from "./redact.ts";

/** One way in which a call did not keep to the contract. */
export interface Deviation {
  /** Of the call, as in `requests`. */
  readonly id: number;
  /** SDK name; undefined if the call fitted no operation. */
  readonly operation: string | undefined;
  readonly method: string;
  readonly path: string;
  /** The status that was sent; 0 if the connection broke before. */
  readonly status: number;
  readonly side: "request" | "response";
  /** Where: `body.status`, `query.pageSize`, `header.content-type`, `path`. */
  readonly at: string;
  readonly message: string;
}

/** Every deviation from the contract since the mock started or was reset, whatever `requests` still holds. */
export interface Deviations {
  /** How many there are. */
  readonly count: number;
  /** The first hundred. */
  list(): Deviation[];
}

/** The deviations with the side that fills them. */
export interface FillableDeviations extends Deviations {
  add(id: number, call: RawCall): void;
  clear(): void;
}

/** The first ones say what went wrong; thousands of the same would only take memory. */
const mostListed = 100;

/** Makes a list without deviations, from which secrets are taken out. */
export function createDeviations(redactor: Redactor): FillableDeviations {
  let listed: Deviation[] = [];
  let count = 0;

  return {
    get count() {
      return count;
    },
    list: () => listed.map((entry) => ({ ...entry })),
    clear() {
      listed = [];
      count = 0;
    },
    add(id, { head }) {
      const { operation, method, status, violations } = head;
      const path = redactor.path(operation, head.path);
      for (const [side, findings] of [
        ["request", violations.input],
        ["response", violations.output],
      ] as const) {
        count += findings.length;
        for (const finding of findings.slice(0, mostListed - listed.length)) {
          const { path: at, message } = redactor.violation(toViolation(finding));
          listed.push({ id, operation, method, path, status, side, at, message });
        }
      }
    },
  };
}
