import { isObject } from "./contract-nodes.ts";
import { type ContractView, viewContract } from "./contract-view.ts";
import { contentSchemas, isJson, type Operation } from "./operation-view.ts";
import type { Place } from "./places.ts";
import type { Finding } from "./vocabulary/extension.ts";
import { factsOf } from "./vocabulary/response-rows.ts";

/** A rule of this house about OpenAPI itself, beside Redocly's own and the vocabulary's. */
export interface OpenapiRule {
  readonly name: string;
  check(view: ContractView): Finding[];
}

function speaks({ node }: Place): boolean {
  return typeof node.description === "string" && node.description.trim() !== "";
}

/** Properties, headers and schemas with a name of their own say what they are; a property may leave it to its schema. */
function undescribed(view: ContractView): Finding[] {
  return view.nodes.flatMap(({ kind, node, path }): Finding[] => {
    const isNamed = kind === "property" || kind === "header" || (kind === "schema" && typeof node.$ref === "string");
    const place = isNamed ? view.follow(node, path) : undefined;
    if (!place || speaks(place) || speaks({ ...place, node })) return [];
    return [{ path: [...path, "description"], reason: `${path.at(-1)} needs a description` }];
  });
}

/** Every object says which of its properties are always there. */
function withoutRequired({ nodes }: ContractView): Finding[] {
  return nodes
    .filter(({ kind, node }) => ["schema", "property"].includes(kind) && isObject(node.properties))
    .filter(({ node }) => !Array.isArray(node.required))
    .map(({ path }) => ({
      path: [...path, "required"],
      reason: "required is missing: the properties that are always there, or an empty list",
    }));
}

/** What every operation has: a correlation id, a trace id, and the errors that any call can meet. */
function incompleteOperations(view: ContractView): Finding[] {
  return view.operations.flatMap((operation) => {
    const { path, parameters, responses, security } = operation;
    const missing = [
      ...(parameters.some(({ node }) => node["x-sdk-option"] === "correlationId")
        ? []
        : ["the parameter with x-sdk-option: correlationId"]),
      ...(security.length > 0 && !responses.has("401") ? ["the response 401"] : []),
      ...(responses.has("429") ? [] : ["the response 429"]),
      ...([...responses.keys()].some((status) => status.startsWith("5")) ? [] : ["a response 5xx"]),
    ];
    return [
      ...missing.map((what) => ({ path, reason: `${what} is missing` })),
      ...[...responses.values()].flatMap((response) => withoutFacts(view, response)),
      ...withoutRetryAfter(view, responses.get("429")),
    ];
  });
}

function withoutFacts(view: ContractView, response: Place): Finding[] {
  const facts = factsOf(view, response);
  return ["traceId", "correlationId"]
    .filter((fact) => !facts.has(fact))
    .map((fact) => ({
      path: [...response.path, "headers", fact],
      reason: `the header with x-sdk-fact: ${fact} is missing`,
    }));
}

function withoutRetryAfter(view: ContractView, response: Place | undefined): Finding[] {
  if (!response || view.children(response, "headers").get("Retry-After")?.node.required === true) return [];
  return [
    {
      path: [...response.path, "headers", "Retry-After", "required"],
      reason: "a 429 has the header Retry-After, required",
    },
  ];
}

/** An operation with an argument can refuse it. */
function withoutBadRequest({ operations }: ContractView): Finding[] {
  return operations
    .filter(({ arguments: given, responses }) => given.length > 0 && !responses.has("400"))
    .map(({ path, arguments: [first] }) => ({
      path,
      reason: `the response 400 is missing: ${first?.name} can be refused`,
    }));
}

/** A webhook is a POST with a JSON body that is always there. */
function oddWebhooks(view: ContractView): Finding[] {
  return view.webhooks.flatMap((webhook): Finding[] => {
    const problem = webhookProblem(view, webhook);
    return problem === undefined ? [] : [{ path: webhook.path, reason: `a webhook ${problem}` }];
  });
}

function webhookProblem(view: ContractView, { method, body }: Operation): string | undefined {
  if (method !== "post") return "is sent by POST";
  const [mediaType, ...more] = contentSchemas(view, body).keys();
  if (mediaType === undefined || !isJson(mediaType) || more.length > 0) return "has one body, which is JSON";
  return body?.node.required === true ? undefined : "has a body that is required";
}

/** Every rule. Each looks at a bundled document with its defaults expanded. */
export const openapiRules: readonly OpenapiRule[] = [
  { name: "descriptions", check: undescribed },
  { name: "required", check: withoutRequired },
  { name: "operation-frame", check: incompleteOperations },
  { name: "bad-request", check: withoutBadRequest },
  { name: "webhooks", check: oddWebhooks },
];

/** A finding of a rule. */
export interface RuleFinding extends Finding {
  readonly rule: string;
}

export function checkOpenapi(document: Parameters<typeof viewContract>[0]): RuleFinding[] {
  const view = viewContract(document);
  return openapiRules.flatMap(({ name, check }) => check(view).map((finding) => ({ rule: name, ...finding })));
}
