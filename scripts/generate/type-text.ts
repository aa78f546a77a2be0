import type { Schema } from "./contract-document.ts";

/** The TypeScript type of a schema, as source text; a registered schema is its name. */
export function typeText(schema: Schema): string {
  if (schema.$ref) return schemaName(schema) ?? "unknown";
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return enumText(schema);
  if (schema.oneOf ?? schema.anyOf) return union((schema.oneOf ?? schema.anyOf ?? []).map(typeText));
  if (schema.allOf) return schema.allOf.map(typeText).join(" & ");
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  return types.length === 0 ? "unknown" : union(types.map((type) => plainText(type, schema)));
}

/** The name under which a referenced schema is registered. */
export function schemaName(schema: Schema): string | undefined {
  const prefix = "#/components/schemas/";
  return schema.$ref?.startsWith(prefix) ? schema.$ref.slice(prefix.length) : undefined;
}

/** Names of registered schemas that the type text of these schemas mentions, sorted. */
export function mentionedSchemas(schemas: readonly Schema[]): string[] {
  const names = new Set<string>();
  const visit = (schema: Schema): void => {
    const name = schemaName(schema);
    if (name) names.add(name);
    if (schema.const !== undefined || schema.enum) return;
    for (const part of [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])]) visit(part);
    for (const property of Object.values(schema.properties ?? {})) visit(property);
    if (schema.items) visit(schema.items);
    if (typeof schema.additionalProperties === "object") visit(schema.additionalProperties);
  };
  schemas.forEach(visit);
  return [...names].sort();
}

function enumText(schema: Schema): string {
  const values = (schema.enum ?? []).map((value) => JSON.stringify(value));
  return union(schema["x-open-enum"] === true ? [...values, "(string & {})"] : values);
}

function union(members: readonly string[]): string {
  return [...new Set(members)].join(" | ");
}

function plainText(type: string, schema: Schema): string {
  if (type === "integer") return "number";
  if (type === "string" || type === "number" || type === "boolean" || type === "null") return type;
  if (type === "array") return arrayText(schema.items ? typeText(schema.items) : "unknown");
  return objectText(schema);
}

function arrayText(item: string): string {
  return /[ |&]/.test(item) ? `Array<${item}>` : `${item}[]`;
}

function objectText(schema: Schema): string {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, property]) => `${propertyName(name)}${schema.required?.includes(name) ? "" : "?"}: ${typeText(property)}`,
  );
  if (fields.length > 0) return `{ ${fields.join("; ")} }`;
  const values = typeof schema.additionalProperties === "object" ? typeText(schema.additionalProperties) : "unknown";
  return `{ [key: string]: ${values} }`;
}

/** A property name as source text, quoted where it must be. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
