import type { Schema } from "./contract-document.ts";
import { type ContractModel, type OperationModel, typeStem } from "./model.ts";
import { deprecationText, needsText } from "./operation-text.ts";
import { isPagedQuery } from "./react-operations.ts";
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

/**
 * The type of the data of an operation, as source text: that of its schema if that is short, else one with a name of its
 * own. A query cannot hold `undefined`, so `empty` is `null` there.
 */
export function dataType(model: ContractModel, operation: OperationModel, empty: "null" | "void"): string {
  const { response } = operation;
  if ("schema" in response)
    return isNamed(model, response.schema) ? dataTypeName(operation) : model.typeText(response.schema);
  return { text: "string", file: "WiseFile", none: empty }[response.kind];
}

/** `CardsListData` */
export function dataTypeName(operation: OperationModel): string {
  return `${typeStem(operation)}Data`;
}

/** Whether the type of a schema is too long to stand in the signature of a hook. */
function isNamed(model: ContractModel, schema: Schema): boolean {
  return !/^\w+(?:\[\])?(?: \| null)?$/.test(model.typeText(schema));
}

/** The operations whose data have a type with a name of its own, with its schema. */
export function namedData(model: ContractModel, operations: readonly OperationModel[]) {
  return operations.flatMap((operation) =>
    "schema" in operation.response && isNamed(model, operation.response.schema)
      ? [{ operation, schema: operation.response.schema }]
      : [],
  );
}

/** Imports of the types that operations mention, and of further ones of the client. */
export function importContractTypes(
  model: ContractModel,
  operations: readonly OperationModel[],
  further: readonly string[] = [],
): string {
  const named = namedData(model, operations).map(({ operation }) => operation);
  const plain = operations.filter((operation) => !named.includes(operation));
  const schemas = plain.flatMap(({ response }) => ("schema" in response ? [response.schema] : []));
  const names = [
    ...operations.map(argsType),
    ...operations.filter(isPagedQuery).map(allArgsType),
    ...mentionedSchemas(schemas),
    ...(operations.some(({ response }) => response.kind === "file") ? ["WiseFile"] : []),
    ...further,
  ];
  return [
    importTypes([...new Set(names)].sort(), clientPackage),
    importTypes(named.map(dataTypeName).sort(), "./data-types.gen.ts"),
  ].join("");
}

/** What the doc comment of anything made from an operation says. */
export function documentation(model: ContractModel, operation: OperationModel, about?: string): Documentation {
  return {
    paragraphs: [
      operation.description ?? `${operation.summary}.`,
      needsText(model, operation),
      about,
      `Contract operation: \`${operation.sdkName}\`.`,
    ],
    deprecated: deprecationText(operation),
  };
}
