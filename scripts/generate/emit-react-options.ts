import { callArgs, mutationFactoryType, queryFactoryType } from "./emit-react-factories.ts";
import { byResource, type ContractModel, type OperationModel } from "./model.ts";
import { factoryName, ofKind } from "./react-operations.ts";
import { allArgsType, dataType, documentation, importContractTypes } from "./react-text.ts";
import { docComment, emptyModule, generatedNotice, importNames, importTypes } from "./source-text.ts";
import { valueText } from "./value-text.ts";

/** `cardQueries` and its like: the query factories of each resource. They need no React, so a server may use them too. */
export function emitQueries(model: ContractModel): string {
  const queries = ofKind(model, "query");
  const paged = queries.filter(({ pagination }) => pagination);
  return [
    generatedNotice,
    "\n",
    importContractTypes(model, queries),
    importNames(paged.length > 0 ? ["type InfiniteQueryFactory", "withInfinite"] : [], "../infinite-query-factory.ts"),
    importTypes(paged.length < queries.length ? ["QueryFactory"] : [], "../query-factory.ts"),
    importTypes(queries.length > 0 ? ["WithResource"] : [], "../registered-client.ts"),
    importNames([...queries.map(factoryName), ...paged.map(infiniteName)].sort(), "./factories.gen.ts"),
    ...[...byResource(queries)].map(([resource, operations]) =>
      groupText(model, `${model.singular(resource)}Queries`, operations, {
        about: `Query options of the reads of \`${resource}\`.`,
        type: (operation) => queryType(model, operation),
        value: queryValue,
      }),
    ),
    ...(queries.length === 0 ? [emptyModule] : []),
  ].join("");
}

/** `cardMutations` and its like: the mutation factories of each resource. */
export function emitMutations(model: ContractModel): string {
  const mutations = ofKind(model, "mutation");
  return [
    generatedNotice,
    "\n",
    importContractTypes(model, mutations),
    importTypes(mutations.length > 0 ? ["MutationFactory"] : [], "../mutation-factory.ts"),
    importTypes(mutations.length > 0 ? ["WithResource"] : [], "../registered-client.ts"),
    importNames(mutations.map(factoryName).sort(), "./factories.gen.ts"),
    ...[...byResource(mutations)].map(([resource, operations]) =>
      groupText(model, `${model.singular(resource)}Mutations`, operations, {
        about: `Mutation options of the writes of \`${resource}\`.`,
        type: (operation) => mutationFactoryType(model, operation),
        value: factoryName,
      }),
    ),
    ...(mutations.length === 0 ? [emptyModule] : []),
  ].join("");
}

/** In which statuses of a card an operation can be called at all. */
export function emitRequiredCardStatus(model: ContractModel): string {
  const operations = model.operations.filter(({ requiresCardStatus }) => requiresCardStatus.length > 0);
  const value = Object.fromEntries(operations.map(({ sdkName, requiresCardStatus }) => [sdkName, requiresCardStatus]));
  const about = docComment({ paragraphs: ["The card statuses that an operation requires; in any other it fails."] });
  const head = "export const requiredCardStatus = ";
  return `${generatedNotice}\n${about}${head}${valueText(value, { indent: "", taken: 120 })} as const;\n`;
}

interface GroupText {
  readonly about: string;
  readonly type: (operation: OperationModel) => string;
  readonly value: (operation: OperationModel) => string;
}

function groupText(model: ContractModel, name: string, operations: readonly OperationModel[], text: GroupText): string {
  const types = operations.map(
    (operation) =>
      `${docComment(documentation(model, operation), "    ")}    readonly ${operation.method}: ${text.type(operation)};\n`,
  );
  const values = operations.map((operation) => `  ${operation.method}: ${text.value(operation)},\n`);
  const about = docComment({ paragraphs: [text.about] });
  const resource = JSON.stringify(operations[0]?.resource);
  const type = `WithResource<\n  ${resource},\n  {\n${types.join("")}  }\n>`;
  return `\n${about}export const ${name}: ${type} = {\n${values.join("")}};\n`;
}

function infiniteName(operation: OperationModel): string {
  return `${factoryName(operation)}Infinite`;
}

function queryType(model: ContractModel, operation: OperationModel): string {
  if (!operation.pagination) return queryFactoryType(model, operation);
  const all = callArgs(operation, allArgsType(operation));
  return `InfiniteQueryFactory<${callArgs(operation)}, ${all}, ${dataType(model, operation, "null")}>`;
}

function queryValue(operation: OperationModel): string {
  if (!operation.pagination) return factoryName(operation);
  return `/* @__PURE__ */ withInfinite(${factoryName(operation)}, ${infiniteName(operation)})`;
}
