import type { Schema } from "./contract-document.ts";
import type { ContractModel, OperationModel } from "./model.ts";
import { sealedKinds } from "./sensitive-values.ts";
import { contractPackage, docComment, exportTypes, generatedNotice } from "./source-text.ts";
import { mentionedSchemas, propertyName } from "./type-text.ts";

/** The types of what travels sealed, and which of its fields are secret. */
export function emitCardData(model: ContractModel): string {
  const operations = model.operations.filter((operation) => operation.isSealedExchange);
  return [
    `${generatedNotice}\n`,
    exportTypes(reachable(model, operations.flatMap(schemasOf)), contractPackage),
    "\n",
    docComment({ paragraphs: ["Fields of an opened response that are secret, and the kind of secret each one is."] }),
    `export const sealedFields = {\n${secretFields(model, operations)}} as const;\n`,
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
  const fields = new Map<string, string>();
  for (const { response } of operations) {
    if (response.kind !== "sealed") continue;
    const properties = model.resolveSchema(response.schema).properties ?? {};
    for (const [name, property] of Object.entries(properties)) {
      const kind = model.resolveSchema(property)["x-sensitive"];
      if (sealedKinds.some((sealed) => sealed === kind)) fields.set(name, String(kind));
    }
  }
  return [...fields]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, kind]) => `  ${propertyName(name)}: ${JSON.stringify(kind)},\n`)
    .join("");
}
