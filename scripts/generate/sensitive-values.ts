import type { Schema } from "./contract-document.ts";
import type { Sensitivity } from "./model.ts";

/** Values that are sealed for the card holder. */
export const sealedKinds: readonly Sensitivity[] = ["pan", "cvv2", "pin"];

/** Values that no query key, no cached response and no variable of a mutation may hold. */
export const secretKinds: readonly Sensitivity[] = [...sealedKinds, "token"];

/** Whether a value of this schema can hold one of these kinds, however deep. */
export function holdsSensitive(
  resolve: (schema: Schema) => Schema,
  schema: Schema,
  kinds: readonly Sensitivity[],
): boolean {
  const seen = new Set<Schema>();
  const holds = (part: Schema): boolean => {
    const resolved = resolve(part);
    if ([part, resolved].some((node) => kinds.includes(node["x-sensitive"] as Sensitivity))) return true;
    if (seen.has(resolved)) return false;
    seen.add(resolved);
    return partsOf(resolved).some(holds);
  };
  return holds(schema);
}

/** The schemas of which a schema is made. */
export function partsOf(schema: Schema): Schema[] {
  return [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(typeof schema.additionalProperties === "object" ? [schema.additionalProperties] : []),
    ...(schema.allOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.anyOf ?? []),
  ];
}
