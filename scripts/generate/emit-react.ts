import { hookName, infiniteHookName, singular } from "./hook-names.ts";
import { byResource, type ContractModel, capitalise, type OperationModel, typeStem } from "./model.ts";
import { type ReactKind, reactKind, sharedArguments, takesPersonalData } from "./react-operations.ts";
import { docComment, generatedNotice, importTypes } from "./source-text.ts";
import { mentionedSchemas, typeText } from "./type-text.ts";

const client = "@wisekit/client";

/** `cardQueries` and its like: the options of each read. They need no React, so a server may use them too. */
export function emitQueries(model: ContractModel): string {
  const reads = ofKind(model, "read");
  return [
    generatedNotice,
    "\n",
    importTypes(typesOf(reads), client),
    importNames(
      [
        ...(reads.some((read) => read.pagination) ? ["createPagedRead"] : []),
        "createRead",
        ...(reads.some((read) => read.pagination) ? ["type PagedRead"] : []),
        "type Read",
      ],
      "../read.ts",
    ),
    ...[...byResource(reads)].map(([resource, operations]) =>
      factories(`${singular(resource)}Queries`, operations, {
        about: `Query options of the reads of \`${resource}\`.`,
        type: readType,
        value: (operation) => readValue(model, operation),
      }),
    ),
  ].join("");
}

/** `cardMutations` and its like: the options of each write. */
export function emitMutations(model: ContractModel): string {
  const writes = ofKind(model, "write");
  return [
    generatedNotice,
    "\n",
    importTypes(typesOf(writes), client),
    importNames(["createWrite", "type Write"], "../write.ts"),
    ...[...byResource(writes)].map(([resource, operations]) =>
      factories(`${singular(resource)}Mutations`, operations, {
        about: `Mutation options of the writes of \`${resource}\`.`,
        type: (operation) => `Write<${argsType(operation)}, ${answerType(operation)}>`,
        value: (operation) => writeValue(model, operation),
      }),
    ),
  ].join("");
}

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
    importTypes([...new Set([...typesOf([...reads, ...writes, ...uncached]), "WiseError"])].sort(), client),
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

/** In which statuses of a card an operation answers at all. */
export function emitRequiredCardStatus(model: ContractModel): string {
  const entries = model.operations
    .filter(({ requiresCardStatus }) => requiresCardStatus.length > 0)
    .map(({ sdkName, requiresCardStatus }) => `  ${JSON.stringify(sdkName)}: ${literal(requiresCardStatus)},\n`);
  const about = docComment({
    paragraphs: ["In which statuses of a card an operation answers. In any other it is refused."],
  });
  return `${generatedNotice}\n${about}export const requiredCardStatus = {\n${entries.join("")}} as const;\n`;
}

function ofKind(model: ContractModel, kind: ReactKind): OperationModel[] {
  return model.operations.filter((operation) => reactKind(model, operation) === kind);
}

interface FactoryText {
  readonly about: string;
  readonly type: (operation: OperationModel) => string;
  readonly value: (operation: OperationModel) => string;
}

function factories(name: string, operations: readonly OperationModel[], text: FactoryText): string {
  const types = operations.map(
    (operation) =>
      `${docComment(documentation(operation), "  ")}  readonly ${operation.method}: ${text.type(operation)};\n`,
  );
  const values = operations.map((operation) => `  ${operation.method}: /* @__PURE__ */ ${text.value(operation)},\n`);
  const about = docComment({ paragraphs: [text.about] });
  return `\n${about}export const ${name}: {\n${types.join("")}} = {\n${values.join("")}};\n`;
}

function readType(operation: OperationModel): string {
  const [args, answer] = [argsType(operation), answerType(operation)];
  return operation.pagination
    ? `PagedRead<${args}, ${typeStem(operation)}AllArgs, ${answer}>`
    : `Read<${args}, ${answer}>`;
}

function readValue(model: ContractModel, operation: OperationModel): string {
  const names = JSON.stringify(operation.arguments.map((argument) => argument.name)).replaceAll(",", ", ");
  const { pagination } = operation;
  if (!pagination) return `createRead(${JSON.stringify(operation.sdkName)}, ${names})`;
  const page = operation.arguments.find((argument) => argument.wireName === pagination.page);
  const first = page ? model.resolveSchema(page.schema) : {};
  const fields = {
    page: page?.name,
    items: pagination.items,
    total: pagination.total,
    first: first.default ?? first.minimum,
  };
  return `createPagedRead(${JSON.stringify(operation.sdkName)}, ${names}, ${literal(fields)})`;
}

function writeValue(model: ContractModel, operation: OperationModel): string {
  const { optimistic } = operation;
  const facts = {
    invalidates: invalidates(model, operation),
    ...(optimistic && {
      optimistic: {
        argument: optimistic.argument,
        between: optimistic.between,
        reads: optimistic.places.map(({ read, property, item }) => ({
          read,
          shared: invalidates(model, operation)[read] ?? [],
          set: property,
          ...(item && { item }),
        })),
      },
    }),
    ...(takesPersonalData(model, operation) && { personal: true }),
  };
  return `createWrite(${JSON.stringify(operation.sdkName)}, ${literal(facts)})`;
}

/** The reads among those invalidated that are cached at all, each with the arguments that narrow it down. */
function invalidates(model: ContractModel, operation: OperationModel): Record<string, string[]> {
  const reads = ofKind(model, "read").filter((read) => operation.invalidates.includes(read.sdkName));
  return Object.fromEntries(reads.map((read) => [read.sdkName, sharedArguments(operation, read)]));
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

function documentation(operation: OperationModel, about?: string) {
  return {
    paragraphs: [
      operation.description ?? `${operation.summary}.`,
      about,
      `Contract operation: \`${operation.sdkName}\`.`,
    ],
    deprecated: operation.deprecated && "The vendor advises against it.",
  };
}

function argsType(operation: OperationModel): string {
  return `${typeStem(operation)}Args`;
}

function answerType({ answer }: OperationModel): string {
  return answer.kind === "none" ? "void" : typeText(answer.schema);
}

function typesOf(operations: readonly OperationModel[]): string[] {
  const args = operations.flatMap((operation) => [
    argsType(operation),
    ...(operation.pagination ? [`${typeStem(operation)}AllArgs`] : []),
  ]);
  const answers = operations.flatMap(({ answer }) => (answer.kind === "none" ? [] : [answer.schema]));
  return [...new Set([...args, ...mentionedSchemas(answers)])].sort();
}

function importNames(names: readonly string[], from: string): string {
  return importTypes(names, from).replace("import type", "import");
}

/** A value as source text, with the keys unquoted that need no quotes. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([name, field]) => `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)}: ${literal(field)}`,
  );
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}
