import { type ContractModel, type OperationModel, type ResponseModel, typeStem } from "./model.ts";
import { contractPackage, docComment, generatedNotice, importTypes } from "./source-text.ts";
import { mentionedSchemas, propertyName, typeText } from "./type-text.ts";

/** The bundled contract, for the mock to serve and validate by. */
export function emitBundledContract(model: ContractModel): string {
  return `${JSON.stringify(model.document, null, 2)}\n`;
}

/** For each operation the request a handler gets and the answers it may give. */
export function emitHandlers(model: ContractModel): string {
  const schemas = model.operations.flatMap((operation) => [
    ...operation.arguments.filter((argument) => argument.in !== "body").map((argument) => argument.schema),
    ...bodySchemas(operation),
    ...operation.responses.flatMap((response) => response.contents.flatMap(({ schema }) => schema ?? [])),
  ]);
  return [
    `${generatedNotice}\n`,
    importTypes(mentionedSchemas(schemas), contractPackage),
    ...model.operations.map(requestType),
    ...model.operations.map(answerType),
    `\n${docComment({ paragraphs: ["Request and answers of each operation, by its SDK name."] })}`,
    "export interface OperationTypes {\n",
    ...model.operations.map((operation) => {
      const stem = typeStem(operation);
      return `  ${JSON.stringify(operation.sdkName)}: { request: ${stem}Request; answer: ${stem}Answer };\n`;
    }),
    "}\n",
    `\n${docComment({ paragraphs: ["The SDK name of an operation."] })}`,
    "export type OperationName = keyof OperationTypes;\n",
    `\n${docComment({ paragraphs: ["Computes the answer to one operation."] })}`,
    "export type OperationHandler<Name extends OperationName, Context> = (\n",
    '  request: OperationTypes[Name]["request"],\n  context: Context,\n',
    ') => OperationTypes[Name]["answer"] | Promise<OperationTypes[Name]["answer"]>;\n',
    `\n${docComment({ paragraphs: ["A handler for each operation that is answered from state."] })}`,
    "export type OperationHandlers<Context> = { [Name in OperationName]?: OperationHandler<Name, Context> };\n",
    `\n${docComment({ paragraphs: ["The SDK name of each `operationId` of the contract."] })}`,
    "export const operationNames: { readonly [operationId: string]: OperationName } = {\n",
    ...model.operations.map(
      ({ operationId, sdkName }) => `  ${propertyName(operationId)}: ${JSON.stringify(sdkName)},\n`,
    ),
    "};\n",
  ].join("");
}

function bodySchemas(operation: OperationModel) {
  return "schema" in operation.body ? [operation.body.schema] : [];
}

function requestType(operation: OperationModel): string {
  const [body] = bodySchemas(operation);
  return [
    `\n${docComment({ paragraphs: [`What a handler of \`${operation.sdkName}\` gets.`] })}`,
    `export interface ${typeStem(operation)}Request {\n`,
    `  path: ${fieldsOf(operation, "path")};\n`,
    `  query: ${fieldsOf(operation, "query")};\n`,
    `  /** By lower-case name on the wire. */\n  headers: ${fieldsOf(operation, "header")};\n`,
    `  body: ${body ? typeText(body) : "undefined"};\n`,
    "}\n",
  ].join("");
}

function fieldsOf(operation: OperationModel, place: "path" | "query" | "header"): string {
  const fields = operation.arguments
    .filter((argument) => argument.in === place)
    .map(({ wireName, required, schema }) => {
      const name = place === "header" ? wireName.toLowerCase() : wireName;
      return `${propertyName(name)}${required ? "" : "?"}: ${typeText(schema)}`;
    });
  if (place === "header") {
    fields.push(...operation.options.map(({ wireName }) => `${propertyName(wireName.toLowerCase())}?: string`));
  }
  return fields.length === 0 ? "Record<never, never>" : `{ ${fields.join("; ")} }`;
}

function answerType(operation: OperationModel): string {
  const members = operation.responses.flatMap((response) =>
    response.contents.length === 0
      ? [`\n  | { status: ${statusText(response)}; headers?: Record<string, string>; body?: undefined }`]
      : response.contents.map(
          (content) =>
            `\n  | { status: ${statusText(response)}; headers?: Record<string, string>; mediaType${
              content === response.contents[0] ? "?" : ""
            }: ${JSON.stringify(content.mediaType)}; body: ${typeText(content.schema ?? {})} }`,
        ),
  );
  const about = docComment({ paragraphs: [`What a handler of \`${operation.sdkName}\` may answer.`] });
  return `\n${about}export type ${typeStem(operation)}Answer =${members.join("")};\n`;
}

function statusText(response: ResponseModel): string {
  return /^\d{3}$/.test(response.status) ? response.status : "number";
}
