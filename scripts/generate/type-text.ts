import type { GlobalContext, SchemaObject } from "openapi-typescript";
import transformSchemaObject from "openapi-typescript/dist/transform/schema-object.mjs";
import ts from "typescript";
import { type JsonObject, resolveReference } from "../contract/contract-nodes.ts";
import type { ContractDocument, Schema } from "./contract-document.ts";
import { anyOtherString, type NamedType, printableSchemas } from "./printable-schemas.ts";
import { partsOf } from "./sensitive-values.ts";
import { textOfNode } from "./type-nodes.ts";

const { factory } = ts;

const widest = 100;

/** How openapi-typescript prints the schemas of a document: as they are, without what it would check or add. */
export function printContext(document: ContractDocument): GlobalContext {
  const context = {
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
    transform: ownType,
    discriminators: { objects: {}, refsHandled: [] },
    injectFooter: [],
    resolve: (reference: string) => resolveReference(document as unknown as JsonObject, { $ref: reference }),
  };
  return context as unknown as GlobalContext;
}

function ownType(schema: SchemaObject): ts.TypeNode | undefined {
  if (isNamed(schema)) return namedType(schema);
  if (anyOtherString in schema) {
    const string = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
    return factory.createParenthesizedType(
      factory.createIntersectionTypeNode([string, factory.createTypeLiteralNode([])]),
    );
  }
  return isFile(schema as Schema) ? factory.createTypeReferenceNode("Blob") : undefined;
}

function isNamed(schema: unknown): schema is NamedType {
  return (schema as Partial<NamedType>).type === "x-named";
}

/** `Base`, or `Base & Required<Pick<Base, "x">>` */
function namedType({ name, demands }: NamedType): ts.TypeNode {
  const type = factory.createTypeReferenceNode(name);
  if (demands.length === 0) return type;
  const keys = demands.map((key) => factory.createLiteralTypeNode(factory.createStringLiteral(key)));
  const picked = factory.createTypeReferenceNode("Pick", [type, factory.createUnionTypeNode(keys)]);
  return factory.createIntersectionTypeNode([type, factory.createTypeReferenceNode("Required", [picked])]);
}

/** Whether the schema is that of a file, as in a multipart body. */
export function isFile({ format, contentMediaType, contentEncoding }: Schema): boolean {
  return format === "binary" || (contentMediaType !== undefined && contentEncoding === undefined);
}

/**
 * The TypeScript type of a schema on one line, or, where that is longer than `widest`, on several that are indented
 * like the first; a schema with a name is its name.
 */
export type TypeText = (schema: Schema, indent?: string) => string;

/** The printer of the types of a contract. */
export function createTypeText(document: ContractDocument): TypeText {
  const ctx = printContext(document);
  const printed = new Map<string, string>();
  return (schema, indent = "") => {
    const key = indent + JSON.stringify(schema, typing);
    const known = printed.get(key) ?? print(schema, indent);
    printed.set(key, known);
    return known;
  };

  function print(schema: Schema, indent: string): string {
    const type = transformSchemaObject(printableSchemas(schema, document.components.schemas) as SchemaObject, {
      ctx,
      path: "",
    });
    const line = textOfNode(plain(type, ts.EmitFlags.SingleLine)).replaceAll(/"(?:[^"\\]|\\.)*"|; \}/g, (text) =>
      text === "; }" ? " }" : text,
    );
    if (indent.length + line.length <= widest) return line;
    return textOfNode(plain(type, ts.EmitFlags.None)).replaceAll("\n", `\n${indent}`);
  }
}

const words = new Set(["description", "examples", "example", "default"]);

/** Leaves out what makes no difference to a type. */
function typing(key: string, value: unknown): unknown {
  return words.has(key) && typeof value !== "object" ? undefined : value;
}

/** Without comments, and printed in this way. */
function plain(type: ts.TypeNode, flags: ts.EmitFlags): ts.TypeNode {
  const visit = (node: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(node, visit, undefined);
    ts.setSyntheticLeadingComments(visited, undefined);
    return ts.setEmitFlags(visited, flags);
  };
  return visit(type) as ts.TypeNode;
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
