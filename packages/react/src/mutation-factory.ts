import type { QueryClient, UseMutationOptions } from "@tanstack/react-query";
import type { WiseError } from "@wisekit/client";
import { callOperation, type OperationKey, operationKey } from "./call-operation.ts";
import { type AffectedReads, deferInvalidation, invalidateAffected } from "./invalidation.ts";
import { applyOptimisticUpdate, type OptimisticRule, optimisticTargets } from "./optimistic-update.ts";

/** Options of a mutation, for `useMutation`. */
export type WiseMutationOptions<Args, Data> = UseMutationOptions<Data, WiseError, Args> & {
  readonly mutationKey: OperationKey;
};

/** Makes the options of the mutation of a write. */
export type MutationFactory<Args, Data> = () => WiseMutationOptions<Args, Data>;

/** What the contract says of a write. */
export interface MutationFacts {
  readonly affects?: AffectedReads;
  /** What can be shown before the response is here. */
  readonly optimistic?: OptimisticRule;
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
): MutationFactory<Args, Data> {
  const operation = operationKey(sdkName);
  return () => ({
    mutationKey: operation,
    mutationFn: (args, { client }) => write<Data>(client, operation, facts, args ?? {}),
    retry: false,
    ...(facts.personal ? { gcTime: 0 } : {}),
  });
}

async function write<Data>(
  queryClient: QueryClient,
  operation: OperationKey,
  { affects = [], optimistic }: MutationFacts,
  args: object,
): Promise<Data> {
  const targets = optimistic ? optimisticTargets(optimistic, affects, args) : [];
  const endDeferral = deferInvalidation(
    queryClient,
    targets.map(({ queryKey }) => queryKey),
  );
  let rollback: (() => void) | undefined;
  try {
    if (optimistic) rollback = await applyOptimisticUpdate(queryClient, optimistic, targets, args);
    return await callOperation<Data>(queryClient, operation, args);
  } catch (error) {
    rollback?.();
    throw error;
  } finally {
    endDeferral();
    // After a failure too: a write without a response may have been carried out.
    await invalidateAffected(queryClient, affects, args);
  }
}
