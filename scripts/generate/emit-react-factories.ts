import type { ContractModel, OperationModel, OptimisticModel, PaginationModel } from "./model.ts";
import { pageStepsNames } from "./page-steps-names.ts";
import { affectedReads, factoryName, isKeyed, keyArgument, ofKind, takesPersonalData } from "./react-operations.ts";
import { allArgsType, argsType, clientPackage, dataType, importContractTypes } from "./react-text.ts";
import { emptyModule, generatedNotice, importNames } from "./source-text.ts";
import { callText, type ValuePlace, valueText } from "./value-text.ts";

/** A constant for each factory, so that a bundle holds those that it uses. They need no React. */
export function emitFactories(model: ContractModel): string {
  const [queries, mutations] = [ofKind(model, "query"), ofKind(model, "mutation")];
  const keyed = mutations.filter(isKeyed);
  const styles = queries.flatMap(({ pagination }) => pagination?.style ?? []);
  return [
    generatedNotice,
    "\n",
    importContractTypes(model, [...queries, ...mutations]),
    importNames([...new Set(styles.map((style) => pageStepsNames[style]))].sort(), `${clientPackage}/internal`),
    importNames(
      styles.length > 0 ? ["createInfiniteOptions", "type InfiniteOptionsFactory"] : [],
      "../infinite-query-factory.ts",
    ),
    importNames(keyed.length > 0 ? ["createKeyedMutationFactory"] : [], "../keyed-mutation-factory.ts"),
    importNames(
      [
        ...(keyed.length < mutations.length ? ["createMutationFactory"] : []),
        ...(mutations.length > 0 ? ["type MutationFactory"] : []),
      ],
      "../mutation-factory.ts",
    ),
    importNames(
      mutations.some((operation) => optimisticPlaces(model, operation).length > 0) ? ["createOptimisticUpdater"] : [],
      "../optimistic-update.ts",
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
  const { pagination, sdkName } = operation;
  const name = factoryName(operation);
  const names = operation.arguments.map((argument) => argument.name);
  const one = constText(name, queryFactoryType(model, operation), (place) =>
    callText("createQueryFactory", JSON.stringify(sdkName), names, place),
  );
  if (!pagination) return one;
  const all = callArgs(operation, allArgsType(operation));
  const type = `InfiniteOptionsFactory<${all}, ${dataType(model, operation, "null")}>`;
  return one + constText(`${name}Infinite`, type, (place) => infiniteText(name, pagination, place));
}

/** Each style has a function of its own, so that a bundle holds the styles that it uses. */
function infiniteText(name: string, { style, ...facts }: PaginationModel, { indent, taken }: ValuePlace): string {
  // An infinite query asks for pages of the caller's size; which size is the largest is of no use to it.
  const size = style === "page-number" && "size" in facts ? facts.size : undefined;
  const needed = { ...facts, size, item: undefined, maximumSize: undefined, limit: undefined };
  const head = `createInfiniteOptions(${name}, /* @__PURE__ */ ${pageStepsNames[style]}(`;
  return `${head}${valueText(needed, { indent, taken: taken + head.length + 2 })}))`;
}

function mutationText(model: ContractModel, operation: OperationModel): string {
  const affects = affectedReads(model, operation);
  const places = optimisticPlaces(model, operation);
  const facts = {
    affects: affects.length === 0 ? undefined : affects,
    ...(isKeyed(operation)
      ? { keyArgument: keyArgument(operation) }
      : { personal: takesPersonalData(model, operation) || undefined }),
  };
  const create = isKeyed(operation) ? "createKeyedMutationFactory" : "createMutationFactory";
  const name = JSON.stringify(operation.sdkName);
  const isEmpty = Object.values(facts).every((fact) => fact === undefined);
  return constText(factoryName(operation), mutationFactoryType(model, operation), (place) =>
    operation.optimistic && places.length > 0
      ? optimisticText(`${create}(\n    ${name}`, facts, { ...operation.optimistic, places })
      : callText(create, name, isEmpty ? undefined : facts, place),
  );
}

/** Where the outcome is in the cached reads. */
function optimisticPlaces(model: ContractModel, operation: OperationModel): OptimisticModel["places"] {
  const affected = affectedReads(model, operation).map(({ read }) => read);
  return operation.optimistic?.places.filter(({ read }) => affected.includes(read)) ?? [];
}

/** Few operations have an optimistic update, so what it takes is in a bundle with these only. */
function optimisticText(head: string, facts: object, { argument, between, places }: OptimisticModel): string {
  const rule = { argument, between, places: places.map(({ read, property, item }) => ({ read, set: property, item })) };
  const indent = "    ";
  const updater = callText("/* @__PURE__ */ createOptimisticUpdater", "", rule, { indent, taken: indent.length });
  return `${head},\n${indent}${valueText(facts, { indent, taken: indent.length })},\n${indent}${updater},\n  )`;
}

function constText(name: string, type: string, value: (place: ValuePlace) => string): string {
  const pure = "  /* @__PURE__ */ ";
  return `\nexport const ${name}: ${type} =\n${pure}${value({ indent: "  ", taken: pure.length })};\n`;
}
