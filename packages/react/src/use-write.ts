"use client";

import { type UseMutationOptions, type UseMutationResult, useMutation } from "@tanstack/react-query";
import type { WiseError } from "@wisekit/client";
import type { Write } from "./write.ts";

/** What a hook of a write takes: the options of `useMutation`. Callbacks are yours; the package needs none of them. */
export type UseWriteOptions<Args, Answer> = Omit<
  UseMutationOptions<Answer, WiseError, Args>,
  "mutationKey" | "mutationFn"
>;

/** `useMutation` over a write. */
export function useWrite<Args, Answer>(
  write: Write<Args, Answer>,
  options: UseWriteOptions<Args, Answer> | undefined,
): UseMutationResult<Answer, WiseError, Args> {
  return useMutation({ ...write(), ...options });
}
