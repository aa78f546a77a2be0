import ts from "typescript";
import { docComment } from "./source-text.ts";

const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed });
const emptyFile = ts.createSourceFile("", "", ts.ScriptTarget.ESNext);

/** Source text of one node, indented by two. */
export function textOfNode(node: ts.Node): string {
  return narrow(printer.printNode(ts.EmitHint.Unspecified, node, emptyFile));
}

/** Source text of nodes, indented by two, with doc comments as the house writes them. */
export function textOfNodes(nodes: readonly ts.Node[]): string {
  const text = printer.printFile(ts.factory.updateSourceFile(emptyFile, nodes as ts.Statement[]));
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
