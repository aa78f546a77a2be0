import type { QueryClient, UseMutationOptions } from "@tanstack/react-query";
import type { WiseError } from "@wisekit/client";
import { type CallInput, callOperation, type OperationKey, operationKey } from "./call-operation.ts";
import { type AffectedReads, invalidateAffected } from "./invalidation.ts";
import type { OptimisticUpdater } from "./optimistic-update.ts";
import type { ArgumentValues } from "./query-key.ts";

/** Options of a mutation, for `useMutation`. */
export type WiseMutationOptions<Args, Data> = UseMutationOptions<Data, WiseError, Args> & {
  readonly mutationKey: OperationKey;
};

/** Makes the options of the mutation of a write. */
export type MutationFactory<Args, Data> = () => WiseMutationOptions<Args, Data>;

/** What the contract says of a write. */
export interface MutationFacts {
  readonly affects?: AffectedReads;
  /** Whether the arguments hold personal data: the cache drops them as soon as no component uses the mutation. */
  readonly personal?: true;
}

/**
 * Makes the mutation factory of an operation. What the contract asks for happens in the mutation function and not in
 * callbacks, so that callbacks of your own never replace it.
 */
export function createMutationFactory<Args, Data>(
  sdkName: string,
  facts: MutationFacts = {},
  optimistic?: OptimisticUpdater,
): MutationFactory<Args, Data> {
  const operation = operationKey(sdkName);
  return () => ({
    mutationKey: operation,
    mutationFn: (args, { client }) =>
      runMutation<Data>(client, operation, { ...facts, optimistic }, { args: args ?? {} }),
    retry: false,
    ...(facts.personal ? { gcTime: 0 } : {}),
  });
}

/** What happens around the call of a write. */
export interface MutationDuties extends MutationFacts {
  readonly optimistic?: OptimisticUpdater | undefined;
}

/** Makes the call of a write, shows its outcome early if the contract says so, and invalidates what it affects. */
export async function runMutation<Data>(
  queryClient: QueryClient,
  operation: OperationKey,
  { affects = [], optimistic }: MutationDuties,
  { args, options }: CallInput,
): Promise<Data> {
  const update = optimistic?.(queryClient, affects, args as ArgumentValues);
  try {
    await update?.shown;
    return await callOperation<Data>(queryClient, operation, args, options);
  } catch (error) {
    update?.rollback();
    throw error;
  } finally {
    update?.end();
    // After a failure too: a write without a response may have been carried out.
    await invalidateAffected(queryClient, affects, args);
  }
}
