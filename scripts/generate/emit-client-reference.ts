import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { resourceIndex } from "./emit-resource-pages.ts";
import { cell, code, table } from "./markdown.ts";
import type { ContractModel } from "./model.ts";

const source = join(import.meta.dirname, "../../packages/client/src");

/** The client's options and errors and the contract's error codes, as tables, from code and contract. */
export function emitClientReference(model: ContractModel): string {
  const shared = optionsOf("options/shared-options.ts", "SharedOptions");
  const classes = [...errorsOf("errors/api-error.ts"), ...errorsOf("errors/wise-error.ts")];
  return [
    "<!-- Generated from packages/client/src and spec/ by `pnpm generate`; edit those instead. -->\n",
    "# Reference of @wisekit/client\n",
    "## Operations\n",
    resourceIndex(model),
    "## Options of `createClient`\n",
    table(
      ["option", "type", "default", "meaning"],
      [
        ...optionsOf("options/client-options.ts", "ClientOptions"),
        ...optionsOf("observe/events.ts", "CallListener"),
        ...shared,
      ],
    ),
    "## Options of a call\n",
    table(
      ["option", "type", "default", "meaning"],
      [
        ...optionsOf("options/call-options.ts", "CallOptions"),
        ...contractOptions(model),
        ...optionsOf("options/call-options.ts", "KeyedCallOptions"),
        ...shared,
      ],
    ),
    "`idempotencyKey` is an option of the calls that are sent with one.\n",
    "## Errors\n",
    table(["class", "code", "when"], classes),
    "A mistake in the program is a `TypeError` before anything is sent. An aborted signal throws its own reason.\n",
    "## Codes in `error.problem`\n",
    "What Wise, or the mock, says beyond the status. The list is open.\n",
    table(["code", "meaning"], problemCodes(model)),
  ].join("\n");
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(join(source, file), "utf8"), ts.ScriptTarget.Latest, true);
}

function optionsOf(file: string, name: string): string[][] {
  const tree = parse(file);
  const found = tree.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === name);
  if (!found || !ts.isInterfaceDeclaration(found)) throw new Error(`${file} has no interface ${name}`);
  return found.members.filter(ts.isPropertySignature).map((member) => {
    const type = (member.type?.getText(tree) ?? "unknown").replaceAll(/\s*\|\s*undefined\b/g, "");
    return [code(member.name.getText(tree)), code(type.replaceAll(/\s+/g, " ")), defaultOf(member), comment(member)];
  });
}

function errorsOf(file: string): string[][] {
  const tree = parse(file);
  return tree.statements.filter(ts.isClassDeclaration).flatMap((node) => {
    const property = node.members.find(
      (member) => ts.isPropertyDeclaration(member) && member.name.getText(tree) === "code",
    );
    const initial = property && ts.isPropertyDeclaration(property) ? property.initializer?.getText(tree) : undefined;
    const literal = /"(ERR_\w+)"/.exec(initial ?? "")?.[1];
    return literal && node.name ? [[code(node.name.text), code(literal), comment(node)]] : [];
  });
}

/** What an option is if it is left out, as its doc comment says. */
function defaultOf(option: ts.Node): string {
  const tag = ts.getJSDocTags(option).find(({ tagName }) => tagName.text === "default");
  return cell(ts.getTextOfJSDocComment(tag?.comment) ?? "");
}

function comment(node: ts.Node): string {
  const [jsDoc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(jsDoc?.comment) ?? "";
  return cell(text);
}

/** Those that are sent as headers. */
function contractOptions(model: ContractModel): string[][] {
  return model.options
    .filter(({ isIdempotencyKey }) => !isIdempotencyKey)
    .map(({ name, wireName, description = "" }) => [
      code(name),
      code("string"),
      "none: not sent",
      cell(`${description} Header: \`${wireName}\`.`),
    ]);
}

function problemCodes(model: ContractModel): string[][] {
  const schema = model.errorCodeSchema && model.document.components.schemas[model.errorCodeSchema];
  if (!schema) return [];
  const meanings = (schema["x-enum-descriptions"] ?? {}) as Readonly<Record<string, string>>;
  return (schema.enum ?? []).map((value) => [code(String(value)), cell(meanings[String(value)] ?? "")]);
}
