import type { Schema } from "./contract-document.ts";
import type { Review } from "./review.ts";
import { schemaName } from "./type-text.ts";

/** Stops on schemas that cannot be types: for their name, or since they are made of nothing but themselves. */
export function stopOnSchemas(review: Review): void {
  const schemas = review.contract.document.components.schemas;
  for (const [name, schema] of Object.entries(schemas)) {
    const at = ["components", "schemas", name];
    if (!/^[A-Za-z_]\w*$/.test(name)) review.stop(at, `${name} is no name for a type`);
    if (leadsTo(schemas, schema, name, new Set())) review.stop(at, `the schema ${name} is made of itself`);
  }
}

/** Whether a schema is another one, or a combination with it, without a property or an array between them. */
function leadsTo(
  schemas: Readonly<Record<string, Schema>>,
  schema: Schema,
  target: string,
  seen: Set<string>,
): boolean {
  const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  const name = schemaName(schema);
  if (name === target) return true;
  if (name !== undefined && !seen.has(name)) {
    seen.add(name);
    if (leadsTo(schemas, schemas[name] ?? {}, target, seen)) return true;
  }
  return parts.some((part) => leadsTo(schemas, part, target, seen));
}
