import type { OperationName } from "../generated/operation-names.gen.ts";
import { optionHeaders } from "../generated/options.gen.ts";
import type { Operation } from "../operation.ts";
import { buildPath } from "../request/build-path.ts";

/** A request to a proxy, as the contract reads it. */
export interface ProxyCall {
  readonly operation: OperationName;
  /** The profile that the call is about, as it stands in the path; absent where the operation names none. */
  readonly profileId: string | undefined;
  /** The card that the call is about; absent where the operation names none. */
  readonly cardToken: string | undefined;
}

/** A call with everything that is forwarded of it, except for its body. */
export interface MatchedCall {
  readonly call: ProxyCall;
  readonly operation: Operation;
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Finds the operation that a request is for; nothing if there is none. */
export type MatchCall = (request: Request, path: string) => MatchedCall | undefined;

/** Matches requests with these operations. */
export function createMatchCall(operations: readonly Operation[]): MatchCall {
  const routes = operations.map((operation) => ({ operation, pattern: patternOf(operation) }));
  return (request, path) => {
    for (const { operation, pattern } of routes) {
      const match = operation.method === request.method ? pattern.exec(path) : null;
      if (match) return readCall(operation, match.slice(1), request);
    }
    return undefined;
  };
}

/** Whether an operation takes a user's token or none, and not the partner's own token, or its credentials. */
export function isForUsers({ auth }: Operation): boolean {
  return auth === undefined || auth === "none" || (Array.isArray(auth) && auth.includes("user"));
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
function readCall(operation: Operation, segments: readonly string[], request: Request): MatchedCall | undefined {
  const inPath = operation.pathPieces.filter((_, index) => index % 2);
  const values = Object.fromEntries(inPath.map((name, index) => [name, segments[index] ?? ""]));
  const headers: Record<string, string> = { ...operation.headers };
  for (const [name, place] of operation.places) {
    const value = place.in === "header" ? request.headers.get(place.wireName) : null;
    if (value === null) continue;
    headers[place.wireName] = value;
    // It becomes part of a path when the proxy looks whose card it is.
    if (name === "cardToken") values.cardToken = value;
  }
  const { profileId, cardToken } = values;
  if (![...segments, cardToken ?? "-"].every((value) => plainValue.test(value))) return undefined;
  for (const name of forwardedHeaders(operation)) {
    const value = request.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  const path = buildPath("proxy", operation.pathPieces, values);
  const target = path + queryOf(operation, new URL(request.url).search);
  return { call: { operation: operation.name, profileId, cardToken }, operation, target, headers };
}

/** Those of options, the idempotency key's included: the caller makes it, the proxy never does. */
function forwardedHeaders({ key }: Operation): string[] {
  return [...Object.values(optionHeaders), ...(key && "header" in key ? [key.header] : [])];
}

/** The parameters that the contract knows, as they came: each once, unless it is an array. */
function queryOf({ places, repeated }: Operation, search: string): string {
  const byWireName = new Map(
    [...places].flatMap(([name, place]) => (place.in === "query" ? [[place.wireName, name]] : [])),
  );
  const seen = new Set<string>();
  const parts = search
    .slice(1)
    .split("&")
    .filter((part) => {
      const wireName = part.split("=")[0] ?? "";
      const name = byWireName.get(wireName);
      if (name === undefined || (seen.has(name) && !repeated?.includes(name))) return false;
      seen.add(name);
      return true;
    });
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}
