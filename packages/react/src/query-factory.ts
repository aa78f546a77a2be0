import type { DataTag, UnusedSkipTokenOptions } from "@tanstack/react-query";
import type { WiseError } from "@wisekit/client";
import { callOperation, operationKey } from "./call-operation.ts";
import { pickArguments, type WiseQueryKey, type WiseQueryKeyPrefix } from "./query-key.ts";

/** Options of a query, for `useQuery`, `useSuspenseQuery`, `queryClient.ensureQueryData` and the like. */
export type WiseQueryOptions<Data> = UnusedSkipTokenOptions<Data, WiseError, Data, WiseQueryKey> & {
  readonly queryKey: DataTag<WiseQueryKey, Data, WiseError>;
};

/** Makes the options of the query of a read. */
export interface QueryFactory<Args, Data> {
  (args: Args): WiseQueryOptions<Data>;
  /** How the keys of this operation begin, infinite queries included, with as many arguments as are given. */
  key(args?: Partial<Args>): WiseQueryKeyPrefix;
}

/** Makes the query factory of an operation. `names` are its arguments in the contract; no others get into a key. */
export function createQueryFactory<Args, Data>(sdkName: string, names: readonly string[]): QueryFactory<Args, Data> {
  const operation = operationKey(sdkName);
  const options = (args: Args) =>
    ({
      queryKey: [...operation, pickArguments(names, args ?? {})] as unknown as WiseQueryOptions<Data>["queryKey"],
      // A query cannot hold `undefined`, which an operation without a response body gives.
      queryFn: async ({ client, signal }) =>
        (await callOperation<Data>(client, operation, args ?? {}, { signal })) ?? (null as Data),
      retry: false,
    }) satisfies WiseQueryOptions<Data> as WiseQueryOptions<Data>;
  const key = (args?: Partial<Args>): WiseQueryKeyPrefix =>
    args ? [...operation, pickArguments(names, args)] : operation;
  return Object.assign(options, { key });
}
