import type { Schema } from "./contract-document.ts";
import type { ContractModel, OperationModel } from "./model.ts";
import { sealedKinds } from "./sensitive-values.ts";
import { contractPackage, docComment, exportTypes, generatedNotice } from "./source-text.ts";
import { mentionedSchemas, propertyName } from "./type-text.ts";
import { valueText } from "./value-text.ts";

/** The types of what travels sealed, and which of its fields are secret. */
export function emitCardData(model: ContractModel): string {
  const operations = model.operations.filter((operation) => operation.isSealedExchange);
  return [
    `${generatedNotice}\n`,
    exportTypes(reachable(model, operations.flatMap(schemasOf)), contractPackage),
    "\n",
    docComment({ paragraphs: ["Fields of an opened response that are secret, and the kind of secret each one is."] }),
    `export const sealedFields = {\n${secretFields(model, operations)}} as const;\n`,
    "\n",
    docComment({ paragraphs: ["What a response has at least: one of these sets of secrets."] }),
    `export const neededSecrets: readonly (readonly string[])[] = ${valueText(neededSecrets(model, operations))};\n`,
  ].join("");
}

function schemasOf({ body, response }: OperationModel): Schema[] {
  return [body, response].flatMap((content) => ("schema" in content ? [content.schema] : []));
}

/** Names of the schemas that these are made of, however deep. */
function reachable(model: ContractModel, schemas: readonly Schema[]): string[] {
  const names = new Set<string>();
  const visit = (name: string): void => {
    if (names.has(name)) return;
    names.add(name);
    mentionedSchemas([model.document.components.schemas[name] ?? {}]).forEach(visit);
  };
  mentionedSchemas(schemas).forEach(visit);
  return [...names].sort();
}

function secretFields(model: ContractModel, operations: readonly OperationModel[]): string {
  const fields = new Map(
    operations.flatMap((operation) => secretsOf(model, operation)).map(({ name, kind }) => [name, kind]),
  );
  return [...fields]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, kind]) => `  ${propertyName(name)}: ${JSON.stringify(kind)},\n`)
    .join("");
}

/** Where no secret is needed, any one of them will do. */
function neededSecrets(model: ContractModel, operations: readonly OperationModel[]): string[][] {
  return operations.flatMap((operation) => {
    const secrets = secretsOf(model, operation);
    const needed = secrets.filter(({ isNeeded }) => isNeeded).map(({ name }) => name);
    return needed.length > 0 ? [needed] : secrets.map(({ name }) => [name]);
  });
}

/** The secret fields of a sealed response. */
function secretsOf(model: ContractModel, { response }: OperationModel) {
  if (response.kind !== "sealed") return [];
  const { properties = {}, required = [] } = model.resolveSchema(response.schema);
  return Object.entries(properties).flatMap(([name, written]) => {
    const property = model.resolveSchema(written);
    const kind = property["x-sensitive"];
    if (!sealedKinds.some((sealed) => sealed === kind)) return [];
    return [{ name, kind: String(kind), isNeeded: required.includes(name) && property.type === "string" }];
  });
}
