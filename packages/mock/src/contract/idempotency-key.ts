import { follow, type OpenApiDocument, type Schema } from "./document.ts";
import type { Parameter } from "./parameter.ts";
import type { Content } from "./response.ts";

/** Where an operation takes the key that tells a repeated call from a new one (`x-idempotency-key`). */
export interface IdempotencyKey {
  readonly in: "header" | "body";
  /** Of a header, in lower case. */
  readonly name: string;
}

/** The header that an operation takes its idempotency key in. */
export function findHeaderKey(parameters: readonly Parameter[]): IdempotencyKey | undefined {
  const header = parameters.find((parameter) => parameter.isIdempotencyKey);
  return header && { in: "header", name: header.name.toLowerCase() };
}

/** The property of its JSON body that an operation takes its idempotency key in. */
export function findBodyKey(document: OpenApiDocument, contents: readonly Content[]): IdempotencyKey | undefined {
  for (const { schema } of contents) {
    const name = schema && findProperty(document, schema, new Set());
    if (name !== undefined) return { in: "body", name };
  }
  return undefined;
}

function findProperty(document: OpenApiDocument, schema: Schema, seen: Set<Schema>): string | undefined {
  const target = follow<Schema>(document, schema);
  if (seen.has(target)) return undefined;
  seen.add(target);
  for (const [name, property] of Object.entries((target.properties ?? {}) as Record<string, Schema>)) {
    if (property["x-idempotency-key"] === true) return name;
  }
  for (const part of [...((target.allOf ?? []) as Schema[]), ...((target.oneOf ?? []) as Schema[])]) {
    const name = findProperty(document, part, seen);
    if (name !== undefined) return name;
  }
  return undefined;
}
