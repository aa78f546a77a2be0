import { type ContractModel, capitalise, type WebhookModel } from "./model.ts";
import { contractPackage, docComment, generatedNotice, importTypes } from "./source-text.ts";

/** A type for each event and version, and the union of all. */
export function emitWebhooks(model: ContractModel): string {
  const { webhooks } = model;
  const types = webhooks.map((webhook) => {
    const { type, version, description } = webhook;
    const about = docComment({ paragraphs: [description, `Event \`${type}\`, version \`${version}\`.`] });
    return `\n${about}export type ${eventName(webhook)} = ${model.typeText(webhook.schema)};\n`;
  });
  const union = webhooks.map((webhook) => `\n  | ${eventName(webhook)}`).join("");
  const about = docComment({
    paragraphs: ["Every event that Wise delivers. Event and version tell which one it is."],
  });
  const text = `${types.join("")}\n${about}export type WebhookEvent =${union === "" ? " never" : union};\n`;
  const words = new Set(text.match(/\w+/g));
  const schemas = Object.keys(model.document.components.schemas).filter((name) => words.has(name));
  return `${generatedNotice}\n${importTypes(schemas.sort(), contractPackage)}${text}`;
}

/** `cardStatusChange` → `CardStatusChangeWebhook`. */
export function eventName({ name }: WebhookModel): string {
  return `${name
    .split(/[^A-Za-z0-9]+/)
    .map(capitalise)
    .join("")}Webhook`;
}
