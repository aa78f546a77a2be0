import { hashKey, type QueryClient, type UseMutationOptions } from "@tanstack/react-query";
import type { WiseError } from "@wisekit/client";
import { clientOf } from "./attached-client.ts";
import { callOperation, type OperationName, operationName } from "./operation-call.ts";
import { type OptimisticRead, type OptimisticRule, showEarly } from "./optimistic-update.ts";
import { pickArguments, readKey } from "./query-key.ts";

/** Options of a mutation, for `useMutation`. */
export type WriteOptions<Args, Answer> = UseMutationOptions<Answer, WiseError, Args> & {
  readonly mutationKey: readonly ["wisekit", string, string];
};

/** An operation that changes something: calling it gives the options of its mutation. */
export type Write<Args, Answer> = () => WriteOptions<Args, Answer>;

/** What the contract says of a write. */
export interface WriteFacts {
  /** The reads that answer differently afterwards, each with the arguments that it shares with the write. */
  readonly invalidates: Readonly<Record<string, readonly string[]>>;
  /** What can be shown before the answer is here. */
  readonly optimistic?: OptimisticRule;
  /** Whether the arguments hold personal data: they are dropped from the cache as soon as nobody looks at them. */
  readonly personal?: true;
}

/**
 * Makes a write of an operation. What the contract asks for happens in the mutation function and not in callbacks, so
 * that callbacks of your own never replace it.
 */
export function createWrite<Args extends object, Answer>(sdkName: string, facts: WriteFacts): Write<Args, Answer> {
  const operation = operationName(sdkName);
  return () => ({
    mutationKey: ["wisekit", operation.resource, operation.method],
    mutationFn: (args, { client }) => write<Answer>(client, operation, facts, args),
    retry: false,
    ...(facts.personal ? { gcTime: 0 } : {}),
  });
}

async function write<Answer>(
  queryClient: QueryClient,
  operation: OperationName,
  facts: WriteFacts,
  args: object,
): Promise<Answer> {
  const client = clientOf(queryClient);
  const release = holdReads(queryClient, facts.optimistic?.reads ?? [], args);
  let takeBack: (() => void) | undefined;
  try {
    if (facts.optimistic) takeBack = await showEarly(queryClient, facts.optimistic, args);
    return await callOperation<Answer>(client, operation, args);
  } catch (error) {
    takeBack?.();
    throw error;
  } finally {
    release();
    // After a failure too: whether a write that got no answer was carried out is not known.
    await invalidateReads(queryClient, facts.invalidates, args);
  }
}

/**
 * Asks again for what a write has changed, and waits for what is on screen. What another write shows early is left to
 * that one: an answer that is read while it is under way would undo on screen what it shows.
 */
export async function invalidateReads(
  queryClient: QueryClient,
  invalidates: WriteFacts["invalidates"],
  args: object,
): Promise<void> {
  const reads = Object.entries(invalidates)
    .map(([read, shared]) => readKey(operationName(read), pickArguments(shared, args)))
    .filter((queryKey) => !held.get(queryClient)?.has(hashKey(queryKey)))
    .map((queryKey) => queryClient.invalidateQueries({ queryKey }));
  await Promise.all(reads);
}

/** How many writes under way show something early in the reads of a key. */
const held = new WeakMap<QueryClient, Map<string, number>>();

/** Holds these reads until the function that it gives is called. */
function holdReads(queryClient: QueryClient, reads: readonly OptimisticRead[], args: object): () => void {
  const counts = held.get(queryClient) ?? new Map<string, number>();
  held.set(queryClient, counts);
  const keys = reads.map(({ read, shared }) => hashKey(readKey(operationName(read), pickArguments(shared, args))));
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return () => {
    for (const key of keys) {
      const left = (counts.get(key) ?? 1) - 1;
      if (left > 0) counts.set(key, left);
      else counts.delete(key);
    }
  };
}
