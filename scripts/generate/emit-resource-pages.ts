import { cell, code, table } from "./markdown.ts";
import { type ArgumentModel, byResource, type ContractModel, type OperationModel } from "./model.ts";
import { argumentDocumentation, deprecationText, methodDocumentation, resourceDescription } from "./operation-text.ts";
import { argumentTypeText, responseTypeText } from "./operation-types.ts";
import { reactSentence } from "./react-reference.ts";

/** A page of reference for each resource, of each version: its path under `docs/reference`, and its text. */
export function emitResourcePages(model: ContractModel): Map<string, string> {
  return new Map(
    pages(model).map(({ file, heading, description, operations }) => [
      `docs/reference/${file}`,
      `${[
        "<!-- Generated from spec/ by `pnpm generate`; edit the contract instead. -->",
        `# ${heading}`,
        ...(description === undefined ? [] : [description]),
        ...operations.map((operation) => section(model, operation)),
      ].join("\n\n")}\n`,
    ]),
  );
}

/** Links to the pages, with what their operations are. */
export function resourceIndex(model: ContractModel): string {
  return table(
    ["resource", "operations"],
    pages(model).map(({ file, heading, operations }) => [
      `[${heading}](reference/${file})`,
      operations.map(({ method }) => code(method)).join(", "),
    ]),
  );
}

interface Page {
  readonly file: string;
  readonly heading: string;
  readonly description: string | undefined;
  readonly operations: readonly OperationModel[];
}

function pages(model: ContractModel): Page[] {
  return [undefined, ...model.versions].flatMap((version) => {
    const operations = model.operations.filter(({ apiVersion }) => apiVersion === version);
    return [...byResource(operations)].map(([resource, own]) => ({
      file: `${kebabCase(resource)}${version === undefined ? "" : `-${version.toLowerCase()}`}.md`,
      heading: version === undefined ? `wise.${resource}` : `wise.${resource}, version ${version}`,
      description: resourceDescription(model, resource),
      operations: own,
    }));
  });
}

function kebabCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function section(model: ContractModel, operation: OperationModel): string {
  const { paragraphs, deprecated } = methodDocumentation(model, operation);
  const parts = [
    `## ${operation.sdkName}`,
    typeof deprecated === "string" ? `**${deprecated}**` : undefined,
    ...paragraphs,
    argumentTable(model, operation),
    returns(model, operation),
    reactSentence(model, operation),
  ];
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}

function argumentTable(model: ContractModel, operation: OperationModel): string {
  const { arguments: list } = operation;
  if (list.length === 0) return "Takes no arguments.";
  return table(
    ["argument", "type", "meaning"],
    list.map((argument) => [
      `${code(argument.name)}${argument.required ? "" : "?"}`,
      code(argumentTypeText(model, operation, argument)),
      meaning(argument),
    ]),
  ).trimEnd();
}

function meaning(argument: ArgumentModel): string {
  const { paragraphs } = argumentDocumentation(argument);
  const deprecated = deprecationText(argument);
  return cell([...(deprecated ? [deprecated] : []), ...paragraphs].filter((text) => text !== undefined).join(" "));
}

function returns(model: ContractModel, operation: OperationModel): string {
  const value = `Returns ${code(responseTypeText(model, operation))}.`;
  if (!operation.pagination) return value;
  return `${value} \`.all()\` gives every ${code(model.typeText(operation.pagination.item))}, page after page.`;
}
