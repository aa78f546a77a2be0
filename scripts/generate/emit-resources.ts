import {
  type ArgumentModel,
  byResource,
  type ContractModel,
  capitalise,
  type OperationModel,
  typeStem,
} from "./model.ts";
import { argumentDocumentation, methodDocumentation, resourceDescription } from "./operation-text.ts";
import { argumentTypeText, responseTypeText } from "./operation-types.ts";
import { contractPackage, type Documentation, docComment, generatedNotice, importTypes } from "./source-text.ts";
import { propertyName } from "./type-text.ts";

/** The typed methods of each resource, with a named type for the arguments of each operation. */
export function emitResources(model: ContractModel): string {
  const operations = model.operations.filter(({ apiVersion }) => apiVersion === undefined);
  const resources = [...byResource(operations).keys()];
  return [
    `${generatedNotice}\n`,
    resourceTypes(model, operations, ".."),
    `\n${docComment({ paragraphs: ["Every operation of the contract, by resource."] })}`,
    `export interface Resources {\n`,
    ...resources.map((resource) => `  readonly ${resource}: ${capitalise(resource)}Resource;\n`),
    "}\n",
  ].join("");
}

/** Types of arguments and methods, with their imports; `source` is the way to `packages/client/src`. */
export function resourceTypes(model: ContractModel, operations: readonly OperationModel[], source: string): string {
  const types = [
    ...operations.map((operation) => argumentTypes(model, operation)),
    ...operations.map((operation) => pagedCall(model, operation)),
    ...[...byResource(operations)].map(([resource, own]) => resourceType(model, resource, own)),
  ].join("");
  return importsOf(model, types, source) + types;
}

