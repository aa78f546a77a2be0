import {
  type ArgumentModel,
  byResource,
  type ContractModel,
  capitalise,
  type OperationModel,
  typeStem,
} from "./model.ts";
import { contractPackage, docComment, generatedNotice, importTypes } from "./source-text.ts";
import { mentionedSchemas, propertyName, schemaName, typeText } from "./type-text.ts";

/** The typed methods of each resource, with a named type for the arguments of each operation. */
export function emitResources(model: ContractModel): string {
  const resources = [...byResource(model.operations)];
  const isPaged = model.operations.some((operation) => operation.pagination);
  const isSealed = model.operations.some((operation) => operation.response.kind === "sealed");
  const mentioned = mentionedSchemas(model.operations.flatMap(schemasOf));
  return [
    generatedNotice,
    "\n",
    importTypes(["CallOptions"], "../call-options.ts"),
    importTypes(isPaged ? ["PageOptions"] : [], "../pages.ts"),
    importTypes(isSealed ? ["SealedCardData"] : [], "../sealed-card-data.ts"),
    importTypes(["WiseCall"], "../wise-call.ts"),
    importTypes(mentioned, contractPackage),
    ...resources.flatMap(([, operations]) => operations.map(argumentTypes)),
    ...resources.flatMap(([, operations]) => operations.map(pagedCall)),
    ...resources.map(([resource, operations]) => resourceType(resource, operations)),
    `\n${docComment({ paragraphs: ["Every operation of the contract, by resource."] })}`,
    `export interface Resources {\n`,
    ...resources.map(([resource]) => `  readonly ${resource}: ${capitalise(resource)}Resource;\n`),
    "}\n",
  ].join("");
}

function schemasOf(operation: OperationModel) {
  const response = "schema" in operation.response ? [operation.response.schema] : [];
  const item = operation.pagination ? [operation.pagination.item] : [];
  const variants = operation.bodyVariants.flatMap(({ schema }) => schema ?? []);
  const own = operation.arguments.filter((argument) => variants.length === 0 || argument.in !== "body");
  return [...own.map((argument) => argument.schema), ...variants, ...response, ...item];
}

function argumentTypes(operation: OperationModel): string {
  const name = `${typeStem(operation)}Args`;
  const about = docComment({ paragraphs: [`Arguments of \`${operation.sdkName}\`.`] });
  if (operation.bodyVariants.length > 0) {
    const own = operation.arguments.filter((argument) => argument.in !== "body");
    const variants = operation.bodyVariants.map(({ schema }) => typeText(schema ?? {}));
    return `\n${about}export type ${name} = {\n${fields(own)}} & (${variants.join(" | ")});\n`;
  }
  if (operation.arguments.length === 0) return `\n${about}export type ${name} = Record<string, never>;\n`;
  const whole = `\n${about}export interface ${name} {\n${fields(operation.arguments)}}\n`;
  if (operation.pagination?.style !== "page-number") return whole;
  const { page } = operation.pagination;
  const walk = operation.arguments.filter((argument) => argument.name !== page);
  const aboutAll = docComment({ paragraphs: [`Arguments of \`${operation.sdkName}.all\`.`] });
  return `${whole}\n${aboutAll}export interface ${typeStem(operation)}AllArgs {\n${fields(walk)}}\n`;
}

function fields(list: readonly ArgumentModel[]): string {
  return list
    .map((argument) => {
      const { description, deprecated } = argument;
      const range = defaultOf(argument);
      const about = [description, range].filter((part) => part !== undefined).join(" ");
      const comment = docComment({ paragraphs: [about], deprecated }, "  ");
      const type = argument.required ? typeText(argument.schema) : `${typeText(argument.schema)} | undefined`;
      return `${comment}  ${propertyName(argument.name)}${argument.required ? "" : "?"}: ${type};\n`;
    })
    .join("");
}

function defaultOf({ schema }: ArgumentModel): string | undefined {
  const { minimum, maximum } = schema;
  const parts = [
    schema.default === undefined ? undefined : `Default: ${JSON.stringify(schema.default)}.`,
    minimum === undefined
      ? undefined
      : maximum === undefined
        ? `At least ${minimum}.`
        : `From ${minimum} to ${maximum}.`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(" ");
}

function answerType(operation: OperationModel): string {
  const { response } = operation;
  if (!("schema" in response)) return "void";
  return response.kind === "sealed" ? `SealedCardData<${typeText(response.schema)}>` : typeText(response.schema);
}

function parameters(operation: OperationModel): string {
  const optional = operation.arguments.every((argument) => !argument.required) ? "?" : "";
  return `args${optional}: ${typeStem(operation)}Args, options?: CallOptions`;
}

function documentation(operation: OperationModel) {
  const codes = operation.errorCodes.map(({ code }) => `\`${code}\``).join(", ");
  return {
    paragraphs: [
      operation.description ?? `${operation.summary}.`,
      codes === "" ? undefined : `Documented codes of refusals: ${codes}.`,
      `\`${operation.httpMethod.toUpperCase()} ${operation.path}\``,
    ],
    deprecated: operation.deprecated && "The vendor advises against it.",
  };
}

function pagedCall(operation: OperationModel): string {
  const { pagination } = operation;
  if (pagination?.style !== "page-number") return "";
  const stem = typeStem(operation);
  const item = schemaName(pagination.item) ?? typeText(pagination.item);
  const optional = operation.arguments.every((argument) => !argument.required) ? "?" : "";
  return [
    `\n${docComment({ paragraphs: [`\`${operation.sdkName}\`: one page by a call, everything by \`all\`.`] })}`,
    `export interface ${stem}Call {\n`,
    docComment(documentation(operation), "  "),
    `  (${parameters(operation)}): WiseCall<${answerType(operation)}>;\n`,
    docComment(
      {
        paragraphs: [
          `Every item, page after page, with one page in memory. Pages hold ${pagination.maximumSize} items unless \`${pagination.size}\` says otherwise.`,
        ],
      },
      "  ",
    ),
    `  all(args${optional}: ${stem}AllArgs, options?: PageOptions): AsyncGenerator<${item}, void, undefined>;\n`,
    "}\n",
  ].join("");
}

function resourceType(resource: string, operations: readonly OperationModel[]): string {
  const methods = operations.map((operation) => {
    if (operation.pagination) {
      return `  readonly ${operation.method}: ${typeStem(operation)}Call;\n`;
    }
    const comment = docComment(documentation(operation), "  ");
    return `${comment}  ${operation.method}(${parameters(operation)}): WiseCall<${answerType(operation)}>;\n`;
  });
  const about = docComment({ paragraphs: [`The operations of \`${resource}\`.`] });
  return `\n${about}export interface ${capitalise(resource)}Resource {\n${methods.join("")}}\n`;
}
