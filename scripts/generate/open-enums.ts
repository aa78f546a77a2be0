import type { Review, SourcePath } from "./review.ts";

/**
 * Stops on an open enum where the types would close it: they know an enum as open when it is a schema with a name, or
 * the very schema of a property.
 */
export function stopOnClosedEnums(review: Review): void {
  const { paths, components } = review.contract.document;
  visit(review, ["paths"], paths);
  visit(review, ["components"], components);
}

function visit(review: Review, path: SourcePath, node: unknown): void {
  if (typeof node !== "object" || node === null || "$ref" in node) return;
  if ("x-open-enum" in node && !isSeen(path)) {
    review.stop([...path, "x-open-enum"], "x-open-enum is on neither a named schema nor a property: name this schema");
  }
  for (const [key, value] of Object.entries(node)) {
    if (["example", "examples", "default"].includes(key) && path.at(-1) !== "properties") continue;
    visit(review, [...path, Array.isArray(node) ? Number(key) : key], value);
  }
}

function isSeen(path: SourcePath): boolean {
  const [root, kind] = path;
  return (root === "components" && kind === "schemas" && path.length === 3) || path.at(-2) === "properties";
}
