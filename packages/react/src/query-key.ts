import type { OperationName } from "./operation-call.ts";

/**
 * The key of a read: `["wisekit", resource, method, arguments]`, and a fifth part `"infinite"` if it holds pages. Every
 * beginning of it is a usable filter, also one whose arguments are only some.
 */
export type ReadKey = readonly ["wisekit", string, string, Readonly<Record<string, unknown>>, "infinite"?];

/** A beginning of a key, for filters such as those of `invalidateQueries`. */
export type ReadKeyFilter = readonly ["wisekit", ...(string | Readonly<Record<string, unknown>>)[]];

/** The arguments of this name that are set. Whatever else an object holds stays out of keys. */
export function pickArguments(names: readonly string[], args: object): Record<string, unknown> {
  const given = args as Record<string, unknown>;
  return Object.fromEntries(names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]));
}

export function readKey({ resource, method }: OperationName, args: Record<string, unknown>): ReadKey {
  return ["wisekit", resource, method, args];
}

/** Whether a key is that of an infinite query, whose data are pages. */
export function isInfiniteKey(key: readonly unknown[]): boolean {
  return key[4] === "infinite";
}
