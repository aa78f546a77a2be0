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
  pick(call: FaultyCallKey): Fault | undefined;
}

/** What rules select calls by. */
export interface FaultyCallKey {
  readonly operation: string;
  /** In lower case. */
  readonly cardToken: string | undefined;
  /** The user whose profile the call is about. Asked only where a rule is about a user. */
  userId(): number | undefined;
}

/** Makes a registry without faults. */
export function createFaultRegistry(operations: readonly string[], random: Random): FaultRegistry {
  let active: { id: number; rule: FaultRule; hits: number; matched: number }[] = [];
  let lastId = 0;

  function add(where: string, rule: FaultRule): ActiveFault {
    assertFaultRule(where, rule, operations);
    lastId++;
    const fault = { id: lastId, rule: { ...rule }, hits: 0, matched: 0 };
    active.push(fault);
    return shown(fault);
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
    list: () => active.map(shown),
    get isEmpty() {
      return active.length === 0;
    },
    pick(call) {
      const concerned = active.filter(({ rule }) => concerns(rule, call));
      // Each rule counts its calls, whichever rule happens to this one.
      for (const entry of concerned) entry.matched++;
      for (const entry of concerned.reverse()) {
        const { rule } = entry;
        if (rule.nth !== undefined && entry.matched < rule.nth) continue;
        if (rule.probability !== undefined && random.fraction() >= rule.probability) continue;
        entry.hits++;
        if (entry.hits === hitsAllowed(rule)) active = active.filter((other) => other !== entry);
        return faultOf(rule, entry.hits);
      }
      return undefined;
    },
  };
}

function shown({ id, rule, hits }: ActiveFault): ActiveFault {
  return { id, rule, hits };
}

function concerns(rule: FaultRule, call: FaultyCallKey): boolean {
  if (rule.operation !== undefined && rule.operation !== "*" && rule.operation !== call.operation) return false;
  if (rule.cardToken !== undefined && rule.cardToken.toLowerCase() !== call.cardToken) return false;
  return rule.userId === undefined || rule.userId === call.userId();
}

/** To how many calls a rule happens. */
function hitsAllowed({ sequence, times, nth }: FaultRule): number | undefined {
  return sequence?.length ?? times ?? (nth === undefined ? undefined : 1);
}

/** What a rule does to the call that it happens to for the nth time. */
function faultOf(rule: FaultRule, hit: number): Fault | undefined {
  const step = rule.sequence?.[hit - 1];
  if (step === undefined) return rule;
  if (step === "ok") return undefined;
  const fault = typeof step === "number" ? { status: step } : step;
  return rule.retryAfter === undefined ? fault : { retryAfter: rule.retryAfter, ...fault };
}
