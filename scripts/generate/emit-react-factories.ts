import type { ContractModel, OperationModel } from "./model.ts";
import { affectedReads, factoryName, ofKind, takesPersonalData } from "./react-operations.ts";
import { allArgsType, argsType, clientPackage, dataType, importNames, typesOf } from "./react-text.ts";
import { emptyModule, generatedNotice, importTypes } from "./source-text.ts";
import { callText } from "./value-text.ts";

/** A constant for each factory, so that a bundle holds those that it uses. They need no React. */
export function emitFactories(model: ContractModel): string {
  const [queries, mutations] = [ofKind(model, "query"), ofKind(model, "mutation")];
  const isPaged = queries.some(({ pagination }) => pagination);
  return [
    generatedNotice,
    "\n",
    importTypes(typesOf([...queries, ...mutations]), clientPackage),
    importNames(
      isPaged ? ["createInfiniteOptions", "type InfiniteOptionsFactory"] : [],
      "../infinite-query-factory.ts",
    ),
    importNames(
      mutations.length > 0 ? ["createMutationFactory", "type MutationFactory"] : [],
      "../mutation-factory.ts",
    ),
    importNames(queries.length > 0 ? ["createQueryFactory", "type QueryFactory"] : [], "../query-factory.ts"),
    ...queries.map((operation) => queryText(model, operation)),
    ...mutations.map((operation) => mutationText(model, operation)),
    ...(queries.length + mutations.length === 0 ? [emptyModule] : []),
  ].join("");
}

/** The type of the factory of a read's query. */
export function queryFactoryType(model: ContractModel, operation: OperationModel): string {
  return `QueryFactory<${callArgs(operation)}, ${dataType(model, operation, "null")}>`;
}

/** The type of the factory of a write. */
export function mutationFactoryType(model: ContractModel, operation: OperationModel): string {
  return `MutationFactory<${callArgs(operation)}, ${dataType(model, operation, "void")}>`;
}

/** The arguments of an operation, or of its walk through all pages, as source text. If all are optional, so are they. */
export function callArgs(operation: OperationModel, type = argsType(operation)): string {
  return hasRequiredArguments(operation) ? type : `${type} | void`;
}

/** Whether a call has arguments that cannot be left out. */
export function hasRequiredArguments(operation: OperationModel): boolean {
  return operation.arguments.some(({ required }) => required);
}

function queryText(model: ContractModel, operation: OperationModel): string {
  const { pagination } = operation;
  const name = factoryName(operation);
  const names = operation.arguments.map((argument) => argument.name);
  const one = constText(name, queryFactoryType(model, operation), {
    create: "createQueryFactory",
    first: JSON.stringify(operation.sdkName),
    value: names,
  });
  if (!pagination) return one;
  const all = callArgs(operation, allArgsType(operation));
  const type = `InfiniteOptionsFactory<${all}, ${dataType(model, operation, "null")}>`;
  const { item: _, ...page } = pagination;
  return `${one}${constText(`${name}Infinite`, type, { create: "createInfiniteOptions", first: name, value: page })}`;
}

function mutationText(model: ContractModel, operation: OperationModel): string {
  const { optimistic } = operation;
  const affects = affectedReads(model, operation);
  const facts = {
    affects: affects.length === 0 ? undefined : affects,
    optimistic: optimistic && {
      argument: optimistic.argument,
      between: optimistic.between,
      places: optimistic.places.map(({ read, property, item }) => ({ read, set: property, item })),
    },
    personal: takesPersonalData(model, operation) || undefined,
  };
  return constText(factoryName(operation), mutationFactoryType(model, operation), {
    create: "createMutationFactory",
    first: JSON.stringify(operation.sdkName),
    value: Object.values(facts).some((fact) => fact !== undefined) ? facts : undefined,
  });
}

interface CreateText {
  readonly create: string;
  /** The first argument, as source text. */
  readonly first: string;
  readonly value: unknown;
}

function constText(name: string, type: string, { create, first, value }: CreateText): string {
  const pure = "  /* @__PURE__ */ ";
  const call = callText(create, first, value, { indent: "  ", taken: pure.length });
  return `\nexport const ${name}: ${type} =\n${pure}${call};\n`;
}
