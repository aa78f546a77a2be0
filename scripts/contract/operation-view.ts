import { isObject } from "./contract-nodes.ts";
import type { Place, Places } from "./places.ts";

/** An argument of a call, by its name in the SDK: a parameter, a field of the body, or the body as a whole. */
export interface Argument extends Place {
  readonly name: string;
  readonly in: string;
  readonly schema: Place | undefined;
}

/** An operation, or a webhook, with what extensions speak of. */
export interface Operation extends Place {
  readonly method: string;
  /** Its key in `paths` or `webhooks`. */
  readonly url: string;
  readonly item: Place;
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** Whether it changes nothing: `x-retry: read`, which a GET or HEAD need not say. */
  readonly isRead: boolean;
  /** Those of its path included, except where it has one of the same name and place itself. */
  readonly parameters: readonly Place[];
  readonly body: Place | undefined;
  /** Parameters that are neither options nor constant, then the fields of the body, or the body. */
  readonly arguments: readonly Argument[];
  readonly responses: ReadonlyMap<string, Place>;
  /** The security schemes of which any one will do. */
  readonly security: readonly Place[];
}

export function viewOperation(places: Places, root: Place, item: Place, url: string, method: string): Operation {
  const operation = places.child(item, method) as Place;
  const parameters = parametersOf(places, item, operation);
  const body = places.child(operation, "requestBody");
  return {
    ...operation,
    method,
    url,
    item,
    name: word(operation.node["x-sdk-name"]),
    version: word(operation.node["x-api-version"] ?? item.node["x-api-version"]),
    isRead: (operation.node["x-retry"] ?? (isGet(method) ? "read" : undefined)) === "read",
    parameters,
    body,
    arguments: [...parameterArguments(places, parameters), ...bodyArguments(places, body)],
    responses: places.children(operation, "responses"),
    security: securityOf(places, root, operation),
  };
}

function word(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Whether a method can only read. */
export function isGet(method: string): boolean {
  return method === "get" || method === "head";
}

/** Whether a parameter is set by an option of the call: one of its own, or the idempotency key. */
export function isOption({ node }: Place): boolean {
  return node["x-sdk-option"] !== undefined || (node.in === "header" && node["x-idempotency-key"] !== undefined);
}

/** Whether a header has one value only, which the client sends without being asked. */
export function isConstant(places: Places, parameter: Place): boolean {
  const { node } = parameter;
  return node.in === "header" && node.required === true && places.child(parameter, "schema")?.node.const !== undefined;
}

/** The schemas of a request body, a response or anything else that has `content`, by media type. */
export function contentSchemas(places: Places, place: Place | undefined): Map<string, Place> {
  const media = [...places.children(place, "content")].map(([type, of]) => [type, places.child(of, "schema")] as const);
  return new Map(media.filter((entry): entry is [string, Place] => entry[1] !== undefined));
}

/** Whether a media type is JSON, or a dialect of it such as `application/merge-patch+json`; JOSE is text. */
export function isJson(mediaType: string): boolean {
  return /^application\/([\w.-]+\+)?json\b/.test(mediaType) && !mediaType.startsWith("application/jose");
}

function parametersOf(places: Places, item: Place, operation: Place): Place[] {
  const all = [item, operation].flatMap((place) => [...places.children(place, "parameters").values()]);
  return [...new Map(all.map((parameter) => [`${parameter.node.in} ${parameter.node.name}`, parameter])).values()];
}

function parameterArguments(places: Places, parameters: readonly Place[]): Argument[] {
  const shown = parameters.filter((parameter) => !isOption(parameter) && !isConstant(places, parameter));
  return shown.map((parameter) => ({
    ...parameter,
    name: String(parameter.node["x-sdk-argument"] ?? parameter.node.name),
    in: String(parameter.node.in),
    schema: places.child(parameter, "schema"),
  }));
}

function bodyArguments(places: Places, body: Place | undefined): Argument[] {
  if (!body) return [];
  const schema = [...contentSchemas(places, body).values()][0];
  const whole = body.node["x-sdk-argument"];
  if (whole !== undefined) return [{ ...body, name: String(whole), in: "body", schema }];
  return [...places.properties(schema)].map(([wireName, property]) => ({
    ...property,
    name: String(places.said(property, "x-sdk-argument") ?? wireName),
    in: "body",
    schema: property,
  }));
}

function securityOf(places: Places, root: Place, operation: Place): Place[] {
  const requirements = operation.node.security ?? root.node.security;
  const list = Array.isArray(requirements) ? requirements : [];
  const schemes = places.children(places.child(root, "components"), "securitySchemes");
  return list.flatMap((entry) => Object.keys(isObject(entry) ? entry : {})).flatMap((name) => schemes.get(name) ?? []);
}
