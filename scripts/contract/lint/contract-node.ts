import type { Location, Oas3Operation, Oas3PathItem, UserContext } from "@redocly/openapi-core";

/** A node of the contract whose fields have not been looked at yet. */
export type ContractNode = Record<string, unknown>;

/** A node with the file and pointer that it stands at, so that a problem can name its line. */
export interface Place {
  node: ContractNode;
  location: Location;
}

/** Whether a value is an object that is no list. */
export function isNode(value: unknown): value is ContractNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Follows references until there is an object, or gives nothing where there is none. */
export function follow(context: UserContext, value: unknown, location: Location): Place | undefined {
  if (!isNode(value)) return undefined;
  if (typeof value.$ref !== "string") return { node: value, location };
  const target = context.resolve({ $ref: value.$ref }, location.source.absoluteRef);
  return target.location && follow(context, target.node, target.location);
}

/** The entries of an object that holds nodes by name, each followed to where it is written. */
export function children(context: UserContext, place: Place | undefined, field: string): Map<string, Place> {
  const found = new Map<string, Place>();
  const container = place && follow(context, place.node[field], place.location.child([field]));
  for (const [name, value] of Object.entries(container?.node ?? {})) {
    const child = container && follow(context, value, container.location.child([name]));
    if (child) found.set(name, child);
  }
  return found;
}

/** The members of a list of nodes, each followed to where it is written. */
export function members(context: UserContext, place: Place, field: string): Place[] {
  const list = place.node[field];
  if (!Array.isArray(list)) return [];
  return list.flatMap((value, index) => follow(context, value, place.location.child([field, index])) ?? []);
}

/** A schema and every schema below it, each once, however often it is referenced. */
export function* schemasBelow(context: UserContext, schema: Place, seen = new Set<ContractNode>()): Generator<Place> {
  if (seen.has(schema.node)) return;
  seen.add(schema.node);
  yield schema;
  const single = ["items", "additionalProperties", "not"].map((field) =>
    follow(context, schema.node[field], schema.location.child([field])),
  );
  const lists = ["allOf", "oneOf", "anyOf", "prefixItems"].flatMap((field) => members(context, schema, field));
  for (const below of [...children(context, schema, "properties").values(), ...single, ...lists]) {
    if (below) yield* schemasBelow(context, below, seen);
  }
}

/** An operation as a visitor meets it, nested in its path. */
export interface OperationVisit {
  operation: Place;
  path: Place;
}

/** The arguments of a visitor of `PathItem: { Operation }`, as places. */
export function operationVisit(
  node: Oas3Operation,
  context: UserContext,
  parents: { PathItem: Oas3PathItem },
): OperationVisit {
  const path = context.parentLocations.PathItem;
  if (!path) throw new TypeError("an operation is visited outside of a path");
  return {
    operation: { node: node as unknown as ContractNode, location: context.location },
    path: { node: parents.PathItem as unknown as ContractNode, location: path },
  };
}

/** The parameters of an operation, those of its path included. */
export function parametersOf(context: UserContext, { operation, path }: OperationVisit): Place[] {
  return [...members(context, path, "parameters"), ...members(context, operation, "parameters")];
}

/** The schemas of all media types of a request body or a response. */
export function bodySchemas(context: UserContext, place: Place | undefined): Place[] {
  return [...children(context, place, "content").values()].flatMap(
    (media) => follow(context, media.node.schema, media.location.child(["schema"])) ?? [],
  );
}

/** Whether a value is a list of distinct strings. */
export function isStringList(value: unknown): value is string[] {
  return (
    Array.isArray(value) && value.every((entry) => typeof entry === "string") && new Set(value).size === value.length
  );
}
