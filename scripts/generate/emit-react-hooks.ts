import { callArgs, hasRequiredArguments } from "./emit-react-factories.ts";
import { hookName, infiniteHookName } from "./hook-names.ts";
import type { ContractModel, OperationModel } from "./model.ts";
import { affectedReads, factoryName, isKeyed, keyArgument, ofKind } from "./react-operations.ts";
import { allArgsType, argsType, dataType, documentation, importContractTypes } from "./react-text.ts";
import { docComment, emptyModule, generatedNotice, importNames, importTypes } from "./source-text.ts";
import { valueText } from "./value-text.ts";

const widest = 120;

/** A hook for each operation that has one. */
export function emitHooks(model: ContractModel): string {
  const [queries, mutations, uncached] = (["query", "mutation", "uncached"] as const).map((kind) =>
    ofKind(model, kind),
  ) as [OperationModel[], OperationModel[], OperationModel[]];
  const paged = queries.filter(({ pagination }) => pagination);
  const when = <Value>(operations: readonly OperationModel[], values: readonly Value[]) =>
    operations.length > 0 ? values : [];
  const keyed = uncached.filter(isKeyed);
  const optionTypes = when(
    keyed.filter((operation) => keyArgument(operation) === undefined),
    ["KeyedCallOptions"],
  );
  const errorTypes = when([...queries, ...mutations], ["WiseError"]);
  return [
    generatedNotice,
    '"use client";\n',
    "\n",
    importTypes(
      [
        ...when(paged, ["InfiniteData"]),
        ...when(queries, ["SkipToken"]),
        ...when(paged, ["UseInfiniteQueryResult"]),
        ...when(mutations, ["UseMutationResult"]),
        ...when(queries, ["UseQueryResult"]),
      ],
      "@tanstack/react-query",
    ),
    importContractTypes(model, [...queries, ...mutations, ...uncached], [...optionTypes, ...errorTypes]),
    importTypes(when(paged, ["PageParam"]), "../infinite-query-factory.ts"),
    importTypes(
      when(
        uncached.filter((operation) => affectedReads(model, operation).length > 0),
        ["AffectedReads"],
      ),
      "../invalidation.ts",
    ),
    importTypes(["WithResource"], "../registered-client.ts"),
    importNames(when(keyed, ["useKeyedUncachedCall"]), "../use-keyed-uncached-call.ts"),
    importNames(
      [
        ...when(uncached, ["type UncachedCall"]),
        ...when(
          uncached.filter((operation) => !isKeyed(operation)),
          ["useUncachedCall"],
        ),
      ],
      "../use-uncached-call.ts",
    ),
    importNames(
      when(paged, ["type UseWiseInfiniteQueryOptions", "useWiseInfiniteQuery"]),
      "../use-wise-infinite-query.ts",
    ),
    importNames(when(mutations, ["type UseWiseMutationOptions", "useWiseMutation"]), "../use-wise-mutation.ts"),
    importNames(when(queries, ["type UseWiseQueryOptions", "useWiseQuery"]), "../use-wise-query.ts"),
    importNames(
      [
        ...[...queries, ...mutations].map(factoryName),
        ...paged.map((operation) => `${factoryName(operation)}Infinite`),
      ].sort(),
      "./factories.gen.ts",
    ),
    ...queries.map((operation) => queryHooks(model, operation)),
    ...mutations.map((operation) => mutationHook(model, operation)),
    ...uncached.map((operation) => uncachedHook(model, operation)),
    ...(queries.length + mutations.length + uncached.length === 0 ? [emptyModule] : []),
  ].join("");
}

interface HookText {
  readonly name: string;
  readonly about: string;
  /** Its parameters, passed on to the hook behind it. */
  readonly parameters: readonly string[];
  readonly result: string;
  /** The hook behind it, and what it is given first. */
  readonly base: string;
  readonly generics?: string;
}

function hookText(model: ContractModel, operation: OperationModel, text: HookText): string {
  const { name, about, parameters, result, base, generics = "" } = text;
  const isPassedOn = parameters.length > 0;
  return [
    `\n${docComment(documentation(model, operation, about))}`,
    `export function ${name}${generics}(\n`,
    `  ...${isPassedOn ? "given" : "_"}: ${withResourceText(operation.resource, parameters)}\n`,
    `): ${result} {\n  return ${base}${isPassedOn ? ", ...given" : ""});\n}\n`,
  ].join("");
}

