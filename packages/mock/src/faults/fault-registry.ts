import type { Random } from "../random.ts";
import { assertFaultRule, type Fault, type FaultRule } from "./fault.ts";

/** An active rule. */
export interface ActiveFault {
  readonly id: number;
  readonly rule: FaultRule;
  /** To how many calls it has happened. */
  readonly hits: number;
}

/** The faults of a mock. */
export interface Faults {
  /** Adds a rule. Where several match a call, the latest one happens. @throws TypeError for a rule that is not valid */
  add(rule: FaultRule): ActiveFault;
  /** What happens to the next call of an operation (`*`: of any), once. */
  next(operation: string, fault: Fault): ActiveFault;
  /** Removes a rule. Returns whether it was there. */
  remove(fault: ActiveFault | number): boolean;
  /** Removes all rules. */
  clear(): void;
  /** The active rules. */
  list(): ActiveFault[];
}

/** The faults, with what the request handler asks of them. */
export interface FaultRegistry extends Faults {
  readonly isEmpty: boolean;
  /** What happens to this call, if anything. Counts it. */
  pick(call: { operation: string; cardToken: string | undefined }): Fault | undefined;
}

/** Makes a registry without faults. */
export function createFaultRegistry(operations: readonly string[], random: Random): FaultRegistry {
  let active: { id: number; rule: FaultRule; hits: number }[] = [];
  let lastId = 0;

  function add(where: string, rule: FaultRule): ActiveFault {
    assertFaultRule(where, rule, operations);
    lastId++;
    const fault = { id: lastId, rule: { ...rule }, hits: 0 };
    active.push(fault);
    return fault;
  }

  return {
    add: (rule) => add("faults.add()", rule),
    next: (operation, fault) => add("faults.next()", { ...fault, operation, times: 1 }),
    remove(fault) {
      const id = typeof fault === "number" ? fault : fault.id;
      const before = active.length;
      active = active.filter((entry) => entry.id !== id);
      return active.length < before;
    },
    clear() {
      active = [];
    },
    list: () => active.map((entry) => ({ ...entry })),
    get isEmpty() {
      return active.length === 0;
    },
    pick({ operation, cardToken }) {
      const chosen = active.findLast(({ rule }) => {
        if (rule.operation !== undefined && rule.operation !== "*" && rule.operation !== operation) return false;
        if (rule.cardToken !== undefined && rule.cardToken !== cardToken) return false;
        return rule.probability === undefined || random.fraction() < rule.probability;
      });
      if (!chosen) return undefined;
      chosen.hits++;
      if (chosen.hits === chosen.rule.times) active = active.filter((entry) => entry !== chosen);
      return chosen.rule;
    },
  };
}
