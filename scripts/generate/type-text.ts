import { type GlobalContext, type SchemaObject, transformSchemaObject } from "openapi-typescript";
import ts from "typescript";
import type { ContractDocument, Schema } from "./contract-document.ts";
import { anyOtherString, printableSchemas } from "./printable-schemas.ts";
import { partsOf } from "./sensitive-values.ts";
import { named, textOfNodes } from "./type-nodes.ts";

const widest = 100;

const defaults = { discriminators: { objects: {}, refsHandled: [] }, injectFooter: [] };

/** How openapi-typescript prints schemas, one by one and all of them. */
export const printing = {
  defaultNonNullable: false,
  emptyObjectsUnknown: true,
  silent: true,
  transform: ownType,
} as const;

function ownType(schema: SchemaObject): ts.TypeNode | undefined {
  const { factory } = ts;
  if (anyOtherString in schema) {
    const string = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
    return factory.createParenthesizedType(
      factory.createIntersectionTypeNode([string, factory.createTypeLiteralNode([])]),
    );
  }
  return isFile(schema as Schema) ? factory.createTypeReferenceNode("Blob") : undefined;
}

/** Whether the schema is that of a file, as in a multipart body. */
export function isFile(schema: Schema): boolean {
  const { format, contentMediaType, contentEncoding } = schema as Readonly<Record<string, unknown>>;
  return format === "binary" || (contentMediaType !== undefined && contentEncoding === undefined);
}

/**
 * The TypeScript type of a schema on one line, or, where that is longer than `widest`, on several that are indented
 * like the first; a schema with a name is its name.
 */
export type TypeText = (schema: Schema, indent?: string) => string;

/** The printer of the types of a contract. */
export function createTypeText(document: ContractDocument): TypeText {
  const context = { ...defaults, ...printing, resolve: resolveIn(document) } as unknown as GlobalContext;
  return (schema, indent = "") => {
    const type = named(transformSchemaObject(printableSchemas(schema) as SchemaObject, { ctx: context, path: "" }));
    const line = textOfType(onOneLine(type)).replaceAll(/"(?:[^"\\]|\\.)*"|; \}/g, (text) =>
      text === "; }" ? " }" : text,
    );
    if (indent.length + line.length <= widest) return line;
    return textOfType(type).replaceAll("\n", `\n${indent}`);
  };
}

function resolveIn(document: ContractDocument) {
  return <Target>(reference: string): Target | undefined =>
    reference
      .split("/")
      .slice(1)
      .reduce<unknown>((node, step) => (node as Readonly<Record<string, unknown>> | undefined)?.[step], document) as
      | Target
      | undefined;
}

function onOneLine(type: ts.TypeNode): ts.TypeNode {
  const visit = (node: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(node, visit, undefined);
    ts.setSyntheticLeadingComments(visited, undefined);
    return ts.setEmitFlags(visited, ts.EmitFlags.SingleLine);
  };
  return visit(type) as ts.TypeNode;
}

function textOfType(type: ts.TypeNode): string {
  const alias = ts.factory.createTypeAliasDeclaration(undefined, "T", undefined, type);
  return textOfNodes([alias])
    .trim()
    .replace(/^type T = /, "")
    .replace(/;$/, "");
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
    partsOf(schema).forEach(visit);
  };
  schemas.forEach(visit);
  return [...names].sort();
}

/** A property name as source text, quoted where it must be. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
