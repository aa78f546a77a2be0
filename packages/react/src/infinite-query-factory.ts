import type { DataTag, InfiniteData, UnusedSkipTokenInfiniteOptions } from "@tanstack/react-query";
import type { WiseError } from "@wisekit/client";
import { callOperation, type OperationKey } from "./call-operation.ts";
import type { QueryFactory } from "./query-factory.ts";
import type { WiseQueryKey } from "./query-key.ts";

/** Where a page is. */
export type PageParam = number;

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

/** How the pages of an operation follow each other, from the contract's `x-pagination`. */
export interface PageFacts {
  readonly style: "page-number";
  readonly page: string;
  readonly size: string;
  readonly maximumSize: number;
  readonly items: readonly string[];
  readonly total: readonly string[];
  /** The number of the first page. */
  readonly first: number;
}

/** Makes the factory of an infinite query from that of the operation's plain query. */
export function createInfiniteOptions<AllArgs, Data>(
  factory: QueryFactory<AllArgs, Data>,
  facts: PageFacts,
): InfiniteOptionsFactory<AllArgs, Data> {
  const key = () => factory.key() as OperationKey;
  const options = (args: AllArgs): WiseInfiniteQueryOptions<Data> => {
    const at = (page: number | undefined) => ({ ...args, [facts.page]: page }) as AllArgs;
    return {
      queryKey: [
        ...factory(at(undefined)).queryKey,
        "infinite",
      ] as unknown as WiseInfiniteQueryOptions<Data>["queryKey"],
      queryFn: ({ client, signal, pageParam }) => callOperation<Data>(client, key(), at(pageParam), { signal }),
      initialPageParam: facts.first,
      getNextPageParam: (last, pages, page) => nextPage(last, pages, page, facts),
      retry: false,
    };
  };
  return Object.assign(options, { key });
}

/** A query factory with the one of its infinite query. */
export function withInfinite<Args, AllArgs, Data>(
  factory: QueryFactory<Args, Data>,
  infinite: InfiniteOptionsFactory<AllArgs, Data>,
): InfiniteQueryFactory<Args, AllArgs, Data> {
  return Object.assign(factory, { infinite });
}

function nextPage<Data>(
  last: Data,
  pages: readonly Data[],
  page: number,
  { items, total }: PageFacts,
): number | undefined {
  const count = (response: Data) => (valueAt(response, items) as readonly unknown[] | undefined)?.length ?? 0;
  const seen = pages.reduce((sum, response) => sum + count(response), 0);
  const all = valueAt(last, total);
  return count(last) === 0 || (typeof all === "number" && seen >= all) ? undefined : page + 1;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((found, name) => (found as Record<string, unknown> | undefined)?.[name], value);
}
