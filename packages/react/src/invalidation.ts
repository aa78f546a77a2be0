import { hashKey, type QueryClient } from "@tanstack/react-query";
import { operationKey } from "./call-operation.ts";
import type { ArgumentValues, WiseQueryKeyPrefix } from "./query-key.ts";

/**
 * The reads whose responses a write changes, from the contract's `x-invalidates`. `by` says which of their queries are
 * meant: `{ read: "cards.get", by: { cardToken: "id" } }` means those whose `cardToken` is the `id` of the write.
 */
export type AffectedReads = readonly { readonly read: string; readonly by: Readonly<Record<string, string>> }[];

/**
 * How the keys of the affected queries begin. An argument that the write leaves out narrows nothing down: all queries
 * may be affected then.
 */
export function affectedKeys(affects: AffectedReads, args: object): WiseQueryKeyPrefix[] {
  const values = args as ArgumentValues;
  return affects.map(({ read, by }) => {
    const identity = Object.entries(by).map(([name, argument]) => [name, values[argument]]);
    return [...operationKey(read), Object.fromEntries(identity.filter(([, value]) => value !== undefined))];
  });
}

/**
 * Invalidates the queries that a write affects and waits for the active ones. Skips those whose invalidation another
 * write has deferred: a response that is read while that write is under way would undo its optimistic update.
 */
export async function invalidateAffected(
  queryClient: QueryClient,
  affects: AffectedReads,
  args: object,
): Promise<void> {
  const invalidations = affectedKeys(affects, args)
    .filter((queryKey) => !deferred.get(queryClient)?.has(hashKey(queryKey)))
    .map((queryKey) => queryClient.invalidateQueries({ queryKey }));
  await Promise.all(invalidations);
}

/** By key: how many writes under way defer its invalidation. */
const deferred = new WeakMap<QueryClient, Map<string, number>>();

/** Defers the invalidation of these keys until the returned function is called. */
export function deferInvalidation(queryClient: QueryClient, keys: readonly WiseQueryKeyPrefix[]): () => void {
  const counts = deferred.get(queryClient) ?? new Map<string, number>();
  deferred.set(queryClient, counts);
  const hashes = keys.map(hashKey);
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return () => {
    for (const hash of hashes) {
      const left = (counts.get(hash) ?? 1) - 1;
      if (left > 0) counts.set(hash, left);
      else counts.delete(hash);
    }
  };
}
