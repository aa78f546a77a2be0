import type { TransitionsModel } from "./model.ts";
import type { Review } from "./review.ts";

/** The life cycle of every schema that carries `x-transitions`. */
export function readTransitions(review: Review): TransitionsModel[] {
  return Object.entries(review.contract.document.components.schemas).flatMap(([schema, node]) => {
    const value = node["x-transitions"];
    if (value === undefined) return [];
    const at = ["components", "schemas", schema, "x-transitions"];
    if (!isMap(value)) {
      review.stop(at, "x-transitions must be a map from a state to a list of states");
      return [];
    }
    // As long as the contract has them on the values that may be asked for.
    const stem = schema.replace(/Change$/, "");
    return [{ constant: `${stem.charAt(0).toLowerCase()}${stem.slice(1)}Transitions`, schema, map: value }];
  });
}

function isMap(value: unknown): value is Record<string, string[]> {
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).every((list) => Array.isArray(list) && list.every((item) => typeof item === "string"));
}
