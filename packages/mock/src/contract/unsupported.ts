import type { OpenApiDocument, RequestBody } from "./document.ts";
import { holdsType, type Parameter } from "./parameter.ts";

/** Why the mock's own validators cannot read an operation; undefined if they can. */
export function whyUnsupported(
  document: OpenApiDocument,
  parameters: readonly Parameter[],
  body: RequestBody | undefined,
): string | undefined {
  if (!/^3\.[1-9]/.test(document.openapi)) return `OpenAPI ${document.openapi}`;
  for (const parameter of parameters) {
    const { name, source } = parameter;
    if (parameter.in === "cookie") return `the cookie ${name}`;
    if (source.content) return `the parameter ${name}, which has a media type of its own`;
    if (source.style && source.style !== (parameter.in === "query" ? "form" : "simple")) {
      return `the parameter ${name} in the style ${source.style}`;
    }
    if (holdsType(document, parameter.schema, "object")) return `the parameter ${name}, an object`;
  }
  const form = body?.content?.["application/x-www-form-urlencoded"];
  return form?.encoding ? "a form with an encoding per property" : undefined;
}
