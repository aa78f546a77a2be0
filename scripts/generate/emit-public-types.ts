import { eventName } from "./emit-webhooks.ts";
import { byResource, type ContractModel, capitalise, typeStem } from "./model.ts";
import { contractPackage, exportTypes, generatedNotice } from "./source-text.ts";

/** Every type of the contract that users of the client may name. */
export function emitPublicTypes(model: ContractModel): string {
  const operations = model.operations.filter(({ apiVersion }) => apiVersion === undefined);
  const own = operations.flatMap((operation) => {
    const stem = typeStem(operation);
    return operation.pagination ? [`${stem}Args`, `${stem}AllArgs`, `${stem}Call`] : [`${stem}Args`];
  });
  const resources = [...byResource(operations).keys()].map((resource) => `${capitalise(resource)}Resource`);
  const schemas = ["paths", "components", ...Object.keys(model.document.components.schemas)];
  return [
    `${generatedNotice}\n`,
    exportTypes([...own, ...resources, "Resources"], "./resources.gen.ts"),
    exportTypes(schemas, contractPackage),
    exportTypes([...model.webhooks.map(eventName), "WebhookEvent"], "./webhooks.gen.ts"),
  ].join("");
}
