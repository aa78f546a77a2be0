/**
 * A copy of a part of the contract that openapi-typescript prints as it is meant: an open enum is its values or any
 * other string, `required` beside a reference counts, and no discriminator adds a property that no schema has.
 */
export function printableSchemas<Node>(node: Node): Node {
  return copy(node) as Node;
}

/** Marks the member of a union that stands for any value an open enum does not know yet. */
export const anyOtherString = "x-any-other-string";

const data = new Set(["example", "examples", "default", "const", "enum"]);

function copy(node: unknown, isNamed = false): unknown {
  if (Array.isArray(node)) return node.map((item) => copy(item));
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [
    key,
    !isNamed && data.has(key) ? value : copy(value, !isNamed && isMapOfNames(key)),
  ]);
  const copied = Object.fromEntries(entries);
  return isNamed ? copied : withOpenEnum(withRequired(withoutDiscriminator(copied)));
}

function isMapOfNames(key: string): boolean {
  return ["properties", "patternProperties", "schemas", "headers", "responses", "parameters", "content"].includes(key);
}

type Fields = Readonly<Record<string, unknown>>;

function withoutDiscriminator(schema: Fields): Fields {
  const { discriminator: _left, ...rest } = schema;
  return rest;
}

/** `allOf: [Base, { required: [x] }]` is a `required` beside the `allOf`. */
function withRequired(schema: Fields): Fields {
  if (!Array.isArray(schema.allOf)) return schema;
  const [demands, parts] = partition(schema.allOf, isDemand);
  const required = [...list(schema.required), ...demands.flatMap((part) => list(part.required))];
  return { ...schema, allOf: parts, ...(required.length > 0 && { required }) };
}

function isDemand(part: Fields): boolean {
  return "required" in part && Object.keys(part).every((key) => ["required", "type", "description"].includes(key));
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

function partition(list: readonly Fields[], isFirst: (item: Fields) => boolean): [Fields[], Fields[]] {
  return [list.filter(isFirst), list.filter((item) => !isFirst(item))];
}
