import { type ContractPath, isObject, type JsonObject, resolveReference } from "./contract-nodes.ts";

/** A node with its references followed. */
export interface Place {
  /** What stands there: the node itself, or a reference to it. */
  readonly written: JsonObject;
  readonly node: JsonObject;
  readonly path: ContractPath;
}

/** Walks from place to place in a document, across references. */
export interface Places {
  /** The place of a node, or of what a reference leads to. */
  follow(written: unknown, path: ContractPath): Place | undefined;
  /** The node at a field, or further down. */
  child(parent: Place | undefined, ...steps: ContractPath): Place | undefined;
  /** The nodes of a map or a list, by key. */
  children(parent: Place | undefined, field: string): Map<string, Place>;
  /** The properties of an object, those of its `allOf`, `oneOf` and `anyOf` included. */
  properties(schema: Place | undefined): Map<string, Place>;
  /** What a dotted path of properties leads to. */
  propertyAt(schema: Place | undefined, dotted: string): Place | undefined;
  /** Schemas and every schema below them, each once. */
  schemasBelow(roots: Iterable<Place | undefined>): Place[];
  /** What is said of a place by an extension: beside its reference, or in what that leads to. */
  said(place: Place, extension: string): unknown;
}

const COMPOSITIONS = ["allOf", "oneOf", "anyOf"];

export function createPlaces(document: JsonObject): Places {
  const follow: Places["follow"] = (written, path) => {
    const node = resolveReference(document, written);
    return isObject(written) && isObject(node) ? { written, node, path } : undefined;
  };

  const child: Places["child"] = (parent, ...steps) => {
    if (!parent) return undefined;
    const written = steps.reduce<unknown>((found, step) => (found as JsonObject | undefined)?.[step], parent.node);
    return follow(written, [...parent.path, ...steps]);
  };

  const children: Places["children"] = (parent, field) => {
    const container = parent?.node[field];
    const keys = Array.isArray(container) ? [...container.keys()] : Object.keys(isObject(container) ? container : {});
    const found = keys.map((key) => [String(key), child(parent, field, key)] as const);
    return new Map(found.filter((entry): entry is [string, Place] => entry[1] !== undefined));
  };

  const partsOf = (schema: Place) => COMPOSITIONS.flatMap((field) => [...children(schema, field).values()]);

  const properties = (schema: Place | undefined, above: readonly JsonObject[] = []): Map<string, Place> => {
    if (!schema || above.includes(schema.node)) return new Map();
    const parts = partsOf(schema).flatMap((part) => [...properties(part, [...above, schema.node])]);
    return new Map([...parts, ...children(schema, "properties")]);
  };

  const collect = (schema: Place | undefined, found: Map<JsonObject, Place>): void => {
    if (!schema || found.has(schema.node)) return;
    found.set(schema.node, schema);
    for (const field of ["items", "additionalProperties", "not"]) collect(child(schema, field), found);
    const many = ["properties", "prefixItems"].flatMap((field) => [...children(schema, field).values()]);
    for (const below of [...many, ...partsOf(schema)]) collect(below, found);
  };

  return {
    follow,
    child,
    children,
    properties: (schema) => properties(schema),
    propertyAt: (schema, dotted) =>
      dotted.split(".").reduce<Place | undefined>((found, name) => properties(found).get(name), schema),
    schemasBelow: (roots) => {
      const found = new Map<JsonObject, Place>();
      for (const root of roots) collect(root, found);
      return [...found.values()];
    },
    said: ({ written, node }, extension) => written[extension] ?? node[extension],
  };
}
