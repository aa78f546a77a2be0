import { type ContractModel, type OperationModel, typeStem } from "./model.ts";
import { type Documentation, importTypes } from "./source-text.ts";
import { mentionedSchemas } from "./type-text.ts";

/** Where the types of the contract are imported from. */
export const clientPackage = "@wisekit/client";

/** The name of the type of an operation's arguments. */
export function argsType(operation: OperationModel): string {
  return `${typeStem(operation)}Args`;
}

/** The name of the type of the arguments of a walk through all pages. */
export function allArgsType(operation: OperationModel): string {
  return `${typeStem(operation)}AllArgs`;
}

/** The type of what an operation gives, as source text. A query cannot hold `undefined`, so `empty` is `null` there. */
export function dataType(model: ContractModel, { response }: OperationModel, empty: "null" | "void"): string {
  if (response.kind === "json" || response.kind === "sealed") return model.typeText(response.schema);
  return { text: "string", file: "WiseFile", none: empty }[response.kind];
}

/** Names of all types of the client that operations mention, sorted. */
export function typesOf(operations: readonly OperationModel[]): string[] {
  const args = operations.flatMap((operation) => [
    argsType(operation),
    ...(operation.pagination ? [allArgsType(operation)] : []),
  ]);
  const schemas = operations.flatMap(({ response }) => ("schema" in response ? [response.schema] : []));
  const files = operations.some(({ response }) => response.kind === "file") ? ["WiseFile"] : [];
  return [...new Set([...args, ...mentionedSchemas(schemas), ...files])].sort();
}

/** What the doc comment of anything made from an operation says. */
export function documentation(operation: OperationModel, about?: string): Documentation {
  const { deprecated, replacedBy } = operation;
  const instead = replacedBy === undefined ? "" : ` Use \`${replacedBy}\`.`;
  return {
    paragraphs: [
      operation.description ?? `${operation.summary}.`,
      about,
      `Contract operation: \`${operation.sdkName}\`.`,
    ],
    deprecated: deprecated && `Deprecated by Wise.${instead}`,
  };
}

/** An import of values, and of types marked as such; nothing if there are none. */
export function importNames(names: readonly string[], from: string): string {
  return importTypes(names, from).replace("import type", "import");
}
