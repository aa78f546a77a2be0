import type { Mutation, QueryClient } from "@tanstack/react-query";
import { type OperationKey, operationKey } from "./call-operation.ts";
import { createMutationFactory, type MutationFactory, type MutationFacts, runMutation } from "./mutation-factory.ts";
import type { OptimisticUpdater } from "./optimistic-update.ts";
import { type PastAttempt, repeatUnclear } from "./unclear-attempt.ts";

/** What the contract says of a write with an idempotency key. */
export interface KeyedMutationFacts extends Omit<MutationFacts, "personal"> {
  /** The argument that holds the key. Absent: it travels in a header, as a call option. */
  readonly keyArgument?: string;
}

// Five minutes, as TanStack Query has it, whatever the QueryClient says: without the failed attempt its key is lost.
const gcTime = 300_000;

/**
 * Makes the mutation factory of an operation that takes an idempotency key. The client makes a key for each call; after
 * an unclear outcome (no response, a timeout, a 5xx) the next call with the same arguments has the same key. It is found
 * with the failed mutation, for as long as a component uses that and five minutes longer.
 */
export function createKeyedMutationFactory<Args, Data>(
  sdkName: string,
  facts: KeyedMutationFacts = {},
  optimistic?: OptimisticUpdater,
): MutationFactory<Args, Data> {
  const factory = createMutationFactory<Args, Data>(sdkName, facts);
  const operation = operationKey(sdkName);
  return () => ({
    ...factory(),
    gcTime,
    mutationFn: async (variables, { client }) => {
      const args = (variables ?? {}) as object;
      const input = repeatUnclear({ args }, pastAttempts(client, operation), facts.keyArgument);
      try {
        return await runMutation<Data>(client, operation, { ...facts, optimistic }, input);
      } catch (error) {
        const own = mutationsOf(client, operation).find(
          (mutation) => mutation.state.status === "pending" && mutation.state.variables === variables,
        );
        if (own) failures.set(own, error);
        throw error;
      }
    },
  });
}

// A mutation has its error only once its callbacks are over, and one of them may try again.
const failures = new WeakMap<Mutation, unknown>();

/** The attempts that are over, oldest first. */
function pastAttempts(queryClient: QueryClient, operation: OperationKey): PastAttempt[] {
  return mutationsOf(queryClient, operation)
    .map((mutation) => {
      const { status, variables, error } = mutation.state;
      const isSuccess = status === "success";
      return { isSuccess, args: (variables ?? {}) as object, error: error ?? failures.get(mutation) };
    })
    .filter(({ isSuccess, error }) => isSuccess || error);
}

function mutationsOf(queryClient: QueryClient, mutationKey: OperationKey): Mutation[] {
  return queryClient.getMutationCache().findAll({ mutationKey, exact: true }) as Mutation[];
}
