import type { QueryClient, UseMutationOptions } from "@tanstack/react-query";
import type { WiseError } from "@wisekit/client";
import { clientOf } from "./attached-client.ts";
import { callOperation, type OperationName, operationName } from "./operation-call.ts";
import { type OptimisticRule, showEarly } from "./optimistic-update.ts";
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
  const end = beginWrite(queryClient, operation, args, facts.optimistic);
  let takeBack: (() => void) | undefined;
  try {
    if (facts.optimistic) takeBack = await showEarly(queryClient, facts.optimistic, args);
    return await callOperation<Answer>(client, operation, args);
  } catch (error) {
    takeBack?.();
    throw error;
  } finally {
    // After a failure too: whether a write that got no answer was carried out is not known.
    if (end() || !facts.optimistic) await invalidateReads(queryClient, facts.invalidates, args);
  }
}

/** Asks again for what a write has changed, and waits for what is on screen. */
export async function invalidateReads(
  queryClient: QueryClient,
  invalidates: WriteFacts["invalidates"],
  args: object,
): Promise<void> {
  const reads = Object.entries(invalidates).map(([read, shared]) =>
    queryClient.invalidateQueries({ queryKey: readKey(operationName(read), pickArguments(shared, args)) }),
  );
  await Promise.all(reads);
}

const underWay = new WeakMap<QueryClient, Map<string, number>>();

/**
 * Counts a write in; the function that counts it out again says whether it was the last one to the same thing. An
 * answer that is read while another is under way would undo on screen what that one shows early.
 */
function beginWrite(
  queryClient: QueryClient,
  { resource, method }: OperationName,
  args: object,
  rule: OptimisticRule | undefined,
): () => boolean {
  const counts = underWay.get(queryClient) ?? new Map<string, number>();
  underWay.set(queryClient, counts);
  const rest = Object.entries(args).filter(([name]) => name !== rule?.argument);
  const target = JSON.stringify([resource, method, ...rest.sort(([a], [b]) => (a < b ? -1 : 1))]);
  counts.set(target, (counts.get(target) ?? 0) + 1);
  return () => {
    const left = (counts.get(target) ?? 1) - 1;
    if (left > 0) counts.set(target, left);
    else counts.delete(target);
    return left === 0;
  };
}
