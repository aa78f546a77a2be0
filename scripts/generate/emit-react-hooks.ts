import { callArgs, hasRequiredArguments } from "./emit-react-factories.ts";
import { hookName, infiniteHookName } from "./hook-names.ts";
import type { ContractModel, OperationModel } from "./model.ts";
import { affectedReads, factoryName, isKeyed, keyArgument, ofKind } from "./react-operations.ts";
import { allArgsType, argsType, clientPackage, dataType, documentation, importNames, typesOf } from "./react-text.ts";
import { docComment, emptyModule, generatedNotice, importTypes } from "./source-text.ts";
import { valueText } from "./value-text.ts";

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
    importTypes(
      [...new Set([...typesOf([...queries, ...mutations, ...uncached]), ...optionTypes, ...errorTypes])].sort(),
      clientPackage,
    ),
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
  /** Its parameters, passed on to the hook behind it; none if it takes nothing. */
  readonly parameters?: string;
  readonly result: string;
  /** The hook behind it, and what it is given first. */
  readonly base: string;
  readonly generics?: string;
}

function hookText(operation: OperationModel, text: HookText): string {
  const { name, about, parameters, result, base, generics = "" } = text;
  const given = parameters === undefined ? "_" : "given";
  const resource = `"${operation.resource}"`;
  const flat = `  ...${given}: WithResource<${resource}, [${parameters ?? ""}]>\n`;
  const broken = `  ...${given}: WithResource<\n    ${resource},\n    [${parameters ?? ""}]\n  >\n`;
  return [
    `\n${docComment(documentation(operation, about))}`,
    `export function ${name}${generics}(\n${flat.length > 120 ? broken : flat}`,
    `): ${result} {\n  return ${base}${parameters === undefined ? "" : ", ...given"});\n}\n`,
  ].join("");
}

function queryHooks(model: ContractModel, operation: OperationModel): string {
  const data = dataType(model, operation, "null");
  const group = `${model.singular(operation.resource)}Queries.${operation.method}`;
  const optional = hasRequiredArguments(operation) ? "" : "?";
  const one = hookText(operation, {
    name: hookName(model, operation),
    about: `\`useQuery\` over \`${group}\`; \`skipToken\` for arguments makes it wait.`,
    generics: `<Selected = ${data}>`,
    parameters: `args${optional}: ${argsType(operation)} | SkipToken, options?: UseWiseQueryOptions<${data}, Selected>`,
    result: "UseQueryResult<Selected, WiseError>",
    base: `useWiseQuery(${factoryName(operation)}`,
  });
  if (!operation.pagination) return one;
  const all = `${allArgsType(operation)} | SkipToken`;
  const infinite = hookText(operation, {
    name: infiniteHookName(model, operation),
    about: `\`useInfiniteQuery\` over \`${group}.infinite\`; \`skipToken\` for arguments makes it wait.`,
    generics: `<Selected = InfiniteData<${data}, PageParam>>`,
    parameters: `args${optional}: ${all}, options?: UseWiseInfiniteQueryOptions<${data}, Selected>`,
    result: "UseInfiniteQueryResult<Selected, WiseError>",
    base: `useWiseInfiniteQuery(${factoryName(operation)}Infinite`,
  });
  return one + infinite;
}

function mutationHook(model: ContractModel, operation: OperationModel): string {
  const [args, data] = [callArgs(operation), dataType(model, operation, "void")];
  return hookText(operation, {
    name: hookName(model, operation),
    about: `\`useMutation\` over \`${model.singular(operation.resource)}Mutations.${operation.method}\`.`,
    parameters: `options?: UseWiseMutationOptions<${args}, ${data}>`,
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
  const hook = hookText(operation, {
    name: hookName(model, operation),
    about: uncachedReason(operation),
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
