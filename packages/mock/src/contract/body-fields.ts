import { follow, type OpenApiDocument, type Schema } from "./document.ts";

/** How a field of a form is read. */
export interface BodyField {
  readonly isArray: boolean;
  readonly isFile: boolean;
}

/** Reads the fields of a form's schema, those in `allOf` and `oneOf` included. */
export function readBodyFields(document: OpenApiDocument, schema: Schema): ReadonlyMap<string, BodyField> {
  const fields = new Map<string, BodyField>();
  collectFields(document, schema, fields, new Set());
  return fields;
}

function collectFields(
  document: OpenApiDocument,
  schema: Schema,
  fields: Map<string, BodyField>,
  seen: Set<Schema>,
): void {
  const target = follow<Schema>(document, schema);
  if (seen.has(target)) return;
  seen.add(target);
  for (const [name, property] of Object.entries((target.properties ?? {}) as Record<string, Schema>)) {
    fields.set(name, readField(document, property));
  }
  for (const part of [...((target.allOf ?? []) as Schema[]), ...((target.oneOf ?? []) as Schema[])]) {
    collectFields(document, part, fields, seen);
  }
}

function readField(document: OpenApiDocument, property: Schema): BodyField {
  const schema = follow<Schema>(document, property);
  const isArray = [schema.type].flat().includes("array");
  const value = isArray && schema.items ? follow<Schema>(document, schema.items as Schema) : schema;
  return { isArray, isFile: isFile(value) };
}

/** OpenAPI 3.1 says `contentMediaType` without an encoding, 3.0 said `format: binary`; both are in use. */
function isFile({ format, contentMediaType, contentEncoding }: Schema): boolean {
  return format === "binary" || (contentMediaType !== undefined && contentEncoding === undefined);
}
