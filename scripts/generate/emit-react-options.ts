import { singular } from "./hook-names.ts";
import { byResource, type ContractModel, type OperationModel, typeStem } from "./model.ts";
import { invalidates, ofKind, takesPersonalData } from "./react-operations.ts";
import { answerType, argsType, clientPackage, documentation, importNames, literal, typesOf } from "./react-text.ts";
import { docComment, generatedNotice, importTypes } from "./source-text.ts";

/** `cardQueries` and its like: the options of each read. They need no React, so a server may use them too. */
export function emitQueries(model: ContractModel): string {
  const reads = ofKind(model, "read");
  return [
    generatedNotice,
    "\n",
    importTypes(typesOf(reads), clientPackage),
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
        value: readValue,
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
    importTypes(typesOf(writes), clientPackage),
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

function readValue(operation: OperationModel): string {
  const names = JSON.stringify(operation.arguments.map((argument) => argument.name)).replaceAll(",", ", ");
  const { pagination } = operation;
  if (pagination?.style !== "page-number") return `createRead(${JSON.stringify(operation.sdkName)}, ${names})`;
  const fields = {
    page: pagination.page,
    items: pagination.items?.join("."),
    total: pagination.total?.join("."),
    first: pagination.first,
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
