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
        "Every operation: method, path, and what is particular to it. `repeat` stands where a repetition is safe (`x-retry`), `host` where it is not `api`. Arguments are listed by where they travel: `*` marks a required one, `:` its name on the wire where it differs.",
      ],
    }),
    `export const operations = {\n${resources.join("")}} as const;\n\n`,
    docComment({ paragraphs: ["The name of an operation, as it is called: `cards.list` is `wise.cards.list(…)`."] }),
    `export type OperationName =${names.join("")};\n`,
  ].join("");
}

function descriptor(operation: OperationModel): string {
  const { host, pagination, auth, body } = operation;
  return [
    operation.httpMethod.toUpperCase(),
    operation.path,
    ...(host === "api" ? [] : [`host=${host}`]),
    ...(operation.retry === "never" ? [] : ["repeat"]),
    ...(operation.retryable409 ? ["409"] : []),
    ...(operation.response.kind === "json" ? [] : [operation.response.kind]),
    ...(pagination?.style === "page-number"
      ? [`page=${[pagination.page, pagination.size, pagination.maximumSize, pagination.items, pagination.total]}`]
      : []),
    ...(auth.kind === "basic" ? [`basic=${[auth.user, auth.password]}`] : []),
    ...flag("query", placed(operation, "query")),
    ...flag("header", placed(operation, "header")),
    ...(body.kind === "none" ? [] : flag(body.kind, placed(operation, "body"))),
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
