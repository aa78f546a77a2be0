import type { Random } from "../random.ts";
import { assertFaultRule, type Fault, type FaultRule } from "./fault.ts";

/** A rule that is in force. */
export interface ActiveFault {
  readonly id: number;
  readonly rule: FaultRule;
  /** To how many calls it has happened. */
  readonly hits: number;
}

/** The faults of a mock. */
export interface Faults {
  /** Adds a rule. Where several fit a call, the latest one happens. @throws TypeError for a rule that makes no sense */
  add(rule: FaultRule): ActiveFault;
  /** What happens to the next call of an operation (`*`: of any), once. */
  next(operation: string, fault: Fault): ActiveFault;
  /** Takes a rule out of force. */
  remove(fault: ActiveFault | number): boolean;
  /** Takes all rules out of force. */
  clear(): void;
  /** The rules in force. */
  list(): ActiveFault[];
}

/** The faults with the side that asks them. */
export interface FaultBox extends Faults {
  readonly isEmpty: boolean;
  /** What happens to this call, if anything. Counts it. */
  pick(call: { operation: string; cardToken: string | undefined }): Fault | undefined;
}

/** Makes a box without faults. */
export function createFaultBox(operations: readonly string[], random: Random): FaultBox {
  let active: { id: number; rule: FaultRule; hits: number }[] = [];
  let lastId = 0;

  function add(rule: FaultRule): ActiveFault {
    assertFaultRule(rule, operations);
    lastId++;
    const fault = { id: lastId, rule: { ...rule }, hits: 0 };
    active.push(fault);
    return fault;
  }

  return {
    add,
    next: (operation, fault) => add({ ...fault, operation, times: 1 }),
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
