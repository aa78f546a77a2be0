import type { OpenAPI3 } from "openapi-typescript";
import transformSchema from "openapi-typescript/dist/transform/index.mjs";
import ts from "typescript";
import type { ContractModel } from "./model.ts";
import { printableSchemas } from "./printable-schemas.ts";
import { generatedNotice } from "./source-text.ts";
import { textOfNodes } from "./type-nodes.ts";
import { printContext } from "./type-text.ts";

const { factory } = ts;

/** The types of the contract: each schema under its name, and everything by path, by operation and by component. */
export function emitContractTypes({ document }: ContractModel): string {
  const nodes = transformSchema(
    printableSchemas(document, document.components.schemas) as unknown as OpenAPI3,
    printContext(document),
  );
  const kept = nodes.filter((node) => !isAlias(node, "$defs"));
  return `${generatedNotice}\n${textOfNodes(kept.flatMap((node) => withSchemas(node)))}`;
}

function isAlias(node: ts.Node, name: string): boolean {
  return ts.isTypeAliasDeclaration(node) && node.name.text === name;
}

/** Takes the schemas out of `components`, which refers to them then. */
function withSchemas(node: ts.Node): ts.Node[] {
  if (!ts.isInterfaceDeclaration(node) || node.name.text !== "components") return [node];
  const schemas: ts.TypeAliasDeclaration[] = [];
  const members = node.members.map((member) => {
    if (!isNamed(member) || member.name.text !== "schemas" || !ts.isTypeLiteralNode(member.type)) return member;
    schemas.push(...member.type.members.filter(isNamed).map(alias));
    return factory.createPropertySignature(
      undefined,
      member.name,
      undefined,
      factory.createTypeLiteralNode(schemas.map(reference)),
    );
  });
  return [...schemas, factory.createInterfaceDeclaration(node.modifiers, node.name, undefined, undefined, members)];
}

type NamedMember = ts.PropertySignature & { readonly name: ts.Identifier; readonly type: ts.TypeNode };

function isNamed(member: ts.TypeElement): member is NamedMember {
  return ts.isPropertySignature(member) && ts.isIdentifier(member.name) && member.type !== undefined;
}

function alias(member: NamedMember): ts.TypeAliasDeclaration {
  const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const declaration = factory.createTypeAliasDeclaration(exported, member.name, undefined, member.type);
  return ts.setSyntheticLeadingComments(declaration, ts.getSyntheticLeadingComments(member));
}

function reference({ name }: ts.TypeAliasDeclaration): ts.PropertySignature {
  return factory.createPropertySignature(undefined, name, undefined, factory.createTypeReferenceNode(name));
}
