"use client";

import { type SkipToken, skipToken, type UseQueryOptions, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { WiseError } from "@wisekit/client";
import type { QueryFactory } from "./query-factory.ts";
import type { WiseQueryKey } from "./query-key.ts";
import { useOperation } from "./use-operation.ts";

type QueryHookOptions<Data, Selected> = UseQueryOptions<Data, WiseError, Selected, WiseQueryKey>;
/** Options of a hook of a read: those of `useQuery` that the contract leaves open. */
export type UseWiseQueryOptions<Data, Selected = Data> = Omit<
  QueryHookOptions<Data, Selected>,
  "queryKey" | "queryFn" | "retry"
>;

/** `useQuery` over a factory. `skipToken` for arguments makes it wait. */
export function useWiseQuery<Args, Data, Selected>(
  factory: QueryFactory<Args, Data>,
  args?: Args | SkipToken,
  options?: UseWiseQueryOptions<Data, Selected>,
): UseQueryResult<Selected, WiseError> {
  const key = factory.key();
  useOperation(key);
  const own = args === skipToken ? { queryKey: [...key, "skipped"], queryFn: skipToken } : factory(args as Args);
  // Last, so that untyped code cannot replace key, function and retry either.
  return useQuery({ ...options, ...own } as QueryHookOptions<Data, Selected>);
}
