import { type ContractNode, type JsonObject, METHODS, nodesOf } from "./contract-nodes.ts";
import { contentSchemas, isJson, type Operation, viewOperation } from "./operation-view.ts";
import { createPlaces, type Place, type Places } from "./places.ts";

/** A bundled contract, its defaults expanded, as the vocabulary sees it. */
export interface ContractView extends Places {
  readonly root: Place;
  readonly nodes: readonly ContractNode[];
  readonly operations: readonly Operation[];
  readonly webhooks: readonly Operation[];
}

export function viewContract(document: JsonObject): ContractView {
  const places = createPlaces(document);
  const root: Place = { written: document, node: document, path: [] };
  const operationsAt = (field: string) =>
    [...places.children(root, field)].flatMap(([url, item]) =>
      METHODS.filter((method) => places.child(item, method)).map((method) =>
        viewOperation(places, root, item, url, method),
      ),
    );
  let nodes: readonly ContractNode[] | undefined;
  return {
    ...places,
    root,
    get nodes() {
      nodes ??= nodesOf(document);
      return nodes;
    },
    operations: operationsAt("paths"),
    webhooks: operationsAt("webhooks"),
  };
}

/** The operation of that name in the same version of the API. */
export function operationNamed(view: ContractView, name: unknown, version: string | undefined): Operation | undefined {
  return view.operations.find((operation) => operation.name === name && operation.version === version);
}

/** Says that an operation has no such argument, if it has none. */
export function unknownArgument(operation: Operation, name: unknown): string[] {
  const names = operation.arguments.map((argument) => argument.name);
  if (names.includes(String(name))) return [];
  return [`${operation.name} has no argument ${name}; it has ${names.join(", ") || "none"}`];
}

/** The schema of what a successful call gives as JSON. */
export function successSchema(view: ContractView, operation: Operation): Place | undefined {
  const successes = [...operation.responses].filter(([status]) => status.startsWith("2"));
  return successes
    .flatMap(([, response]) => [...contentSchemas(view, response)])
    .find(([mediaType]) => isJson(mediaType))?.[1];
}
