import ts from "typescript";
import { docComment } from "./source-text.ts";

const { factory } = ts;

/** Names a schema by itself instead of as a member of `components`, and says `required` without a type of its own. */
export function named<Node extends ts.Node>(node: Node): Node {
  const visit = (part: ts.Node): ts.Node => {
    const name = schemaName(part);
    if (name !== undefined) return factory.createTypeReferenceNode(name);
    const visited = ts.visitEachChild(part, visit, undefined);
    return isWithRequired(visited) ? required(visited) : visited;
  };
  return visit(node) as Node;
}

/** `components["schemas"]["Card"]` → `Card` */
function schemaName(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  const { objectType: components, indexType: kind } = node.objectType;
  if (!ts.isTypeReferenceNode(components) || textOf(components.typeName) !== "components") return undefined;
  return literalOf(kind) === "schemas" ? literalOf(node.indexType) : undefined;
}

function literalOf(node: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : undefined;
}

function textOf(name: ts.EntityName): string {
  return ts.isIdentifier(name) ? name.text : "";
}

/** The helper type that openapi-typescript writes, and declares at the end of its output. */
export const withRequired = "WithRequired";

function isWithRequired(node: ts.Node): node is ts.TypeReferenceNode {
  return ts.isTypeReferenceNode(node) && textOf(node.typeName) === withRequired;
}

/** `WithRequired<Base, "x">` → `Base & Required<Pick<Base, "x">>` */
function required(node: ts.TypeReferenceNode): ts.TypeNode {
  const [base, keys] = node.typeArguments ?? [];
  if (!base || !keys) return node;
  const picked = factory.createTypeReferenceNode("Pick", [base, keys]);
  return factory.createIntersectionTypeNode([base, factory.createTypeReferenceNode("Required", [picked])]);
}

const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed });
const emptyFile = ts.createSourceFile("", "", ts.ScriptTarget.ESNext);

/** Source text of one node, indented by two. */
export function textOfNode(node: ts.Node): string {
  return narrow(printer.printNode(ts.EmitHint.Unspecified, node, emptyFile));
}

/** Source text of nodes, indented by two, with doc comments as the house writes them. */
export function textOfNodes(nodes: readonly ts.Node[]): string {
  const text = printer.printFile(factory.updateSourceFile(emptyFile, nodes as ts.Statement[]));
  return narrow(text)
    .replaceAll(/^.{121,}$/gm, brokenUnion)
    .replaceAll(/^( *)\/\*\*(.*?)\*\/\n/gms, (_all, indent: string, comment: string) => plainComment(comment, indent));
}

/** TypeScript indents by four. */
function narrow(text: string): string {
  return text.replaceAll(/^(?: {4})+/gm, (indent) => " ".repeat(indent.length / 2));
}

/** A union of literals that is too long for one line, one member on each. */
function brokenUnion(line: string): string {
  const [, indent, start, union = ""] = /^( *)(export type \w+ =|\S+:) ((?:"[^"\\]*" \| )+.*);$/.exec(line) ?? [];
  if (start === undefined) return line;
  const members = union.split(" | ").map((member) => `\n${indent}  | ${member}`);
  return `${indent}${start}${members.join("")};`;
}

/** openapi-typescript puts the description behind a tag and after the format, and never breaks a line. */
function plainComment(comment: string, indent: string): string {
  const lines = comment.split("\n").map((line) => line.replace(/^ *\* ?/, "").trim());
  const entries: string[] = [];
  for (const line of lines) {
    if (line === "") continue;
    if (entries.length === 0 || /^(@\w|Format: )/.test(line)) entries.push(line);
    else entries.push(`${entries.pop()} ${line}`);
  }
  const described = entries.filter((line) => !/^(@|Format: )/.test(line) || line.startsWith("@description "));
  const tags = entries.filter((line) => /^(Format: |@(default|example|deprecated))/.test(line));
  const paragraphs = [...described.map((line) => line.replace("@description ", "")), tags.join("\n")];
  return docComment({ paragraphs }, indent);
}
