"use client";

import {
  type InfiniteData,
  type SkipToken,
  skipToken,
  type UseInfiniteQueryOptions,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from "@tanstack/react-query";
import type { WiseError } from "@wisekit/client";
import type { InfiniteOptionsFactory, PageParam } from "./infinite-query-factory.ts";
import type { WiseQueryKey } from "./query-key.ts";
import { useOperation } from "./use-operation.ts";

type InfiniteQueryHookOptions<Data, Selected> = UseInfiniteQueryOptions<
  Data,
  WiseError,
  Selected,
  WiseQueryKey,
  PageParam
>;

/** Options of a hook of all pages of a read: those of `useInfiniteQuery` that the contract leaves open. */
export type UseWiseInfiniteQueryOptions<Data, Selected = InfiniteData<Data, PageParam>> = Omit<
  InfiniteQueryHookOptions<Data, Selected>,
  "queryKey" | "queryFn" | "retry" | "initialPageParam" | "getNextPageParam"
>;

/** `useInfiniteQuery` over a factory. `skipToken` for arguments makes it wait. */
export function useWiseInfiniteQuery<AllArgs, Data, Selected>(
  factory: InfiniteOptionsFactory<AllArgs, Data>,
  args?: AllArgs | SkipToken,
  options?: UseWiseInfiniteQueryOptions<Data, Selected>,
): UseInfiniteQueryResult<Selected, WiseError> {
  const key = factory.key();
  useOperation(key);
  const own =
    args === skipToken
      ? { queryKey: [...key, "skipped", "infinite"], queryFn: skipToken, getNextPageParam: () => undefined }
      : factory(args as AllArgs);
  // Last, so that untyped code cannot replace key, function and retry either.
  return useInfiniteQuery({ ...options, ...own } as InfiniteQueryHookOptions<Data, Selected>);
}
