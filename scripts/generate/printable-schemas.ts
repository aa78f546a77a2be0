import type { Schema } from "./contract-document.ts";

/**
 * A copy of a part of the contract that openapi-typescript prints as it is meant: a schema with a name is that name, an
 * open enum is its values or any other string, `required` counts for what stands beside it in `allOf`, and no
 * discriminator adds a property that no schema has.
 */
export function printableSchemas<Node>(node: Node, schemas: Readonly<Record<string, Schema>>): Node {
  return copy(node, schemas, false) as Node;
}

/** What stands for a schema with a name: a type of this name, of which these properties are required. */
export interface NamedType {
  readonly type: "x-named";
  readonly name: string;
  readonly demands: readonly string[];
}

/** Marks the member of a union that stands for any value an open enum does not know yet. */
export const anyOtherString = "x-any-other-string";

type Fields = Readonly<Record<string, unknown>>;
type Schemas = Readonly<Record<string, Schema>>;

const data = new Set(["example", "examples", "default", "const", "enum"]);
const mapsOfNames = new Set("properties patternProperties schemas headers responses parameters content".split(" "));
const prefix = "#/components/schemas/";

function copy(node: unknown, schemas: Schemas, isMapOfNames: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => copy(item, schemas, false));
  if (typeof node !== "object" || node === null) return node;
  const copied: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (isMapOfNames) copied[key] = copy(value, schemas, false);
    else copied[key] = data.has(key) ? value : copy(value, schemas, mapsOfNames.has(key));
  }
  if (isMapOfNames) return copied;
  delete copied.discriminator;
  return withRequired(withOpenEnum(withName(copied)), schemas);
}

function withName(schema: Fields): Fields {
  const { $ref: reference, ...rest } = schema;
  if (typeof reference !== "string" || !reference.startsWith(prefix)) return schema;
  return { ...rest, ...namedType(reference.slice(prefix.length)) };
}

function namedType(name: string, demands: readonly string[] = []): NamedType {
  return { type: "x-named", name, demands };
}

/** `allOf: [Base, { required: [x] }]` is a `Base` that has `x`. */
function withRequired(schema: Fields, schemas: Schemas): Fields {
  if (!Array.isArray(schema.allOf)) return schema;
  const parts = schema.allOf as readonly Fields[];
  const demands = [...list(schema.required), ...parts.filter(isDemand).flatMap((part) => list(part.required))];
  const named = parts.filter((part) => !isDemand(part)).map((part) => demanded(part, demands.map(String), schemas));
  return { ...schema, allOf: named, required: demands };
}

function isDemand(part: Fields): boolean {
  return "required" in part && Object.keys(part).every((key) => ["required", "type", "description"].includes(key));
}

function demanded(part: Fields, demands: readonly string[], schemas: Schemas): Fields {
  if (part.type !== "x-named") return part;
  const known = propertiesOf({ $ref: prefix + part.name }, schemas, new Set());
  return { ...part, demands: demands.filter((name) => known.has(name)) };
}

function propertiesOf(schema: Schema, schemas: Schemas, seen: Set<Schema>): Set<string> {
  const found = schema.$ref?.startsWith(prefix) ? schemas[schema.$ref.slice(prefix.length)] : schema;
  if (!found || seen.has(found)) return new Set();
  seen.add(found);
  const parts = (found.allOf ?? []).flatMap((part) => [...propertiesOf(part, schemas, seen)]);
  return new Set([...Object.keys(found.properties ?? {}), ...parts]);
}

function withOpenEnum(schema: Fields): Fields {
  if (schema["x-open-enum"] !== true || !Array.isArray(schema.enum)) return schema;
  const { enum: values, type, "x-open-enum": _open, ...rest } = schema;
  const known = values.map((value) => (value === null ? { type: "null" } : { const: value }));
  const absent = list(type).includes("null") && !values.includes(null) ? [{ type: "null" }] : [];
  return { ...rest, anyOf: [...known, ...absent, { type: "string", [anyOtherString]: true }] };
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