/** Names of the types that this text mentions, out of these. */
function mentioned(text: string, names: readonly string[]): string[] {
  const code = text.replaceAll(/\/\*\*[\s\S]*?\*\//g, "").replaceAll(/"(?:[^"\\]|\\.)*"/g, "");
  const words = new Set(code.match(/[\w$]+/g));
  return names.filter((name) => words.has(name)).sort();
}

function importsOf(model: ContractModel, types: string, source: string): string {
  const own: readonly (readonly [names: readonly string[], from: string])[] = [
    [["CallPromise"], `${source}/call/call-promise.ts`],
    [["ItemWalk"], `${source}/call/item-walk.ts`],
    [["CallOptions", "KeyedCallOptions", "PageOptions"], `${source}/options/call-options.ts`],
    [["SealedCardData"], `${source}/response/sealed-card-data.ts`],
    [["WiseFile"], `${source}/response/wise-file.ts`],
  ];
  const schemas = mentioned(types, Object.keys(model.document.components.schemas));
  return (
    own.map(([names, from]) => importTypes(mentioned(types, names), from)).join("") +
    importTypes(schemas, contractPackage)
  );
}

function argumentTypes(model: ContractModel, operation: OperationModel): string {
  const { pagination, sdkName } = operation;
  const name = `${typeStem(operation)}Args`;
  const args = argumentType(model, operation, { name, about: `Arguments of \`${sdkName}\`.` });
  if (!pagination) return args;
  const own = pageArguments(operation);
  const end = pagination.style === "date-window" ? pagination.to : undefined;
  const walkArguments = operation.arguments
    .filter((argument) => !own.includes(argument.name))
    .map((argument) => (argument.name === end ? { ...argument, required: false } : argument));
  const walk = { ...operation, arguments: walkArguments };
  const about = `Arguments of \`${sdkName}.all\`.`;
  return args + argumentType(model, walk, { name: `${typeStem(operation)}AllArgs`, about });
}

/** The arguments that a walk through all pages sets itself. */
function pageArguments({ pagination }: OperationModel): string[] {
  if (!pagination || pagination.style === "date-window") return [];
  if (pagination.style === "page-number") return [pagination.page];
  return [pagination.style === "offset" ? pagination.offset : pagination.cursor];
}

function argumentType(
  model: ContractModel,
  operation: OperationModel,
  { name, about }: { readonly name: string; readonly about: string },
): string {
  const { bodyVariants } = operation;
  const comment = `\n${docComment({ paragraphs: [about] })}`;
  if (bodyVariants.length > 0) {
    const own = operation.arguments.filter((argument) => argument.in !== "body");
    const variants = bodyVariants.map((variant) =>
      variant.schema ? model.typeText(variant.schema) : `{\n${fields(model, operation, variant.arguments)}}`,
    );
    const shared = own.length > 0 ? `{\n${fields(model, operation, own)}} & ` : "";
    return `${comment}export type ${name} = ${shared}(${variants.join(" | ")});\n`;
  }
  if (operation.arguments.length === 0) return `${comment}export type ${name} = Record<string, never>;\n`;
  return `${comment}export interface ${name} {\n${fields(model, operation, operation.arguments)}}\n`;
}

function fields(model: ContractModel, operation: OperationModel, list: readonly ArgumentModel[]): string {
  return list
    .map((argument) => {
      const type = argumentTypeText(model, operation, argument);
      const field = argument.required ? `: ${type}` : `?: ${type} | undefined`;
      return `${docComment(argumentDocumentation(argument), "  ")}  ${propertyName(argument.name)}${field};\n`;
    })
    .join("");
}

function parameters(operation: OperationModel): string {
  const options = operation.options.some(({ isIdempotencyKey }) => isIdempotencyKey)
    ? "KeyedCallOptions"
    : "CallOptions";
  return `args${optionalMark(operation)}: ${typeStem(operation)}Args, options?: ${options}`;
}

function optionalMark({ arguments: list, bodyVariants }: OperationModel): string {
  return bodyVariants.length === 0 && list.every((argument) => !argument.required) ? "?" : "";
}

/** What a method says of itself, and what it throws, which is the same for all. */
function callDocumentation(model: ContractModel, operation: OperationModel): Documentation {
  const about = methodDocumentation(model, operation);
  return { ...about, paragraphs: [...about.paragraphs, throwsText] };
}

const throwsText =
  "@throws {TypeError} for a mistake in the arguments or options.\n@throws {WiseFailure} for everything else, by `code`.";

function pagedCall(model: ContractModel, operation: OperationModel): string {
  const { pagination, sdkName } = operation;
  if (!pagination) return "";
  const stem = typeStem(operation);
  const item = model.typeText(pagination.item);
  return [
    `\n${docComment({ paragraphs: [`\`${sdkName}\`: one page by a call, everything by \`all\`.`] })}`,
    `export interface ${stem}Call {\n`,
    docComment(callDocumentation(model, operation), "  "),
    `  (${parameters(operation)}): CallPromise<${responseTypeText(model, operation)}>;\n`,
    docComment(
      { paragraphs: [`Every item, page after page, with one page in memory.${sizeText(operation)}`, throwsText] },
      "  ",
    ),
    `  all(args${optionalMark(operation)}: ${stem}AllArgs, options?: PageOptions): ItemWalk<${item}, ${responseTypeText(model, operation)}>;\n`,
    "}\n",
  ].join("");
}

function sizeText({ pagination }: OperationModel): string {
  if (pagination?.style === "date-window") {
    return ` Each call asks for ${pagination.maximumDays} days at most; without \`${pagination.to}\` the walk ends now.`;
  }
  const size = pagination?.style === "offset" ? pagination.limit : pagination?.size;
  if (size === undefined || pagination?.maximumSize === undefined) return "";
  return ` Pages hold ${pagination.maximumSize} items unless \`${size}\` says otherwise.`;
}

function resourceType(model: ContractModel, resource: string, operations: readonly OperationModel[]): string {
  const methods = operations.map((operation) => {
    if (operation.pagination) return `  readonly ${operation.method}: ${typeStem(operation)}Call;\n`;
    const comment = docComment(callDocumentation(model, operation), "  ");
    return `${comment}  ${operation.method}(${parameters(operation)}): CallPromise<${responseTypeText(model, operation)}>;\n`;
  });
  const paragraphs = [resourceDescription(model, resource), `The operations of \`${resource}\`.`];
  const about = docComment({ paragraphs });
  return `\n${about}export interface ${capitalise(resource)}Resource {\n${methods.join("")}}\n`;
}
