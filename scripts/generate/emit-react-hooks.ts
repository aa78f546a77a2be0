import { hookName, infiniteHookName, singular } from "./hook-names.ts";
import { byResource, type ContractModel, capitalise, type OperationModel, typeStem } from "./model.ts";
import { invalidates, ofKind } from "./react-operations.ts";
import { answerType, argsType, clientPackage, documentation, importNames, literal, typesOf } from "./react-text.ts";
import { docComment, generatedNotice, importTypes } from "./source-text.ts";

/** A hook for each operation that has one. */
export function emitHooks(model: ContractModel): string {
  const [reads, writes, uncached] = (["read", "write", "uncached"] as const).map((kind) => ofKind(model, kind)) as [
    OperationModel[],
    OperationModel[],
    OperationModel[],
  ];
  const paged = reads.filter((read) => read.pagination);
  const stems = (operations: readonly OperationModel[], suffix: string) =>
    [...byResource(operations).keys()].map((resource) => `${singular(resource)}${suffix}`);
  return [
    generatedNotice,
    '"use client";\n',
    "\n",
    importTypes(
      [
        ...(paged.length > 0 ? ["InfiniteData"] : []),
        ...(reads.length > 0 ? ["SkipToken"] : []),
        ...(paged.length > 0 ? ["UseInfiniteQueryResult"] : []),
        ...(writes.length > 0 ? ["UseMutationResult"] : []),
        ...(reads.length > 0 ? ["UseQueryResult"] : []),
      ],
      "@tanstack/react-query",
    ),
    importTypes([...new Set([...typesOf([...reads, ...writes, ...uncached]), "WiseError"])].sort(), clientPackage),
    importNames(
      [
        ...(paged.length > 0 ? ["type UsePagedReadOptions"] : []),
        "type UseReadOptions",
        ...(paged.length > 0 ? ["usePagedRead"] : []),
        "useRead",
      ],
      "../use-read.ts",
    ),
    importNames(
      uncached.length > 0 ? ["type UncachedCall", "type UncachedFacts", "useUncachedCall"] : [],
      "../use-uncached-call.ts",
    ),
    importNames(writes.length > 0 ? ["type UseWriteOptions", "useWrite"] : [], "../use-write.ts"),
    importNames(stems(writes, "Mutations"), "./mutations.gen.ts"),
    importNames(stems(reads, "Queries"), "./queries.gen.ts"),
    ...reads.map(readHooks),
    ...writes.map(writeHook),
    ...uncached.map((operation) => uncachedHook(model, operation)),
  ].join("");
}

function readHooks(operation: OperationModel): string {
  const factory = `${singular(operation.resource)}Queries.${operation.method}`;
  const [args, answer] = [argsType(operation), answerType(operation)];
  const one = [
    `\n${docComment(documentation(operation, `\`useQuery\` over \`${factory}\`; \`skipToken\` for arguments makes it wait.`))}`,
    `export function ${hookName(operation)}<Selected = ${answer}>(\n`,
    `  args: ${args} | SkipToken,\n  options?: UseReadOptions<${answer}, Selected>,\n`,
    `): UseQueryResult<Selected, WiseError> {\n  return useRead(${factory}, args, options);\n}\n`,
  ];
  if (!operation.pagination) return one.join("");
  const about = `\`useInfiniteQuery\` over \`${factory}.infinite\`; \`skipToken\` for arguments makes it wait.`;
  return [
    ...one,
    `\n${docComment(documentation(operation, about))}`,
    `export function ${infiniteHookName(operation)}<Selected = InfiniteData<${answer}, number>>(\n`,
    `  args: ${typeStem(operation)}AllArgs | SkipToken,\n  options?: UsePagedReadOptions<${answer}, Selected>,\n`,
    `): UseInfiniteQueryResult<Selected, WiseError> {\n  return usePagedRead(${factory}, args, options);\n}\n`,
  ].join("");
}

function writeHook(operation: OperationModel): string {
  const factory = `${singular(operation.resource)}Mutations.${operation.method}`;
  const [args, answer] = [argsType(operation), answerType(operation)];
  return [
    `\n${docComment(documentation(operation, `\`useMutation\` over \`${factory}\`.`))}`,
    `export function ${hookName(operation)}(\n  options?: UseWriteOptions<${args}, ${answer}>,\n`,
    `): UseMutationResult<${answer}, WiseError, ${args}> {\n  return useWrite(${factory}, options);\n}\n`,
  ].join("");
}

function uncachedHook(model: ContractModel, operation: OperationModel): string {
  const facts = `${operation.resource}${capitalise(operation.method)}Facts`;
  const value = literal({ operation: operation.sdkName, invalidates: invalidates(model, operation) });
  const about = "Holds a secret, so neither arguments nor answer are cached.";
  return [
    `\nconst ${facts}: UncachedFacts = ${value};\n`,
    `\n${docComment(documentation(operation, about))}`,
    `export function ${hookName(operation)}(): UncachedCall<${argsType(operation)}, ${answerType(operation)}> {\n`,
    `  return useUncachedCall(${facts});\n}\n`,
  ].join("");
}
