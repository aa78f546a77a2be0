import { follow, type OpenApiDocument, type Schema } from "../contract/document.ts";

/** Walks schemas to find their enums, and along with values to see which of these come up. */
export interface EnumWalker {
  /** By schema, or by schema and property: each value, and whether it came up. */
  readonly enums: ReadonlyMap<string, ReadonlyMap<string, boolean>>;
  /** Finds the enums of a schema. */
  declare(schema: Schema | undefined): void;
  /** Sees the enum values in a value. */
  visit(schema: Schema | undefined, value: unknown): void;
}

/** Makes a walker for the schemas of a document. */
export function createEnumWalker(document: OpenApiDocument): EnumWalker {
  const enums = new Map<string, Map<string, boolean>>();
  const declared = new Set<Schema>();

  function declare(schema: Schema | undefined, name = ""): void {
    const target = schema && follow<Schema>(document, schema);
    if (!target || declared.has(target)) return;
    declared.add(target);
    const ownName = nameOf(schema, name);
    if (Array.isArray(target.enum)) enums.set(ownName, new Map(target.enum.map((value) => [String(value), false])));
    for (const [key, inner] of innerSchemas(target)) declare(inner, ownName + key);
  }

  function visit(schema: Schema | undefined, value: unknown, name = ""): void {
    const target = schema && follow<Schema>(document, schema);
    if (!target || value === undefined || value === null) return;
    const ownName = nameOf(schema, name);
    const values = enums.get(ownName);
    if (values?.has(String(value))) values.set(String(value), true);
    for (const [key, inner] of innerSchemas(target)) {
      for (const entry of valuesAt(value, key)) visit(inner, entry, ownName + key);
    }
  }

  return { enums, declare, visit };
}

function nameOf(schema: Schema, fallback: string): string {
  const reference = schema.$ref;
  return typeof reference === "string" ? reference.slice(reference.lastIndexOf("/") + 1) : fallback;
}

/** The schemas inside a schema, each with where its values are: nowhere else, in the items, or in a property. */
function* innerSchemas(schema: Schema): Generator<[key: "" | "[]" | `.${string}`, schema: Schema]> {
  for (const key of ["allOf", "oneOf", "anyOf"]) {
    for (const entry of (schema[key] ?? []) as Schema[]) yield ["", entry];
  }
  if (schema.items) yield ["[]", schema.items as Schema];
  for (const [name, entry] of Object.entries((schema.properties ?? {}) as Record<string, Schema>)) {
    yield [`.${name}`, entry];
  }
}

function valuesAt(value: unknown, key: "" | "[]" | `.${string}`): readonly unknown[] {
  if (key === "") return [value];
  if (key === "[]") return Array.isArray(value) ? value : [];
  return [(value as Record<string, unknown>)[key.slice(1)]];
}
