import { contentSchemas, isJson } from "../operation-view.ts";
import { ARGUMENT, type CrossCheck, type Extension, type Finding } from "./extension.ts";

interface Discriminators {
  readonly type: string;
  readonly version: string;
}

const everyPayloadHasThem: CrossCheck = (view) => {
  const names = view.root.node["x-webhook-discriminators"] as Discriminators | undefined;
  if (!names) return [];
  return view.webhooks.flatMap(({ body, path }): Finding[] => {
    const json = [...contentSchemas(view, body)].find(([mediaType]) => isJson(mediaType))?.[1];
    if (!json) return [{ path, reason: "a webhook has a JSON body" }];
    const properties = view.properties(json);
    return [names.type, names.version]
      .filter((name) => typeof properties.get(name)?.node.const !== "string")
      .map((name) => ({ path: json.path, reason: `the payload needs the property ${name} with a const string` }));
  });
};

const distinctEvents: CrossCheck = (view) => {
  const names = view.root.node["x-webhook-discriminators"] as Discriminators | undefined;
  const seen = new Map<string, string>();
  return view.webhooks.flatMap(({ body, path, url }): Finding[] => {
    const properties = view.properties([...contentSchemas(view, body).values()][0]);
    const values = names && [names.type, names.version].map((name) => properties.get(name)?.node.const);
    if (!values || values.includes(undefined)) return [];
    const key = values.join(" ");
    const first = seen.get(key);
    seen.set(key, first ?? url);
    return first === undefined ? [] : [{ path, reason: `the webhook ${first} has the same event and version: ${key}` }];
  });
};

/** Extensions about webhooks. */
export const webhookRows: readonly Extension[] = [
  {
    name: "x-webhook-discriminators",
    places: ["root"],
    value: {
      type: "object",
      properties: { type: ARGUMENT, version: ARGUMENT },
      required: ["type", "version"],
      additionalProperties: false,
    },
    expected: "`{ type, version }`, two names of properties",
    demand: {
      where: "a document with `webhooks`",
      missing: ({ root, webhooks }) =>
        webhooks.length > 0 && root.node["x-webhook-discriminators"] === undefined ? [{ path: ["webhooks"] }] : [],
    },
    checks: [everyPayloadHasThem, distinctEvents],
    meaning:
      "The properties that tell the payloads of webhooks apart. Every payload has both, each with a `const`: the event and the version of its schema.",
    readers: ["client", "mock"],
  },
];
