import { type ArgumentModel, byResource, type ContractModel, type OperationModel } from "./model.ts";
import { docComment, generatedNotice } from "./source-text.ts";

/** One line of text per operation; `packages/client/src/operation.ts` reads it. */
export function emitOperations(model: ContractModel): string {
  const resources = [...byResource(model.operations)].map(([resource, operations]) => {
    const lines = operations.map((operation) => `    ${operation.method}: ${JSON.stringify(descriptor(operation))},\n`);
    return `  ${resource}: {\n${lines.join("")}  },\n`;
  });
  const names = model.operations.map((operation) => `\n  | ${JSON.stringify(operation.sdkName)}`);
  return [
    generatedNotice,
    "\n",
    docComment({
      paragraphs: [
        "Every operation: method, host (`api` unless `@twcard`), path and query, retry class, then what is particular to it. `*` marks a required argument, `:` the name on the wire where it differs.",
      ],
    }),
    `export const operations = {\n${resources.join("")}} as const;\n\n`,
    docComment({ paragraphs: ["The name of an operation, as it is called: `cards.list` is `wise.cards.list(…)`."] }),
    `export type OperationName =${names.join("")};\n`,
  ].join("");
}

function descriptor(operation: OperationModel): string {
  const query = placed(operation, "query").map((argument, index) => `${index === 0 ? "?" : "&"}${argument}`);
  const { pagination, credentials } = operation;
  return [
    operation.httpMethod.toUpperCase(),
    `${operation.host === "api" ? "" : `@${operation.host}`}${operation.path}${query.join("")}`,
    operation.retry,
    ...(operation.retryable409 ? ["409"] : []),
    ...(operation.sca ? ["sca"] : []),
    ...(operation.answer.kind === "json" ? [] : [operation.answer.kind]),
    ...(pagination
      ? [`page=${[pagination.page, pagination.size, pagination.maximumSize, pagination.items, pagination.total]}`]
      : []),
    ...(credentials ? [`basic=${credentials}`] : []),
    ...flag("header", placed(operation, "header")),
    ...(operation.bodyType ? flag(operation.bodyType, placed(operation, "body")) : []),
  ].join(" ");
}

function flag(name: string, values: readonly string[]): string[] {
  return values.length === 0 ? [] : [`${name}=${values}`];
}

function placed(operation: OperationModel, place: ArgumentModel["in"]): string[] {
  return operation.arguments
    .filter((argument) => argument.in === place)
    .map(({ name, wireName, required }) => `${name}${required ? "*" : ""}${wireName === name ? "" : `:${wireName}`}`);
}
