"use client";

import {
  type InfiniteData,
  type SkipToken,
  skipToken,
  type UseInfiniteQueryOptions,
  type UseInfiniteQueryResult,
  type UseQueryOptions,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from "@tanstack/react-query";
import type { WiseError } from "@wisekit/client";
import type { ReadKey } from "./query-key.ts";
import type { PagedRead, PagedReadOptions, Read, ReadOptions } from "./read.ts";

/** What a hook of a read takes beside the arguments: the options of `useQuery`. */
export type UseReadOptions<Answer, Selected = Answer> = Omit<
  UseQueryOptions<Answer, WiseError, Selected, ReadKey>,
  "queryKey" | "queryFn"
>;

/** What a hook of a read over pages takes beside the arguments: the options of `useInfiniteQuery`. */
export type UsePagedReadOptions<Answer, Selected = InfiniteData<Answer, number>> = Partial<
  Omit<UseInfiniteQueryOptions<Answer, WiseError, Selected, ReadKey, number>, "queryKey" | "queryFn">
>;

/** `useQuery` over a read. With `skipToken` for arguments it waits. */
export function useRead<Args, Answer, Selected>(
  read: Read<Args, Answer>,
  args: Args | SkipToken,
  options: UseReadOptions<Answer, Selected> | undefined,
): UseQueryResult<Selected, WiseError> {
  const own = isSkipped(args) ? { queryKey: [...read.key(), skipped], queryFn: skipToken } : read(args);
  return useQuery({ ...(own as ReadOptions<Answer>), ...options } as UseQueryOptions<
    Answer,
    WiseError,
    Selected,
    ReadKey
  >);
}

/** `useInfiniteQuery` over a read that comes in pages. With `skipToken` for arguments it waits. */
export function usePagedRead<Args, WalkArgs, Answer, Selected>(
  read: PagedRead<Args, WalkArgs, Answer>,
  args: WalkArgs | SkipToken,
  options: UsePagedReadOptions<Answer, Selected> | undefined,
): UseInfiniteQueryResult<Selected, WiseError> {
  const own = isSkipped(args)
    ? {
        queryKey: [...read.key(), skipped, "infinite"],
        queryFn: skipToken,
        initialPageParam: 1,
        getNextPageParam: none,
      }
    : read.infinite(args);
  return useInfiniteQuery({ ...(own as PagedReadOptions<Answer>), ...options } as UseInfiniteQueryOptions<
    Answer,
    WiseError,
    Selected,
    ReadKey,
    number
  >);
}

const skipped = "skipped";
const none = () => undefined;

function isSkipped<Args>(args: Args | SkipToken): args is SkipToken {
  return args === skipToken;
}
