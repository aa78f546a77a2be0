import { optionHeaders } from "./generated/client-facts.gen.ts";
import { type OperationName, operations } from "./generated/operations.gen.ts";
import { type Operation, readOperation } from "./operation.ts";

/** A request to a proxy, as the contract understands it. */
export interface ProxyCall {
  readonly operation: OperationName;
  /** The profile that the call is about, as it stands in the path; absent where the operation names none. */
  readonly profileId: string | undefined;
  /** The card that the call is about; absent where the operation names none. */
  readonly cardToken: string | undefined;
}

/** A call with everything that is forwarded of it, and nothing else. */
export interface ForwardedCall extends ProxyCall {
  readonly method: string;
  /** The template of the path. */
  readonly template: string;
  readonly pathValues: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Names of the fields that the body may have; absent where there is none. */
  readonly bodyFields: ReadonlySet<string> | undefined;
}

/** Finds the operation that a request is for; nothing if the contract has none, or if it is not for a proxy. */
export type FindCall = (request: Request, path: string) => ForwardedCall | undefined;

/** Every operation but those that carry the partner's own credentials. */
export function createCallFinder(): FindCall {
  const routes = Object.entries(operations).flatMap(([resource, methods]) =>
    Object.entries(methods).map(([method, line]) => readOperation(`${resource}.${method}` as OperationName, line)),
  );
  const exposed = routes.filter((operation) => !operation.traits.has("basic"));
  return (request, path) => {
    for (const operation of exposed) {
      const pathValues = operation.method === request.method ? match(operation.path, path) : undefined;
      if (pathValues) return forwarded(operation, pathValues, request);
    }
    return undefined;
  };
}

// What needs no percent-encoding: no value of the contract does, and a decoded slash could be read as a path behind us.
const plainValue = /^(?!\.+$)[\w.~-]+$/;

/** The values of a path's parameters. Those that could change the path, here or further on, are no match. */
function match(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const segment = given[index] ?? "";
    if (!part.startsWith("{")) {
      if (part !== segment) return undefined;
      continue;
    }
    if (!plainValue.test(segment)) return undefined;
    values[part.slice(1, -1)] = segment;
  }
  return values;
}

/** The call, unless the card that it names in a header is none. */
function forwarded(
  operation: Operation,
  pathValues: Record<string, string>,
  request: Request,
): ForwardedCall | undefined {
  const given = new URL(request.url).searchParams;
  const query: Record<string, string> = {};
  const headers: Record<string, string> = {};
  const bodyFields = new Set<string>();
  let cardToken = pathValues.cardToken;
  for (const [name, [place, wireName]] of operation.places) {
    const value = place === "query" ? given.get(wireName) : place === "header" ? request.headers.get(wireName) : null;
    if (place === "json") bodyFields.add(wireName);
    if (value === null) continue;
    if (place === "query") query[wireName] = value;
    else headers[wireName] = value;
    if (name !== "cardToken") continue;
    if (!plainValue.test(value)) return undefined; // It becomes part of a path when the proxy looks whose card it is.
    cardToken = value;
  }
  for (const wireName of Object.values(optionHeaders)) {
    const value = request.headers.get(wireName);
    if (value !== null) headers[wireName] = value;
  }
  return {
    operation: operation.name,
    method: operation.method,
    template: operation.path,
    profileId: pathValues.profileId,
    cardToken,
    pathValues,
    query,
    headers,
    bodyFields: operation.traits.has("json") ? bodyFields : undefined,
  };
}
