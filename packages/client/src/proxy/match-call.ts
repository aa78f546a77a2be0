import { optionHeaders } from "../generated/options.gen.ts";
import type { ProxyOperationName } from "../generated/proxy-facts.gen.ts";
import type { Operation } from "../operation.ts";
import { buildPath } from "../request/build-path.ts";
import type { OperationScope } from "./operation-scope.ts";
import type { ServedOperation } from "./served-operations.ts";

/** A request to a proxy, as the contract reads it. */
export interface ProxyCall {
  readonly operation: ProxyOperationName;
  /** The profile that the call is about; absent where the request names none. */
  readonly profileId: string | undefined;
  /** The card that the call is about; absent where the request names none. */
  readonly cardToken: string | undefined;
}

/** A call with everything that is forwarded of it, except for its body. */
export interface MatchedCall {
  readonly call: ProxyCall;
  readonly operation: Operation;
  readonly scope: OperationScope;
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Finds the operation that a request is for; nothing if there is none. */
export type MatchCall = (request: Request, path: string) => MatchedCall | undefined;

/**
 * Matches requests with the operations that a grant can name, given all that there are: a path that is another operation's
 * own is no value of a parameter, whether or not a grant can name that one (OpenAPI 3.1, "Path Templating Matching").
 */
export function createMatchCall(all: readonly Operation[], served: ReadonlyMap<string, ServedOperation>): MatchCall {
  const patterns = new Map(all.map((operation) => [rankOf(operation), patternOf(operation)]));
  const ranks = [...patterns.keys()].sort();
  const named = new Map(
    [...served.values()].map((each) => [`${each.operation.method} ${rankOf(each.operation)}`, each]),
  );
  return (request, path) => {
    const rank = ranks.find((each) => patterns.get(each)?.test(path));
    const found = rank === undefined ? undefined : named.get(`${request.method} ${rank}`);
    const segments = found && patternOf(found.operation).exec(path)?.slice(1);
    return segments && readCall(found, segments, request);
  };
}

/** The path of an operation, so that in alphabetical order text comes before what a parameter stands for. */
function rankOf({ pathPieces }: Operation): string {
  return pathPieces.map((piece, index) => (index % 2 ? "\uffff" : piece)).join("");
}

function patternOf({ pathPieces }: Operation): RegExp {
  const pieces = pathPieces.map((piece, index) =>
    index % 2 ? "([^/]+)" : piece.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  return new RegExp(`^${pieces.join("")}$`);
}

// What needs no percent-encoding: no value of the contract does, and a decoded slash could be read as a path behind us.
const plainValue = /^(?!\.+$)[\w.~-]+$/;

/** The call, unless a value could change its path, here or further on. */
function readCall(
  { operation, scope }: ServedOperation,
  segments: readonly string[],
  request: Request,
): MatchedCall | undefined {
  const inPath = operation.pathPieces.filter((_, index) => index % 2);
  const values: Record<string, string> = Object.fromEntries(
    inPath.map((name, index) => [name, segments[index] as string]),
  );
  const query = readQuery(operation, new URL(request.url).search);
  const headers = forwardedHeaders(operation, request);
  const [profileId, cardToken] = [scope.profile, scope.card].map((name) => {
    const place = operation.places.get(name ?? "");
    if (!place || name === undefined) return undefined;
    if (place.in === "header") return headers[place.wireName];
    return place.in === "query" ? query.find((part) => part.name === name)?.value : values[name];
  });
  const seen = [...segments, profileId, cardToken].filter((value) => value !== undefined);
  if (!seen.every((value) => plainValue.test(value))) return undefined;
  const path = buildPath("proxy", operation.pathPieces, values);
  const target = query.length > 0 ? `${path}?${query.map(({ text }) => text).join("&")}` : path;
  const name = operation.name as ProxyOperationName;
  return { call: { operation: name, profileId, cardToken }, operation, scope, target, headers };
}

/** Those of the operation, of arguments and of options; the idempotency key is the caller's, and the proxy makes none. */
function forwardedHeaders({ headers, places, key }: Operation, request: Request): Record<string, string> {
  const forwarded: Record<string, string> = { ...headers };
  const ofArguments = [...places.values()].filter((place) => place.in === "header").map(({ wireName }) => wireName);
  const ofKey = key && "header" in key ? [key.header] : [];
  for (const name of [...ofArguments, ...Object.values(optionHeaders), ...ofKey]) {
    const value = request.headers.get(name);
    if (value !== null) forwarded[name] = value;
  }
  return forwarded;
}

interface QueryPart {
  readonly name: string;
  readonly value: string;
  readonly text: string;
}

/** The parameters that the contract knows, as they came: each once, unless it is an array. */
function readQuery({ places, repeated }: Operation, search: string): QueryPart[] {
  const byWireName = new Map(
    [...places].flatMap(([name, place]) => (place.in === "query" ? [[place.wireName, name]] : [])),
  );
  const parts: QueryPart[] = [];
  for (const text of search.slice(1).split("&")) {
    const at = text.indexOf("=");
    const name = byWireName.get(at < 0 ? text : text.slice(0, at));
    if (name === undefined) continue;
    if (!repeated?.includes(name) && parts.some((part) => part.name === name)) continue;
    parts.push({ name, value: at < 0 ? "" : text.slice(at + 1), text });
  }
  return parts;
}
