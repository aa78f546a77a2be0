import type { OperationKey } from "./call-operation.ts";

/** The value of an operation's arguments, by name. */
export type ArgumentValues = Readonly<Record<string, unknown>>;

/**
 * The key of a query: `["wisekit", resource, method, arguments]`, with `"infinite"` as a fifth part if it holds pages.
 * Every beginning of it is a usable filter, also one with some of the arguments only.
 */
export type WiseQueryKey = readonly [...OperationKey, args: ArgumentValues, infinite?: "infinite"];

/** A beginning of a query's key, for filters such as those of `invalidateQueries`. */
export type WiseQueryKeyPrefix = readonly ["wisekit", ...(string | ArgumentValues)[]];

/** The arguments of these names that are set. Whatever else an object holds stays out of keys. */
export function pickArguments(names: readonly string[], args: object): ArgumentValues {
  const values = args as ArgumentValues;
  return Object.fromEntries(names.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]));
}

/** Whether a key is that of an infinite query, whose data are pages. */
export function isInfiniteKey(key: readonly unknown[]): boolean {
  return key[4] === "infinite";
}
