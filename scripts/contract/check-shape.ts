import {
  type ContractNode,
  type ContractPath,
  isObject,
  type JsonObject,
  type NodeKind,
  nodesOf,
  partsOfKind,
} from "./contract-nodes.ts";
import type { Finding } from "./vocabulary/extension.ts";

/** What a field must be, in words, and whether a value is that. */
interface Rule {
  readonly expected: string;
  readonly isMet: (value: unknown) => boolean;
}

const text: Rule = { expected: "text", isMet: (value) => typeof value === "string" };
const flag: Rule = { expected: "true or false", isMet: (value) => typeof value === "boolean" };
const number: Rule = { expected: "a number", isMet: (value) => typeof value === "number" };
const object: Rule = { expected: "an object", isMet: isObject };
const list: Rule = { expected: "a list of objects", isMet: (value) => Array.isArray(value) && value.every(isObject) };
const map: Rule = {
  expected: "a map to objects",
  isMet: (value) => isObject(value) && Object.values(value).every(isObject),
};
const texts: Rule = { expected: "a list of texts", isMet: (value) => Array.isArray(value) && value.every(text.isMet) };
const values: Rule = {
  expected: "a list of at least one value",
  isMet: (value) => Array.isArray(value) && value.length > 0,
};
const members: Rule = {
  expected: "a list of at least one schema",
  isMet: (value) => values.isMet(value) && list.isMet(value),
};
const flagOrObject: Rule = {
  expected: "true, false or a schema",
  isMet: (value) => typeof value === "boolean" || isObject(value),
};
const pattern: Rule = {
  expected: "a regular expression",
  isMet: (value) => typeof value === "string" && isPattern(value),
};
const place = oneOf("path", "query", "header", "cookie");
const types = "array boolean integer null number object string".split(" ");
const type: Rule = {
  expected: `one of ${types.join(", ")}, or a list of them`,
  isMet: (value) => values.isMet([value].flat()) && [value].flat().every((entry) => types.includes(entry as string)),
};

function oneOf(...words: readonly string[]): Rule {
  return { expected: words.join(", "), isMet: (value) => words.includes(value as string) };
}

function isPattern(value: string): boolean {
  try {
    return new RegExp(value, "u").source !== "";
  } catch {
    return false;
  }
}

function never(reason: string): Rule {
  return { expected: reason, isMet: () => false };
}

const note = { summary: text, description: text };
const schema = {
  type,
  description: text,
  deprecated: flag,
  readOnly: flag,
  writeOnly: flag,
  enum: values,
  required: texts,
  format: text,
  pattern,
  ...Object.fromEntries(
    ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength"].map(
      (key) => [key, number],
    ),
  ),
  ...Object.fromEntries(["minItems", "maxItems", "minProperties", "maxProperties"].map((key) => [key, number])),
  properties: map,
  patternProperties: map,
  additionalProperties: flagOrObject,
  items: object,
  prefixItems: members,
  allOf: members,
  oneOf: members,
  anyOf: members,
  nullable: never("left out; a type with null says it in OpenAPI 3.1"),
  ...Object.fromEntries(
    ["$defs", "$id", "$anchor", "$dynamicRef", "$dynamicAnchor"].map((key) => [
      key,
      never("left out; a schema has a name in a file"),
    ]),
  ),
};

type Rules = Readonly<Record<string, Rule>>;

/** What each field must be, if it is there. */
const rules: Readonly<Partial<Record<NodeKind, Rules>>> = {
  root: { openapi: text, info: object, servers: list, security: list, tags: list, paths: map, webhooks: map },
  server: { url: text },
  path: { servers: list, parameters: list },
  operation: {
    ...note,
    operationId: text,
    tags: texts,
    deprecated: flag,
    servers: list,
    security: list,
    parameters: list,
    requestBody: object,
    responses: map,
    callbacks: never("left out; nothing reads them"),
  },
  webhook: { ...note, requestBody: object, responses: map },
  parameter: {
    ...note,
    name: text,
    in: place,
    required: flag,
    deprecated: flag,
    schema: object,
    style: text,
    explode: flag,
  },
  requestBody: { ...note, content: map, required: flag },
  mediaType: { schema: object },
  response: { ...note, headers: map, content: map },
  header: { ...note, schema: object, required: flag },
  schema,
  property: schema,
  securityScheme: { type: text, scheme: text },
};

/** Fields that must be there. */
const needed: Readonly<Partial<Record<NodeKind, readonly string[]>>> = {
  root: ["openapi", "info", "paths"],
  server: ["url"],
  operation: ["responses"],
  parameter: ["name", "in"],
  requestBody: ["content"],
  securityScheme: ["type"],
};

/** Whether a bundled contract is OpenAPI at all: whoever reads it may rely on the form of everything in it. */
export function checkShape(document: JsonObject): Finding[] {
  return nodesOf(document).flatMap((place) => [...wrongFields(place), ...wrongPaths(place)]);
}

function wrongFields({ kind, node, path }: ContractNode): Finding[] {
  const own = rules[kind] ?? {};
  const wrong = Object.entries(node).flatMap(([key, value]): Finding[] => {
    const rule = Object.hasOwn(own, key) ? own[key] : undefined;
    return !rule || rule.isMet(value) ? [] : [finding([...path, key], `${key} must be ${rule.expected}`)];
  });
  if (typeof node.$ref === "string") return wrong;
  const absent = (needed[kind] ?? []).filter((key) => node[key] === undefined);
  return [...wrong, ...absent.map((key) => finding(path, `${key} is missing`))];
}

/** What has a kind of its own is an object. */
function wrongPaths({ kind, node, path }: ContractNode): Finding[] {
  if (kind !== "path" && kind !== "webhookPath") return [];
  return Object.entries(node).flatMap(([key, value]) =>
    partsOfKind(kind)[key]?.[0] === "one" && !isObject(value)
      ? [finding([...path, key], `${key} must be an operation`)]
      : [],
  );
}

function finding(path: ContractPath, reason: string): Finding {
  return { path, reason };
}
