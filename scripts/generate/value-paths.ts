import type { Schema } from "./contract-document.ts";
import type { ContractModel } from "./model.ts";

/**
 * Where a value of this schema holds values of which `holds` says yes: dotted paths that begin with `start`. The items of an
 * array are at the path of the array, and the values of a map at `*`. A schema within itself is not entered again.
 */
export function valuePaths(
  model: Pick<ContractModel, "resolveSchema">,
  schema: Schema,
  { start, holds }: { readonly start: string; readonly holds: (schema: Schema) => boolean },
): string[] {
  const found = new Set<string>();
  const visit = (written: Schema, path: string, around: readonly Schema[]): void => {
    const resolved = model.resolveSchema(written);
    if (around.includes(resolved)) return;
    const inside = [...around, resolved];
    const below = (name: string): string => (path ? `${path}.${name}` : name);
    if (holds(written) || holds(resolved)) found.add(path);
    const { properties = {}, items, additionalProperties, allOf = [], oneOf = [], anyOf = [] } = resolved;
    for (const [name, property] of Object.entries(properties)) visit(property, below(name), inside);
    if (typeof additionalProperties === "object") visit(additionalProperties, below("*"), inside);
    for (const part of [...(items ? [items] : []), ...allOf, ...oneOf, ...anyOf]) visit(part, path, inside);
  };
  visit(schema, start, []);
  return [...found];
}
