import type { BasicCredentials, Operation } from "../operation.ts";
import { unknownName } from "../options/assert-options.ts";
import { buildPath, encode } from "./build-path.ts";
import { assertExact } from "./exact-number.ts";
import { headerValue } from "./header-value.ts";
import { createIdempotencyKey } from "./idempotency-key.ts";
import { buildBody } from "./request-body.ts";
import type { WireRequest } from "./wire-request.ts";
import type { WriteJson } from "./write-json.ts";

/** What a request is made with, beside its arguments. */
export interface RequestParts {
  /** Absent: `JSON.stringify`. */
  readonly writeJson?: WriteJson | undefined;
  /** Absent: a new one, where the operation takes one. */
  readonly idempotencyKey?: string | undefined;
}

const none: readonly string[] = [];

/**
 * Sorts the arguments of a call into path, query, headers and body. Unknown and missing arguments, and values that
 * cannot travel, are a `TypeError`. Its message names the argument and never its value. A keyed call gets its
 * idempotency key here, unless it is given one, so that it stays the same over all attempts.
 */
export function buildRequest(
  operation: Operation,
  args: unknown,
  { writeJson, idempotencyKey: givenKey }: RequestParts = {},
): WireRequest {
  const where = `${operation.name}()`;
  if (typeof (args ?? {}) !== "object") throw new TypeError(`${where}: arguments must be an object`);
  const { key } = operation;
  let idempotencyKey: string | undefined;
  let values = (args ?? {}) as Readonly<Record<string, unknown>>;
  const headers: Record<string, string> = { ...operation.headers };
  if (key && "header" in key) {
    idempotencyKey = headerValue(where, "idempotencyKey", givenKey ?? createIdempotencyKey());
    headers[key.header] = idempotencyKey;
  } else if (key) {
    idempotencyKey = String(values[key.argument] ?? createIdempotencyKey());
    values = { ...values, [key.argument]: idempotencyKey };
  }
  const fields: Record<string, unknown> = {};
  const query: string[] = [];
  for (const name of Object.keys(values)) {
    const value = values[name];
    const place = operation.places.get(name);
    if (!place) throw unknownName(where, "argument", name, operation.places.keys());
    if (value === undefined) continue;
    if (typeof value !== "string") assertExact(where, value, { name, path: name, amounts: operation.amounts ?? none });
    if (place.in === "query") query.push(...queryParts(operation, where, name, value));
    else if (place.in === "header") headers[place.wireName] = headerValue(where, name, plainText(where, name, value));
    else if (place.in === "body") fields[place.wireName] = value;
  }
  for (const name of operation.needed) {
    if (values[name] === undefined) throw new TypeError(`${where}: ${name} is required`);
  }
  if (hasCredentials(operation)) headers.authorization = basicAuthorization(operation.auth, values);
  const body = buildBody(where, operation.body, fields, writeJson);
  if (body?.mediaType) headers["content-type"] = body.mediaType;
  const path = buildPath(where, operation.pathPieces, values);
  const target = query.length > 0 ? `${path}?${query.join("&")}` : path;
  return { target, headers, body: body?.content, idempotencyKey };
}

/** `tags=a&tags=b` for an array, or `tags=a,b` where the contract says so. */
function queryParts(operation: Operation, where: string, name: string, value: unknown): string[] {
  const { places, repeated, commaSeparated } = operation;
  const wireName = places.get(name)?.wireName;
  const isArray = repeated?.includes(name) || commaSeparated?.includes(name);
  if (isArray && !Array.isArray(value)) throw new TypeError(`${where}: ${name} must be an array`);
  const items = (isArray ? (value as unknown[]) : [value]).map((item) =>
    encode(where, name, plainText(where, name, item)),
  );
  if (items.length === 0) return [];
  return commaSeparated?.includes(name)
    ? [`${wireName}=${items.join(",")}`]
    : items.map((item) => `${wireName}=${item}`);
}

function plainText(where: string, name: string, value: unknown): string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  throw new TypeError(`${where}: ${name} must be a string, a number or a boolean`);
}

function hasCredentials(operation: Operation): operation is Operation & { readonly auth: BasicCredentials } {
  return typeof operation.auth === "object" && "user" in operation.auth;
}

/** HTTP Basic in UTF-8 (RFC 7617, section 2.1). */
function basicAuthorization({ user, password }: BasicCredentials, values: Readonly<Record<string, unknown>>): string {
  const bytes = new TextEncoder().encode(`${values[user]}:${values[password]}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
