import type { Schema } from "./contract-document.ts";
import type { ContractModel, OperationModel, Sensitivity } from "./model.ts";
import { docComment, generatedNotice } from "./source-text.ts";
import { mentionedSchemas, propertyName, typeText } from "./type-text.ts";

const secretKinds: readonly Sensitivity[] = ["pan", "cvv2", "pin"];

/** The types of the card-data operations, and which of their fields are secret. */
export function emitCardData(model: ContractModel): string {
  const operations = model.operations.filter((operation) => operation.isSealedExchange);
  const names = new Set(operations.flatMap((operation) => namesOf(model, operation)));
  const interfaces = [...names].sort().map((name) => interfaceText(model, name));
  return [
    `${generatedNotice}\n`,
    interfaces.join("\n"),
    "\n",
    docComment({ paragraphs: ["Fields of an opened answer that are secret, and the kind of secret each one is."] }),
    `export const sealedFields = {\n${secretFields(model, operations)}} as const;\n`,
  ].join("");
}

/** Object schemas that an operation takes or gives, and those that they mention. */
function namesOf(model: ContractModel, operation: OperationModel): string[] {
  const body = operation.bodyVariants.flatMap(({ schema }) => schema ?? []);
  const response = "schema" in operation.response ? [operation.response.schema] : [];
  const request = requestSchema(operation);
  const direct = mentionedSchemas([...body, ...response, ...(request ? [request] : [])]);
  const nested = direct.flatMap((name) => mentionedSchemas([schemaOf(model, name)]));
  return [...direct, ...nested];
}

function requestSchema(operation: OperationModel): Schema | undefined {
  return "schema" in operation.body ? operation.body.schema : undefined;
}

function schemaOf(model: ContractModel, name: string): Schema {
  return model.document.components.schemas[name] as Schema;
}

function interfaceText(model: ContractModel, name: string): string {
  const schema = schemaOf(model, name);
  const about = docComment({ paragraphs: [schema.description] });
  if (!schema.properties) return `${about}export type ${name} = ${typeText(schema)};\n`;
  const fields = Object.entries(schema.properties).map(([field, property]) => {
    const comment = docComment({ paragraphs: [model.resolveSchema(property).description] }, "  ");
    return `${comment}  ${propertyName(field)}${schema.required?.includes(field) ? "" : "?"}: ${typeText(property)};\n`;
  });
  return `${about}export interface ${name} {\n${fields.join("")}}\n`;
}

function secretFields(model: ContractModel, operations: readonly OperationModel[]): string {
  const fields = new Map<string, string>();
  for (const operation of operations) {
    if (operation.response.kind !== "sealed") continue;
    const properties = model.resolveSchema(operation.response.schema).properties ?? {};
    for (const [name, property] of Object.entries(properties)) {
      const kind = model.resolveSchema(property)["x-sensitive"];
      if (secretKinds.includes(kind as Sensitivity)) fields.set(name, String(kind));
    }
  }
  return [...fields]
    .sort(([a], [b]) => a.localeCompare(b, "en"))
    .map(([name, kind]) => `  ${propertyName(name)}: ${JSON.stringify(kind)},\n`)
    .join("");
}