/** The parameters of a hook, on as few lines as 120 columns allow. */
function withResourceText(resource: string, parameters: readonly string[]): string {
  const [name, list] = [JSON.stringify(resource), `[${parameters.join(", ")}]`];
  if (`  ...given: WithResource<${name}, ${list}>`.length < widest) return `WithResource<${name}, ${list}>`;
  const broken = `[\n${parameters.map((parameter) => `      ${parameter},\n`).join("")}    ]`;
  return `WithResource<\n    ${name},\n    ${list.length + 4 < widest ? list : broken}\n  >`;
}

function queryHooks(model: ContractModel, operation: OperationModel): string {
  const data = dataType(model, operation, "null");
  const group = `${model.singular(operation.resource)}Queries.${operation.method}`;
  const optional = hasRequiredArguments(operation) ? "" : "?";
  const one = hookText(model, operation, {
    name: hookName(model, operation),
    about: `\`useQuery\` over \`${group}\`; \`skipToken\` for arguments makes it wait.`,
    generics: `<Selected = ${data}>`,
    parameters: [
      `args${optional}: ${argsType(operation)} | SkipToken`,
      `options?: UseWiseQueryOptions<${data}, Selected>`,
    ],
    result: "UseQueryResult<Selected, WiseError>",
    base: `useWiseQuery(${factoryName(operation)}`,
  });
  if (!operation.pagination) return one;
  const all = `${allArgsType(operation)} | SkipToken`;
  const infinite = hookText(model, operation, {
    name: infiniteHookName(model, operation),
    about: `\`useInfiniteQuery\` over \`${group}.infinite\`; \`skipToken\` for arguments makes it wait.`,
    generics: `<Selected = InfiniteData<${data}, PageParam>>`,
    parameters: [`args${optional}: ${all}`, `options?: UseWiseInfiniteQueryOptions<${data}, Selected>`],
    result: "UseInfiniteQueryResult<Selected, WiseError>",
    base: `useWiseInfiniteQuery(${factoryName(operation)}Infinite`,
  });
  return one + infinite;
}

function mutationHook(model: ContractModel, operation: OperationModel): string {
  const [args, data] = [callArgs(operation), dataType(model, operation, "void")];
  return hookText(model, operation, {
    name: hookName(model, operation),
    about: `\`useMutation\` over \`${model.singular(operation.resource)}Mutations.${operation.method}\`.`,
    parameters: [`options?: UseWiseMutationOptions<${args}, ${data}>`],
    result: `UseMutationResult<${data}, WiseError, ${args}>`,
    base: `useWiseMutation(${factoryName(operation)}`,
  });
}

function uncachedHook(model: ContractModel, operation: OperationModel): string {
  const affects = affectedReads(model, operation);
  const facts = `${factoryName(operation)}Affects`;
  const constant = `const ${facts}: AffectedReads = `;
  const value = valueText(affects, { indent: "", taken: constant.length });
  const key = keyArgument(operation);
  const given = [
    JSON.stringify(operation.sdkName),
    affects.length > 0 ? facts : key === undefined ? undefined : "undefined",
    key && JSON.stringify(key),
  ].filter((text) => text !== undefined);
  const options = isKeyed(operation) && key === undefined ? ", KeyedCallOptions" : "";
  const hook = hookText(model, operation, {
    name: hookName(model, operation),
    about: uncachedReason(operation),
    parameters: [],
    result: `UncachedCall<${argsType(operation)}, ${dataType(model, operation, "void")}${options}>`,
    base: `${isKeyed(operation) ? "useKeyedUncachedCall" : "useUncachedCall"}(${given.join(", ")}`,
  });
  return affects.length > 0 ? `\n${constant}${value};\n${hook}` : hook;
}

function uncachedReason({ isSecret, response }: OperationModel): string {
  if (isSecret) return "Holds a secret, so neither arguments nor response are cached.";
  if (response.kind === "file") return "Gives a file, a stream that can be read once, so the response is not cached.";
  return "May be challenged by an error that holds a one-time token, so nothing of it is cached.";
}
