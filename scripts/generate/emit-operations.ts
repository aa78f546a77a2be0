import { byResource, type ContractModel, capitalise, type OperationModel } from "./model.ts";
import { operationData } from "./operation-data.ts";
import { pageStepsNames } from "./page-steps-names.ts";
import { docComment, generatedNotice, importNames, importTypes } from "./source-text.ts";
import { valueText } from "./value-text.ts";

/** The operations as data, a constant for each resource, so that a bundler leaves out those that an app does not use. */
export function emitOperations(model: ContractModel): string {
  const operations = model.operations.filter(({ apiVersion }) => apiVersion === undefined);
  const resources = [...byResource(operations).keys()];
  const types = resources.map((resource) => `${capitalise(resource)}Resource`).sort();
  return [
    `${generatedNotice}\n`,
    importTypes(["Resource"], "../operation.ts"),
    importFunctions(operations, ".."),
    importTypes(types, "./resources.gen.ts"),
    resourceConstants(model, operations),
    `\n${docComment({ paragraphs: ["Every resource: what `createClient` takes."] })}`,
    "export const resources: {\n",
    ...resources.map((name) => `  readonly ${name}: typeof ${name};\n`),
    `} = {\n${resources.map((name) => `  ${name},\n`).join("")}};\n`,
  ].join("");
}

/** The names of all operations, in a file of their own: what is said of an operation needs no operation. */
export function emitOperationNames(model: ContractModel): string {
  const names = [...new Set(model.operations.map(({ sdkName }) => sdkName))];
  return [
    `${generatedNotice}\n`,
    docComment({ paragraphs: ["The name of an operation: `cards.list` is `wise.cards.list(…)`."] }),
    `export type OperationName =${names.map((name) => `\n  | ${JSON.stringify(name)}`).join("")};\n`,
  ].join("");
}

/** The functions that the constants of these operations refer to. */
export function importFunctions(operations: readonly OperationModel[], source: string): string {
  const steps = operations.flatMap(({ pagination }) => (pagination ? pageStepsNames[pagination.style] : []));
  const bodies = operations.flatMap(({ body: { kind } }) => (kind === "none" || kind === "json" ? [] : `${kind}Body`));
  const files = operations.some(({ response }) => response.kind === "file") ? ["createWiseFile"] : [];
  return [
    importNames(unique(steps), `${source}/call/page-steps.ts`),
    importNames(steps.length > 0 ? ["walkPages"] : [], `${source}/call/pages.ts`),
    importNames(unique(bodies), `${source}/request/request-body.ts`),
    importNames(files, `${source}/response/wise-file.ts`),
  ].join("");
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

/** A constant for each resource. */
export function resourceConstants(model: ContractModel, operations: readonly OperationModel[]): string {
  const constants = [...byResource(operations)].map(([resource, own]) => {
    const version = own[0]?.apiVersion;
    const entries = own.map((operation) => {
      const start = `    ${operation.method}: `;
      return `${start}${valueText(operationData(model, operation), { indent: "    ", taken: start.length })},\n`;
    });
    return [
      `\n${docComment({ paragraphs: [`The operations of \`${resource}\`.`] })}`,
      `export const ${resource}: Resource<${capitalise(resource)}Resource> = {\n`,
      `  name: ${JSON.stringify(resource)},\n`,
      version === undefined ? "" : `  version: ${JSON.stringify(version)},\n`,
      `  operations: {\n${entries.join("")}  },\n};\n`,
    ];
  });
  return constants.flat().join("");
}
