"use client";

import { type UseMutationOptions, type UseMutationResult, useMutation } from "@tanstack/react-query";
import type { WiseError } from "@wisekit/client";
import type { MutationFactory } from "./mutation-factory.ts";
import { useOperation } from "./use-operation.ts";

/** Options of a hook of a write: those of `useMutation` that the contract leaves open. All callbacks are yours. */
export type UseWiseMutationOptions<Args, Data> = Omit<
  UseMutationOptions<Data, WiseError, Args>,
  "mutationKey" | "mutationFn" | "retry"
>;

/** `useMutation` over a factory. */
export function useWiseMutation<Args, Data>(
  factory: MutationFactory<Args, Data>,
  options: UseWiseMutationOptions<Args, Data> | undefined,
): UseMutationResult<Data, WiseError, Args> {
  const own = factory();
  useOperation(own.mutationKey);
  // Last, so that untyped code cannot replace key, function and retry either.
  return useMutation({ ...options, ...own });
}
