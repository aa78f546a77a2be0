import { type OperationModel, typeStem } from "./model.ts";
import { importTypes } from "./source-text.ts";
import { mentionedSchemas, propertyName, typeText } from "./type-text.ts";

/** Where the types of the contract are imported from. */
export const clientPackage = "@wisekit/client";

/** The name of the type of an operation's arguments. */
export function argsType(operation: OperationModel): string {
  return `${typeStem(operation)}Args`;
}

/** The type of an operation's answer, as source text. */
export function answerType({ response }: OperationModel): string {
  return "schema" in response ? typeText(response.schema) : "void";
}

/** Names of all types that operations mention, sorted. */
export function typesOf(operations: readonly OperationModel[]): string[] {
  const args = operations.flatMap((operation) => [
    argsType(operation),
    ...(operation.pagination ? [`${typeStem(operation)}AllArgs`] : []),
  ]);
  const answers = operations.flatMap(({ response }) => ("schema" in response ? [response.schema] : []));
  return [...new Set([...args, ...mentionedSchemas(answers)])].sort();
}

/** What the doc comment of anything made from an operation says. */
export function documentation(operation: OperationModel, about?: string) {
  return {
    paragraphs: [
      operation.description ?? `${operation.summary}.`,
      about,
      `Contract operation: \`${operation.sdkName}\`.`,
    ],
    deprecated: operation.deprecated && "The vendor advises against it.",
  };
}

/** An import of values, and of types marked as such. */
export function importNames(names: readonly string[], from: string): string {
  return importTypes(names, from).replace("import type", "import");
}

/** A value as source text, with the keys unquoted that need no quotes. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, field]) => `${propertyName(name)}: ${literal(field)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}
