import { follow, type OpenApiDocument, type Schema } from "./document.ts";

/** A `oneOf` whose alternatives are told apart by a constant in one property. */
export interface TaggedUnion {
  readonly tag: string;
  /** The alternatives by their tag's value. */
  readonly alternatives: ReadonlyMap<unknown, Schema>;
}

/**
 * Reads a schema as a tagged union, if it is one. Checking a value against the one alternative that it claims to be
 * gives the same verdict as `oneOf`, and findings that help.
 */
export function readTaggedUnion(document: OpenApiDocument, schema: Schema): TaggedUnion | undefined {
  const { oneOf, ...beside } = follow<Schema>(document, schema);
  if (!Array.isArray(oneOf) || oneOf.length === 0) return undefined;
  const alternatives = (oneOf as Schema[]).map((entry) => follow<Schema>(document, entry));
  const tag = Object.keys(propertiesOf(alternatives[0])).find((name) =>
    alternatives.every((entry) => isTag(entry, name)),
  );
  if (tag === undefined) return undefined;
  // What stands beside `oneOf` is part of every alternative.
  const whole = (entry: Schema): Schema => (isAnnotation(beside) ? entry : { allOf: [beside, entry] });
  const byValue = new Map(alternatives.map((entry) => [propertiesOf(entry)[tag]?.const, whole(entry)]));
  return byValue.size === alternatives.length ? { tag, alternatives: byValue } : undefined;
}

function isAnnotation(schema: Schema): boolean {
  const keywords = ["type", "properties", "required", "allOf", "anyOf", "not", "if", "unevaluatedProperties"];
  return !keywords.some((keyword) => keyword in schema);
}

function propertiesOf(schema: Schema | undefined): Record<string, Schema | undefined> {
  return (schema?.properties ?? {}) as Record<string, Schema | undefined>;
}

function isTag(schema: Schema, name: string): boolean {
  const required = schema.required;
  return propertiesOf(schema)[name]?.const !== undefined && Array.isArray(required) && required.includes(name);
}
