import type { JsonObject } from "../../contract/contract-nodes.ts";
import type { Place } from "../../contract/places.ts";
import type { Review } from "../review.ts";
import { isOnly } from "./json-types.ts";

/** The fields of one shape that an object may have. */
export interface BodyShape {
  readonly fields: ReadonlyMap<string, Place>;
  readonly required: ReadonlySet<string>;
  /** The member of the outermost `oneOf` that says all of this shape, if one does. */
  readonly alone: Place | undefined;
}

/** What makes an object something else than a list of fields. */
const unflattened = ["anyOf", "if", "then", "else", "patternProperties", "dependentSchemas", "dependentRequired"];

const mostShapes = 40;

/**
 * Every shape of an object whose fields are to be arguments: one, or several where the schema, or a part of it, is a
 * `oneOf`. Stops on whatever could not be said side by side.
 */
export function readShapes(review: Review, schema: Place): BodyShape[] {
  const shapes = shapesOf(review, schema, []);
  for (const shape of shapes) {
    for (const name of shape.required) {
      if (shape.fields.has(name)) continue;
      review.stop([...schema.path, "required"], `required names ${name}, which is no property of the body`);
    }
  }
  return shapes.slice(0, mostShapes);
}

function shapesOf(review: Review, schema: Place, above: readonly JsonObject[]): BodyShape[] {
  if (above.includes(schema.node)) {
    review.stop(schema.path, "the body is made of itself; its fields cannot be arguments");
    return [];
  }
  stopOnUnflattened(review, schema);
  const { view } = review;
  const inside = [...above, schema.node];
  const of = (part: Place) => shapesOf(review, part, inside);
  const parts = [...view.children(schema, "allOf").values()].map(of);
  const members = [...view.children(schema, "oneOf").values()].map((member) => {
    const shapes = of(member);
    return shapes.length === 1 ? shapes.map((shape) => ({ ...shape, alone: member })) : shapes;
  });
  const own = { fields: view.children(schema, "properties"), required: requiredOf(schema), alone: undefined };
  const combined = [...parts, ...(members.length > 0 ? [members.flat()] : [])].reduce<BodyShape[]>(
    (left, right) => left.flatMap((one) => right.map((other) => merge(one, other))).slice(0, mostShapes + 1),
    [own],
  );
  if (combined.length > mostShapes) review.stop(schema.path, `the body has more than ${mostShapes} shapes`);
  return combined;
}

function stopOnUnflattened(review: Review, schema: Place): void {
  const advice = "so its fields cannot be arguments";
  for (const key of unflattened) {
    if (key in schema.node) review.stop([...schema.path, key], `the body has ${key}, ${advice}`);
  }
  if (schema.node.additionalProperties !== undefined && schema.node.additionalProperties !== false) {
    const whole = "x-sdk-argument on the request body makes it one argument";
    review.stop([...schema.path, "additionalProperties"], `the body may have any further field, ${advice}: ${whole}`);
  }
  if (!isOnly(review.view, schema, "object") && !isDemand(schema)) {
    review.stop(schema.path, `the body is not always an object, ${advice}`);
  }
}

/** `{ required: [x] }` beside the schema that has the property. */
function isDemand({ node }: Place): boolean {
  return Array.isArray(node.required) && Object.keys(node).every((key) => ["required", "description"].includes(key));
}

function requiredOf({ node }: Place): Set<string> {
  return new Set(Array.isArray(node.required) ? node.required.map(String) : []);
}

function merge(left: BodyShape, right: BodyShape): BodyShape {
  const isEmpty = left.fields.size === 0 && left.required.size === 0;
  return {
    fields: new Map([
      ...left.fields,
      ...[...right.fields].map(([name, place]) => both(name, left.fields.get(name), place)),
    ]),
    required: new Set([...left.required, ...right.required]),
    alone: isEmpty ? right.alone : undefined,
  };
}

/** A field that two parts describe is what both of them say. */
function both(name: string, first: Place | undefined, second: Place): [string, Place] {
  if (!first || first.node === second.node) return [name, second];
  const node = { allOf: [first.written, second.written] };
  return [name, { written: node, node, path: second.path }];
}
