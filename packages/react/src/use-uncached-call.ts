"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { CallOptions, WiseError } from "@wisekit/client";
import { useCallback, useMemo, useState } from "react";
import { clientOf } from "./attached-client.ts";
import { callOperation, operationName } from "./operation-call.ts";
import { invalidateReads, type WriteFacts } from "./write.ts";

/**
 * A call whose arguments or answer hold a secret: a one-time token, a one-time password, card data. It goes past the
 * caches of TanStack Query, which would keep both for minutes and show them in their developer tools. The answer is
 * handed to the caller of `call` and kept nowhere.
 */
export interface UncachedCall<Args, Answer> {
  /** Makes the call. Rejects with what the client throws. */
  readonly call: (args: Args, options?: CallOptions) => Promise<Answer>;
  /** Whether a call is under way. */
  readonly isPending: boolean;
  /** What the latest call failed with; `undefined` while one is under way and after one that succeeded. */
  readonly error: WiseError | undefined;
}

interface State {
  readonly underWay: number;
  readonly error: WiseError | undefined;
}

const idle: State = { underWay: 0, error: undefined };

/** What the contract says of an operation whose arguments or answer hold a secret. */
export type UncachedFacts = Pick<WriteFacts, "invalidates"> & { readonly operation: string };

/** The hook behind the generated hooks of such operations. */
export function useUncachedCall<Args extends object, Answer>(facts: UncachedFacts): UncachedCall<Args, Answer> {
  const queryClient = useQueryClient();
  const [{ underWay, error }, setState] = useState(idle);
  const call = useCallback(
    async (args: Args, options?: CallOptions): Promise<Answer> => {
      const change = (step: 1 | -1, failure?: WiseError) => {
        setState((state) => ({ underWay: state.underWay + step, error: failure }));
      };
      change(1);
      try {
        const answer = await callOperation<Answer>(
          clientOf(queryClient),
          operationName(facts.operation),
          args,
          options,
        );
        change(-1);
        return answer;
      } catch (failure) {
        change(-1, failure as WiseError);
        throw failure;
      } finally {
        void invalidateReads(queryClient, facts.invalidates, args);
      }
    },
    [queryClient, facts],
  );
  return useMemo(() => ({ call, isPending: underWay > 0, error }), [call, underWay, error]);
}
