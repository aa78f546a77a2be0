"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { CallOptions, WiseError } from "@wisekit/client";
import { useCallback, useMemo, useRef, useState } from "react";
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
  const latest = useRef(0);
  const call = useCallback(
    async (args: Args, options?: CallOptions): Promise<Answer> => {
      latest.current += 1;
      const number = latest.current;
      setState((state) => ({ underWay: state.underWay + 1, error: undefined }));
      const end = (failure?: WiseError) => {
        const isLatest = number === latest.current;
        setState((state) => ({ underWay: state.underWay - 1, error: isLatest ? failure : state.error }));
      };
      try {
        const answer = await callOperation<Answer>(
          clientOf(queryClient),
          operationName(facts.operation),
          args,
          options,
        );
        end();
        return answer;
      } catch (failure) {
        end(failure as WiseError);
        throw failure;
      } finally {
        void invalidateReads(queryClient, facts.invalidates, args);
      }
    },
    [queryClient, facts],
  );
  const isPending = underWay > 0;
  const shown = isPending ? undefined : error;
  return useMemo(() => ({ call, isPending, error: shown }), [call, isPending, shown]);
}
