import { follow, type OpenApiDocument, type Schema } from "./document.ts";

/**
 * The schemas that a value is held to together: the given ones, and those in their `allOf`, `oneOf` and `anyOf`. An
 * alternative is left out if a constant of it says that the value is another one.
 */
export function schemasFor(document: OpenApiDocument, schemas: readonly Schema[], value: unknown): Schema[] {
  const found = new Set<Schema>();
  const collect = (schema: Schema) => {
    const target = follow<Schema>(document, schema);
    if (found.has(target)) return;
    found.add(target);
    for (const part of (target.allOf ?? []) as Schema[]) collect(part);
    for (const key of ["oneOf", "anyOf"]) {
      for (const alternative of (target[key] ?? []) as Schema[]) {
        if (isPossible(document, alternative, value)) collect(alternative);
      }
    }
  };
  for (const schema of schemas) collect(schema);
  return [...found];
}

/** The schemas of a property; undefined if none of the given ones knows it. */
export function schemasOfProperty(schemas: readonly Schema[], name: string): Schema[] | undefined {
  const found = schemas.flatMap(({ properties, patternProperties }) => {
    const own = (properties as Record<string, Schema> | undefined)?.[name];
    const patterns = Object.entries((patternProperties ?? {}) as Record<string, Schema>);
    const matching = patterns.filter(([pattern]) => new RegExp(pattern, "u").test(name)).map(([, schema]) => schema);
    return own ? [own, ...matching] : matching;
  });
  return found.length === 0 ? undefined : found;
}

/** The schemas of properties that no schema names; undefined if no schema says that there can be others. */
export function schemasOfOthers(schemas: readonly Schema[]): Schema[] | undefined {
  const found = schemas.flatMap(({ additionalProperties, properties, type }) => {
    if (additionalProperties === true) return [{}];
    if (typeof additionalProperties === "object" && additionalProperties !== null)
      return [additionalProperties as Schema];
    // An object of which nothing is said is a free one.
    return type === "object" && properties === undefined && schemas.length === 1 && additionalProperties !== false
      ? [{}]
      : [];
  });
  return found.length === 0 ? undefined : found;
}

/** The schemas of the entry of a list. */
export function schemasOfEntry(schemas: readonly Schema[], index: number): Schema[] {
  return schemas.flatMap(({ prefixItems, items }) => {
    const entry = (prefixItems as Schema[] | undefined)?.[index] ?? items;
    return typeof entry === "object" && entry !== null ? [entry as Schema] : [];
  });
}

function isPossible(document: OpenApiDocument, schema: Schema, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  const { properties = {}, allOf = [] } = follow<Schema>(document, schema) as {
    properties?: Record<string, Schema>;
    allOf?: readonly Schema[];
  };
  const isRuledOut = Object.entries(properties).some(([name, property]) => {
    const constant = follow<Schema>(document, property).const;
    const own = (value as Record<string, unknown>)[name];
    return constant !== undefined && own !== undefined && own !== constant;
  });
  return !isRuledOut && allOf.every((part) => isPossible(document, part, value));
}
