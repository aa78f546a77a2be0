import type { JsonObject } from "../contract-nodes.ts";
import { type CrossCheck, type Extension, type Finding, listOf } from "./extension.ts";
import { sentEnums } from "./open-enum.ts";

type Transitions = Readonly<Record<string, readonly string[]>>;

const movesBetweenValues: CrossCheck = (view) => {
  const sent = sentEnums(view).map(({ node }) => node.enum as unknown[]);
  return view.nodes.flatMap(({ node, path }): Finding[] => {
    if (node["x-transitions"] === undefined) return [];
    const known: unknown[] = Array.isArray(node.enum) ? node.enum : [];
    // Requests may have an enum of their own for the states that can be asked for.
    const askable = sent.filter((values) => values.every((value) => known.includes(value))).flat();
    return Object.entries(node["x-transitions"] as Transitions).flatMap(([from, targets]) => {
      const at = [...path, "x-transitions", from];
      if (!known.includes(from)) return [{ path: at, reason: `x-transitions: the enum has no value ${from}` }];
      return targets.flatMap((to) => {
        const reason = targetProblem(from, to, known, askable);
        return reason === undefined ? [] : [{ path: at, reason: `x-transitions: ${reason}` }];
      });
    });
  });
};

function targetProblem(from: string, to: string, known: readonly unknown[], askable: readonly unknown[]) {
  if (!known.includes(to)) return `the enum has no value ${to}`;
  if (to === from) return `${from} leads to itself`;
  return askable.length === 0 || askable.includes(to) ? undefined : `no request can ask for ${to}`;
}

const value: JsonObject = {
  type: "object",
  minProperties: 1,
  additionalProperties: listOf({ type: "string" }),
};

export const transitions: Extension = {
  name: "x-transitions",
  places: ["schema"],
  value,
  expected: "a map from a state to the states that may be asked for in it, all of them values of the enum",
  checks: [movesBetweenValues],
  meaning: "A state machine. A state that is no key allows nothing.",
  readers: ["client", "mock", "react"],
};
