/** One segment of a path template: literal text, a parameter, or text around parameters (`statement.{format}`). */
export type PathSegment =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "parameter"; readonly parameter: string }
  | {
      readonly kind: "pattern";
      readonly template: string;
      readonly pattern: RegExp;
      readonly parameters: readonly string[];
    };

/** Reads a path template. */
export function readPath(path: string): PathSegment[] {
  return path.split("/").slice(1).map(readSegment);
}

function readSegment(segment: string): PathSegment {
  const parts = segment.split(/\{([^{}]+)\}/);
  const parameters = parts.filter((_, index) => index % 2 === 1);
  const [first = ""] = parameters;
  if (parameters.length === 0) return { kind: "text", text: segment };
  if (segment === `{${first}}`) return { kind: "parameter", parameter: first };
  // The last parameter takes as much as it can, as in `{name}.{format}` the format may have a dot.
  const source = parts.map((part, index) => (index % 2 === 1 ? "(.+?)" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  return { kind: "pattern", template: segment, pattern: new RegExp(`^${source.join("")}$`), parameters };
}

/** The values of a path's parameters, by their name in lower case. */
export function readPathValues(template: readonly PathSegment[], segments: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [index, segment] of template.entries()) {
    const value = segments[index] ?? "";
    if (segment.kind === "parameter") values[segment.parameter.toLowerCase()] = value;
    if (segment.kind !== "pattern") continue;
    const found = segment.pattern.exec(value) ?? [];
    for (const [at, name] of segment.parameters.entries()) values[name.toLowerCase()] = found[at + 1] ?? "";
  }
  return values;
}
