import type { DataTag, InfiniteData, UnusedSkipTokenInfiniteOptions } from "@tanstack/react-query";
import { DecodeError, type OperationName, type WiseError } from "@wisekit/client";
import { type PagePosition, type PageSteps, stepFrom } from "@wisekit/client/internal";
import { callOperation, type OperationKey } from "./call-operation.ts";
import type { QueryFactory } from "./query-factory.ts";
import type { ArgumentValues, WiseQueryKey } from "./query-key.ts";

/** Where a page stands among all. What is in it is no business of an app; it is plain JSON. */
export type PageParam = PagePosition;

/** Options of an infinite query, for `useInfiniteQuery`, `useSuspenseInfiniteQuery` and the like. */
export type WiseInfiniteQueryOptions<Data> = UnusedSkipTokenInfiniteOptions<
  Data,
  WiseError,
  InfiniteData<Data, PageParam>,
  WiseQueryKey,
  PageParam
> & { readonly queryKey: DataTag<WiseQueryKey, InfiniteData<Data, PageParam>, WiseError> };

/** Makes the options of the query of all pages of a read. */
export interface InfiniteOptionsFactory<AllArgs, Data> {
  (args: AllArgs): WiseInfiniteQueryOptions<Data>;
  /** How the keys of all queries of this operation begin. */
  key(): OperationKey;
}

/** Makes the options of the query of a paged read: of one page, or by `infinite` of all pages. */
export interface InfiniteQueryFactory<Args, AllArgs, Data> extends QueryFactory<Args, Data> {
  infinite(args: AllArgs): WiseInfiniteQueryOptions<Data>;
}

/**
 * Makes the factory of an infinite query from that of the operation's plain query. Pages follow each other as in `.all()`
 * of the client. What a page has to know of those before it is in its page param, so that pages may be dropped
 * (`maxPages`), fetched again or come from a server.
 */
export function createInfiniteOptions<Args, AllArgs, Data>(
  factory: QueryFactory<Args, Data>,
  steps: PageSteps,
): InfiniteOptionsFactory<AllArgs, Data> {
  const operation = factory.key() as OperationKey;
  const name = `${operation[1]}.${operation[2]}` as OperationName;
  // The arguments that the walk sets; the client would send what untyped code gives in their place.
  const unset = Object.fromEntries(steps.ownArguments.map((argument) => [argument, undefined]));
  const options = (args: AllArgs): WiseInfiniteQueryOptions<Data> => {
    // A key of what was given: the walk adds what it lacks, such as the end of its days, to the calls alone.
    const allArgs = { ...args, ...unset };
    const { queryKey } = factory(allArgs as unknown as Args);
    const walkNow = () => ({ where: `${name}.infinite()`, args: allArgs as ArgumentValues, nowMs: Date.now() });
    return {
      queryKey: [...queryKey, "infinite"] as unknown as WiseInfiniteQueryOptions<Data>["queryKey"],
      queryFn: async ({ client, signal, pageParam }) => {
        const walk = walkNow();
        const pageArgs = { ...allArgs, ...steps.argumentsOf(pageParam, walk) };
        const data = await callOperation<Data>(client, operation, pageArgs, { signal });
        const { problem } = stepFrom(steps, pageParam, data, walk);
        if (problem === undefined) return data;
        throw new DecodeError(problem, { operation: name, attempts: 1, retryable: false });
      },
      initialPageParam: {},
      getNextPageParam: (last, _pages, pageParam) => stepFrom(steps, pageParam, last, walkNow()).next,
      retry: false,
    };
  };
  return Object.assign(options, { key: () => operation });
}

/** A query factory with the one of its infinite query. */
export function withInfinite<Args, AllArgs, Data>(
  factory: QueryFactory<Args, Data>,
  infinite: InfiniteOptionsFactory<AllArgs, Data>,
): InfiniteQueryFactory<Args, AllArgs, Data> {
  return Object.assign(factory, { infinite });
}
