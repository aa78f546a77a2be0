import type { OpenApiDocument, Schema } from "../contract/document.ts";
import { schemasFor, schemasOfEntry, schemasOfOthers, schemasOfProperty } from "../contract/sub-schemas.ts";

/**
 * The places in a value that its schema does not know, where it does not say that there can be others: JSON Schema takes
 * every field that it is not told of, and a misspelt optional field goes unnoticed.
 */
export function findUnknownFields(document: OpenApiDocument, schema: Schema, value: unknown): string[][] {
  const found: string[][] = [];
  walk(document, [schema], value, [], found);
  return found;
}

function walk(
  document: OpenApiDocument,
  given: readonly Schema[],
  value: unknown,
  path: readonly string[],
  found: string[][],
): void {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array || value instanceof File) return;
  const schemas = schemasFor(document, given, value);
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) {
      walk(document, schemasOfEntry(schemas, index), entry, [...path, String(index)], found);
    }
    return;
  }
  const isDescribed = schemas.some((schema) => schema.properties !== undefined || schema.type !== undefined);
  if (!isDescribed) return;
  for (const [name, entry] of Object.entries(value)) {
    const own = schemasOfProperty(schemas, name) ?? schemasOfOthers(schemas);
    if (own) walk(document, own, entry, [...path, name], found);
    else found.push([...path, name]);
  }
}
