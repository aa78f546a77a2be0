import openapiTypescript, { astToString, type OpenAPI3, type SchemaObject } from "openapi-typescript";
import ts from "typescript";
import type { ContractModel } from "./model.ts";
import { generatedNotice } from "./source-text.ts";

/** Types of the whole contract by path and by component, with a type alias for each schema. */
export async function emitContractTypes(model: ContractModel): Promise<string> {
  const nodes = await openapiTypescript(structuredClone(model.document) as unknown as OpenAPI3, {
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    silent: true,
    transform: openEnum,
  });
  return `${generatedNotice}\n${astToString(nodes)}`;
}

/** An enum that answers may extend: the known values, or any other string. */
function openEnum(schema: SchemaObject): ts.TypeNode | undefined {
  const { "x-open-enum": isOpen, enum: values } = schema as { "x-open-enum"?: boolean; enum?: unknown[] };
  if (isOpen !== true || !values) return undefined;
  const { factory } = ts;
  const literals = values.map((value) =>
    value === null
      ? factory.createLiteralTypeNode(factory.createNull())
      : factory.createLiteralTypeNode(factory.createStringLiteral(String(value))),
  );
  const anyOther = factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
  return factory.createUnionTypeNode([...literals, factory.createParenthesizedType(anyOther)]);
}
