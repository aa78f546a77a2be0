import { buildPath, encode } from "./build-path.ts";
import type { Operation } from "./operation.ts";

/** What goes out, without what the client adds: its address, its token, its own headers. */
export interface WireRequest {
  /** Path and query. */
  readonly target: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
}

/**
 * Sorts the arguments of a call into path, query, headers and body. Unknown and missing arguments, and values that
 * cannot travel, are a `TypeError`; its message names the argument and never its value.
 */
export function buildRequest(operation: Operation, args: unknown): WireRequest {
  const values = (args ?? {}) as Record<string, unknown>;
  if (typeof values !== "object") throw new TypeError(`${operation.name} takes an object`);
  const headers: Record<string, string> = {};
  const body: Record<string, unknown> = {};
  let query = "";
  for (const name of Object.keys(values)) {
    const value = values[name];
    const place = operation.places.get(name);
    if (!place) throw unknownName(operation.name, "argument", name, operation.places.keys());
    if (value === undefined) continue;
    assertNumber(name, value);
    const [where, wireName] = place;
    if (where === "query") query += `${query ? "&" : "?"}${wireName}=${encode(name, value)}`;
    else if (where === "header") headers[wireName] = headerValue(name, String(value));
    else if (where === "json" || where === "form") body[wireName] = value;
  }
  for (const name of operation.required) {
    if (values[name] === undefined) throw new TypeError(`${operation.name} needs ${name}`);
  }
  const basic = operation.traits.get("basic")?.split(",");
  if (basic) headers.authorization = `Basic ${base64(basic.map((name) => values[name]).join(":"))}`;
  return { target: buildPath(operation.pieces, values) + query, headers, body: bodyText(operation, body, headers) };
}

function bodyText({ traits }: Operation, fields: Record<string, unknown>, headers: Record<string, string>) {
  if (traits.has("json")) {
    headers["content-type"] = "application/json";
    return JSON.stringify(fields);
  }
  if (!traits.has("form")) return undefined;
  headers["content-type"] = "application/x-www-form-urlencoded";
  return String(new URLSearchParams(fields as Record<string, string>));
}

/** The value, or a `TypeError` if no header can carry it. */
export function headerValue(name: string, value: unknown): string {
  if (typeof value !== "string" || value === "" || /[^\t\x20-\x7e\x80-\xff]/.test(value))
    throw new TypeError(`no header can carry this ${name}`);
  return value;
}

/** The mistake of naming what is not there. */
export function unknownName(what: string, kind: string, name: string, known: Iterable<string>): TypeError {
  return new TypeError(`${what} has no ${kind} ${name}; it takes ${[...known].join(", ")}`);
}

function assertNumber(name: string, value: unknown): void {
  if (!isExact(value)) throw new TypeError(`${name} cannot be sent exactly`);
}

/** Whether the value, if it is a number, is a fraction or an integer that is what it seems. */
export function isExact(value: unknown): boolean {
  return typeof value !== "number" || Number.isSafeInteger(value) || Boolean(value % 1);
}

/** Base64 of the text's UTF-8 bytes (RFC 7617, section 2.1). */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
