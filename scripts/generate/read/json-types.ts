import type { JsonObject } from "../../contract/contract-nodes.ts";
import { isObject } from "../../contract/contract-nodes.ts";
import type { Place, Places } from "../../contract/places.ts";

/** The kinds of JSON values; an integer is a number, too. */
export type JsonType = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

const all: ReadonlySet<JsonType> = new Set(["null", "boolean", "integer", "number", "string", "array", "object"]);

/** The kinds of value that a schema allows. A schema that does not say it allows them all. */
export function jsonTypesOf(
  places: Places,
  schema: Place | undefined,
  above: readonly JsonObject[] = [],
): ReadonlySet<JsonType> {
  if (!schema || above.includes(schema.node)) return all;
  const inside = [...above, schema.node];
  const of = (parts: Iterable<Place>) => [...parts].map((part) => jsonTypesOf(places, part, inside));
  const demands = [
    ownTypes(schema.node),
    ...of(places.children(schema, "allOf").values()),
    ...["oneOf", "anyOf"].flatMap((key) => {
      const members = of(places.children(schema, key).values());
      return members.length === 0 ? [] : [new Set(members.flatMap((types) => [...types]))];
    }),
  ];
  return new Set([...all].filter((type) => demands.every((types) => types.has(type))));
}

function ownTypes(node: JsonObject): ReadonlySet<JsonType> {
  const said = [node.type].flat().filter((type) => all.has(type as JsonType)) as JsonType[];
  const values = "const" in node ? [node.const] : Array.isArray(node.enum) ? node.enum : undefined;
  const types = new Set(said.length > 0 ? said : unsaidTypes(node));
  if (types.has("number")) types.add("integer");
  if (!values) return types;
  return new Set(values.map(typeOf).filter((type) => types.has(type) || (type === "integer" && types.has("number"))));
}

/** Whoever leaves out the type of an object or an array means one all the same. */
function unsaidTypes(node: JsonObject): Iterable<JsonType> {
  if ("properties" in node || "additionalProperties" in node) return ["object"];
  return "items" in node || "prefixItems" in node ? ["array"] : all;
}

function typeOf(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (isObject(value)) return "object";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value === "boolean" ? "boolean" : "string";
}

/** Whether a schema allows values of these kinds and of no other. */
export function isOnly(places: Places, schema: Place | undefined, ...types: readonly JsonType[]): boolean {
  const found = jsonTypesOf(places, schema);
  return found.size > 0 && [...found].every((type) => types.includes(type));
}

/** Text, number or truth: what can stand in a path, a query, a header or a form. */
export const scalarTypes: readonly JsonType[] = ["boolean", "integer", "number", "string"];
