import type {
  DataTag,
  InfiniteData,
  UnusedSkipTokenInfiniteOptions,
  UnusedSkipTokenOptions,
} from "@tanstack/react-query";
import type { WiseError } from "@wisekit/client";
import { clientOf } from "./attached-client.ts";
import { callOperation, operationName } from "./operation-call.ts";
import { pickArguments, type ReadKey, type ReadKeyFilter, readKey } from "./query-key.ts";

/** Options of a query, for `useQuery`, `useSuspenseQuery`, `queryClient.ensureQueryData` and the like. */
export type ReadOptions<Answer> = UnusedSkipTokenOptions<Answer, WiseError, Answer, ReadKey> & {
  readonly queryKey: DataTag<ReadKey, Answer, WiseError>;
};

/** Options of a query over pages, for `useInfiniteQuery`, `useSuspenseInfiniteQuery` and the like. */
export type PagedReadOptions<Answer> = UnusedSkipTokenInfiniteOptions<
  Answer,
  WiseError,
  InfiniteData<Answer, number>,
  ReadKey,
  number
> & { readonly queryKey: DataTag<ReadKey, InfiniteData<Answer, number>, WiseError> };

/** An operation that changes nothing: calling it gives the options of its query. */
export interface Read<Args, Answer> {
  (args: Args): ReadOptions<Answer>;
  /** The beginning of the keys of this operation, with as many arguments as are given, infinite queries included. */
  key(args?: Partial<Args>): ReadKeyFilter;
}

/** A read that comes in pages: `infinite` gives the options of the query over all of them. */
export interface PagedRead<Args, WalkArgs, Answer> extends Read<Args, Answer> {
  infinite(args: WalkArgs): PagedReadOptions<Answer>;
}

/** Where the pages of an answer are. */
export interface PageFields {
  readonly page: string;
  readonly items: string;
  readonly total: string;
  /** The number of the first page. */
  readonly first: number;
}

/** Makes a read of an operation. Its argument names are those of the contract; no others get into a key. */
export function createRead<Args extends object, Answer>(sdkName: string, names: readonly string[]): Read<Args, Answer> {
  const operation = operationName(sdkName);
  const options = (args: Args) =>
    ({
      queryKey: readKey(operation, pickArguments(names, args)) as ReadOptions<Answer>["queryKey"],
      queryFn: ({ client, signal }) => callOperation<Answer>(clientOf(client), operation, args, { signal }),
      retry: false,
    }) satisfies ReadOptions<Answer> as ReadOptions<Answer>;
  const key = (args?: Partial<Args>): ReadKeyFilter => {
    const { resource, method } = operation;
    return args ? ["wisekit", resource, method, pickArguments(names, args)] : ["wisekit", resource, method];
  };
  return Object.assign(options, { key });
}

/** Makes a read that also walks through pages. */
export function createPagedRead<Args extends object, WalkArgs extends object, Answer extends object>(
  sdkName: string,
  names: readonly string[],
  fields: PageFields,
): PagedRead<Args, WalkArgs, Answer> {
  const operation = operationName(sdkName);
  const walkNames = names.filter((name) => name !== fields.page);
  const infinite = (args: WalkArgs): PagedReadOptions<Answer> => ({
    queryKey: [
      ...readKey(operation, pickArguments(walkNames, args)),
      "infinite",
    ] as unknown as PagedReadOptions<Answer>["queryKey"],
    queryFn: ({ client, signal, pageParam }) =>
      callOperation<Answer>(clientOf(client), operation, { ...args, [fields.page]: pageParam }, { signal }),
    initialPageParam: fields.first,
    getNextPageParam: (last, pages, page) => nextPage(last, pages, page, fields),
    retry: false,
  });
  return Object.assign(createRead<Args, Answer>(sdkName, names), { infinite });
}

function nextPage<Answer extends object>(
  last: Answer,
  pages: readonly Answer[],
  page: number,
  { items, total }: PageFields,
): number | undefined {
  const count = (answer: Answer) => (answer as Record<string, readonly unknown[]>)[items]?.length ?? 0;
  const seen = pages.reduce((sum, answer) => sum + count(answer), 0);
  const all = (last as Record<string, unknown>)[total];
  return count(last) === 0 || (typeof all === "number" && seen >= all) ? undefined : page + 1;
}
