import { type ContractPath, isObject, type JsonObject } from "./contract-nodes.ts";
import { viewContract } from "./contract-view.ts";
import type { Operation } from "./operation-view.ts";
import type { Place, Places } from "./places.ts";

/** A contract in which every operation says for itself what `x-operation-defaults` says for all. */
export interface ExpandedContract {
  readonly document: JsonObject;
  /** Where a path of the expanded document is written: what was added is written in `x-operation-defaults`. */
  origin(path: ContractPath): ContractPath;
}

const DEFAULTS = "x-operation-defaults";

interface Defaults {
  readonly parameters?: readonly JsonObject[];
  /** By name. */
  readonly responseHeaders?: JsonObject;
  /** By status. */
  readonly responses?: JsonObject;
}

/** Expands `x-operation-defaults` of a bundled document, which stays as it is. */
export function expandDefaults(bundled: JsonObject): ExpandedContract {
  const { [DEFAULTS]: defaults, ...document } = structuredClone(bundled);
  if (!isObject(defaults)) return { document: bundled, origin: (path) => path };
  const origins = new Map<string, ContractPath>();
  const note: Note = (at, ...from) => origins.set(JSON.stringify(at), [DEFAULTS, ...from]);
  const view = viewContract(document);
  const { parameters = [], responses = {}, responseHeaders = {} }: Defaults = defaults;
  const addHeaders = headerAdder(responseHeaders, note);
  for (const operation of view.operations) {
    addParameters(view, operation, parameters, note);
    addResponses(operation, responses, note);
    for (const response of view.children(operation, "responses").values()) addHeaders(response);
  }
  return { document, origin: (path) => originOf(origins, path) };
}

function originOf(origins: ReadonlyMap<string, ContractPath>, path: ContractPath): ContractPath {
  for (let length = path.length; length > 0; length--) {
    const from = origins.get(JSON.stringify(path.slice(0, length)));
    if (from) return [...from, ...path.slice(length)];
  }
  return path;
}

/** Notes that what is added at a path is written at another of the defaults. */
type Note = (at: ContractPath, ...from: ContractPath) => void;

function addParameters(places: Places, operation: Operation, defaults: readonly JsonObject[], note: Note): void {
  const keyOf = ({ node }: Place) => `${node.in} ${node.name}`.toLowerCase();
  const known = operation.parameters.map(keyOf);
  const list: unknown[] = Array.isArray(operation.node.parameters) ? [...operation.node.parameters] : [];
  defaults.forEach((parameter, index) => {
    const place = places.follow(parameter, []);
    if (!place || known.includes(keyOf(place))) return;
    note([...operation.path, "parameters", list.length], "parameters", index);
    list.push(parameter);
  });
  if (list.length > 0) Object.assign(operation.node, { parameters: list });
}

function addResponses(operation: Operation, defaults: JsonObject, note: Note): void {
  const own = isObject(operation.node.responses) ? operation.node.responses : {};
  const missing = Object.keys(defaults).filter((status) => !(status in own) && canHappen(operation, status));
  for (const status of missing) note([...operation.path, "responses", status], "responses", status);
  const added = Object.fromEntries(missing.map((status) => [status, defaults[status]]));
  Object.assign(operation.node, { responses: { ...own, ...added } });
}

/** Nothing can be refused where nothing is given, and no token where none is taken. */
function canHappen({ arguments: given, security }: Operation, status: string): boolean {
  if (status === "400") return given.length > 0;
  if (status === "401" || status === "403") return security.some(({ node }) => node.scheme === "bearer");
  return true;
}

/** Adds to each response the headers that it lacks: to one that several operations share, once. */
function headerAdder(defaults: JsonObject, note: Note): (response: Place) => void {
  const added = new Map<JsonObject, readonly string[]>();
  return ({ node, path }) => {
    const own = isObject(node.headers) ? node.headers : {};
    const known = new Set(Object.keys(own).map((name) => name.toLowerCase()));
    const missing = added.get(node) ?? Object.keys(defaults).filter((name) => !known.has(name.toLowerCase()));
    for (const name of missing) note([...path, "headers", name], "responseHeaders", name);
    if (added.has(node) || missing.length === 0) return;
    added.set(node, missing);
    const headers = Object.fromEntries(missing.map((name) => [name, defaults[name]]));
    Object.assign(node, { headers: { ...headers, ...own } });
  };
}
