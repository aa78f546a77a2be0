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
  const takeBack = facts.optimistic ? await showEarly(queryClient, facts.optimistic, args) : undefined;
  try {
    return await callOperation<Answer>(client, operation, args);
  } catch (error) {
    takeBack?.();
    throw error;
  } finally {
    // After a failure too: whether a write that got no answer was carried out is not known.
    if (!facts.optimistic || isLastOfItsKind(queryClient, operation, facts.optimistic, args)) {
      await invalidateReads(queryClient, facts.invalidates, args);
    }
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

/** Whether no other write to the same thing is under way, whose early outcome an answer of now would undo on screen. */
function isLastOfItsKind(
  queryClient: QueryClient,
  { resource, method }: OperationName,
  { argument }: OptimisticRule,
  args: object,
): boolean {
  const target = targetOf(args, argument);
  const underWay = queryClient.isMutating({
    mutationKey: ["wisekit", resource, method],
    predicate: ({ state }) => targetOf(state.variables as object, argument) === target,
  });
  return underWay <= 1;
}

function targetOf(args: object, argument: string): string {
  const rest = Object.entries(args).filter(([name]) => name !== argument);
  return JSON.stringify(rest.sort(([a], [b]) => (a < b ? -1 : 1)));
}
