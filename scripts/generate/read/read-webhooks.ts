import { isObject } from "../../contract/contract-nodes.ts";
import { contentSchemas, isJson, type Operation } from "../../contract/operation-view.ts";
import type { Schema } from "../contract-document.ts";
import type { WebhookModel } from "../model.ts";
import type { Review } from "../review.ts";
import { descriptionOf } from "./notes.ts";

/** The events that are delivered to the partner. */
export function readWebhooks(review: Review): WebhookModel[] {
  const discriminators = review.view.root.node["x-webhook-discriminators"];
  if (!isObject(discriminators)) return [];
  return review.view.webhooks.flatMap((webhook) => {
    const read = readWebhook(review, webhook, String(discriminators.type), String(discriminators.version));
    return read ? [read] : [];
  });
}

function readWebhook(review: Review, webhook: Operation, type: string, version: string): WebhookModel | undefined {
  const [content, ...others] = contentSchemas(review.view, webhook.body);
  if (webhook.method !== "post") review.stop(webhook.path, "a webhook is sent by POST");
  if (!content || others.length > 0 || !isJson(content[0])) {
    review.stop(webhook.path, "a webhook has one body, which is JSON");
    return undefined;
  }
  const [, schema] = content;
  const constant = (name: string) => String(review.view.properties(schema).get(name)?.node.const);
  return {
    name: webhook.url,
    type: constant(type),
    version: constant(version),
    schema: schema.written as Schema,
    description: descriptionOf(webhook) ?? descriptionOf(schema),
  };
}
