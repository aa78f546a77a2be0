/** An object of the contract whose fields have not been looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A path of keys into the contract; it may lead through references. */
export type ContractPath = readonly (string | number)[];

/** What a node of the contract is. `webhook` is an operation that Wise sends; `property` a schema that has a name in another. */
export type NodeKind =
  | "root"
  | "info"
  | "server"
  | "tag"
  | "defaults"
  | "components"
  | "securityScheme"
  | "path"
  | "operation"
  | "webhookPath"
  | "webhook"
  | "parameter"
  | "requestBody"
  | "mediaType"
  | "response"
  | "header"
  | "schema"
  | "property"
  | "example";

/** A node, as it is written, with its kind and the path by which it is first reached. */
export interface ContractNode {
  readonly kind: NodeKind;
  readonly node: JsonObject;
  readonly path: ContractPath;
}

/** What stands at a field: a node, a list of them or a map. */
export type Part = readonly [shape: "one" | "list" | "map", kind: NodeKind];
type Parts = Readonly<Record<string, Part>>;

/** The methods of OpenAPI 3.1. */
export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

const pathParts: Parts = { servers: ["list", "server"], parameters: ["list", "parameter"] };
const methodsOf = (kind: NodeKind): Parts => Object.fromEntries(METHODS.map((method) => [method, ["one", kind]]));
const operationParts: Parts = { ...pathParts, requestBody: ["one", "requestBody"], responses: ["map", "response"] };
const examples: Parts = { examples: ["map", "example"] };
const content: Parts = { content: ["map", "mediaType"] };
const schemaParts: Parts = {
  ...Object.fromEntries(
    ["allOf", "oneOf", "anyOf", "prefixItems"].map((key): [string, Part] => [key, ["list", "schema"]]),
  ),
  ...Object.fromEntries(
    ["items", "additionalProperties", "not", "contains", "propertyNames", "if", "then", "else"].map(
      (key): [string, Part] => [key, ["one", "schema"]],
    ),
  ),
  properties: ["map", "property"],
  patternProperties: ["map", "schema"],
};

const PARTS: Readonly<Record<NodeKind, Parts>> = {
  root: {
    info: ["one", "info"],
    servers: ["list", "server"],
    tags: ["list", "tag"],
    "x-operation-defaults": ["one", "defaults"],
    paths: ["map", "path"],
    webhooks: ["map", "webhookPath"],
    components: ["one", "components"],
  },
  info: {},
  server: {},
  tag: {},
  defaults: { parameters: ["list", "parameter"], responseHeaders: ["map", "header"], responses: ["map", "response"] },
  // What else is in the components is reached through the references to it.
  components: { securitySchemes: ["map", "securityScheme"] },
  securityScheme: {},
  path: { ...pathParts, ...methodsOf("operation") },
  operation: operationParts,
  webhookPath: { ...pathParts, ...methodsOf("webhook") },
  webhook: operationParts,
  parameter: { schema: ["one", "schema"], ...examples, ...content },
  requestBody: content,
  mediaType: { schema: ["one", "schema"], ...examples },
  response: { headers: ["map", "header"], ...content },
  header: { schema: ["one", "schema"], ...examples, ...content },
  schema: schemaParts,
  property: schemaParts,
  example: {},
};

/** The parts of a kind of node, by field. */
export function partsOfKind(kind: NodeKind): Readonly<Partial<Record<string, Part>>> {
  return PARTS[kind];
}

/** Whether a value is an object that is no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value itself, or what its `$ref` points to within the document. */
export function resolveReference(document: JsonObject, value: unknown): unknown {
  let found = value;
  for (let steps = 0; isObject(found) && typeof found.$ref === "string"; steps++) {
    if (steps > 100) return undefined;
    found = pointerSteps(found.$ref).reduce<unknown>(valueAt, document);
  }
  return found;
}

/** The keys of a JSON pointer. */
export function pointerSteps(pointer: string): string[] {
  const steps = pointer.split("/").slice(1);
  return /[~%]/.test(pointer) ? steps.map(unescapeStep) : steps;
}

function unescapeStep(step: string): string {
  return decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
}

function valueAt(value: unknown, step: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[step] : undefined;
}

/** Every node of a bundled contract once, along with each reference that has something written beside it. */
export function nodesOf(document: JsonObject): ContractNode[] {
  const nodes: ContractNode[] = [];
  const seen = new Set<JsonObject>();
  const visit = (place: ContractNode): void => {
    if (seen.has(place.node)) return;
    seen.add(place.node);
    nodes.push(place);
    if (typeof place.node.$ref === "string") {
      const target = resolveReference(document, place.node);
      const kind = place.kind === "property" ? "schema" : place.kind;
      if (isObject(target)) visit({ kind, node: target, path: place.path });
    }
    for (const part of partsOf(place)) visit(part);
  };
  visit({ kind: "root", node: document, path: [] });
  return nodes;
}

function partsOf({ kind, node, path }: ContractNode): ContractNode[] {
  const parts: ContractNode[] = [];
  for (const [key, value] of Object.entries(node)) {
    const part = Object.hasOwn(PARTS[kind], key) ? PARTS[kind][key] : undefined;
    if (!part) continue;
    const [shape, partKind] = part;
    const entries: [string | number | undefined, unknown][] =
      shape === "one" ? [[undefined, value]] : entriesOf(value, extensible.has(partKind));
    for (const [step, below] of entries) {
      if (!isObject(below)) continue;
      parts.push({ kind: partKind, node: below, path: step === undefined ? [...path, key] : [...path, key, step] });
    }
  }
  return parts;
}

/** Kinds that stand in a map which may hold extensions as well. */
export const extensible: ReadonlySet<NodeKind> = new Set(["path", "response"]);

function entriesOf(value: unknown, mayHoldExtensions: boolean): [string | number, unknown][] {
  if (Array.isArray(value)) return value.map((part, index) => [index, part]);
  if (!isObject(value)) return [];
  return Object.entries(value).filter(([key]) => !(mayHoldExtensions && key.startsWith("x-")));
}
