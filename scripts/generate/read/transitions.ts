import type { TransitionsModel } from "../model.ts";
import type { Review } from "../review.ts";

/** The life cycle of every schema that carries `x-transitions`. */
export function readTransitions(review: Review): TransitionsModel[] {
  const schemas = Object.entries(review.contract.document.components.schemas);
  for (const { node, path } of review.view.nodes) {
    if (node["x-transitions"] === undefined || schemas.some(([, schema]) => schema === node)) continue;
    review.stop([...path, "x-transitions"], "x-transitions belongs on a schema with a name of its own");
  }
  return schemas.flatMap(([schema, node]) => {
    const map = node["x-transitions"] as TransitionsModel["map"] | undefined;
    return map ? [{ constant: transitionsConstant(schema), schema, map }] : [];
  });
}

/** `CardStatus` → `cardStatusTransitions` */
export function transitionsConstant(schema: string): string {
  return `${schema.charAt(0).toLowerCase()}${schema.slice(1)}Transitions`;
}
