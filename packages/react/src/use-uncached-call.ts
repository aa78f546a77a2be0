"use client";

import type { CallOptions, WiseError } from "@wisekit/client";
import { useCallback, useMemo, useRef, useState } from "react";
import { callOperation, operationKey } from "./call-operation.ts";
import { type AffectedReads, invalidateAffected } from "./invalidation.ts";
import { useOperation } from "./use-operation.ts";

/**
 * A call past the caches of TanStack Query, which would keep arguments and response for minutes and show them in the
 * developer tools: for calls that hold a secret, such as a one-time token. The response goes to the caller of `call`
 * and is kept nowhere.
 */
export interface UncachedCall<Args, Data, Options extends CallOptions = CallOptions> {
  /** Makes the call. Rejects with what the client throws. */
  readonly call: (args: Args, options?: Options) => Promise<Data>;
  /** Whether a call is under way. */
  readonly isPending: boolean;
  /** The error of the latest call; `undefined` while one is under way and after one that succeeded. */
  readonly error: WiseError | undefined;
}

interface State {
  readonly underWay: number;
  readonly error: WiseError | undefined;
}

const idle: State = { underWay: 0, error: undefined };
const nothing: AffectedReads = [];

/** The hook behind the generated hooks of such operations. `affects` must be the same object on every render. */
export function useUncachedCall<Args extends object, Data>(
  sdkName: string,
  affects: AffectedReads = nothing,
): UncachedCall<Args, Data> {
  const queryClient = useOperation(operationKey(sdkName));
  const [{ underWay, error }, setState] = useState(idle);
  const latest = useRef(0);
  const call = useCallback(
    async (args: Args, options?: CallOptions): Promise<Data> => {
      latest.current += 1;
      const number = latest.current;
      setState((state) => ({ underWay: state.underWay + 1, error: undefined }));
      const end = (failure?: WiseError) => {
        const isLatest = number === latest.current;
        setState((state) => ({ underWay: state.underWay - 1, error: isLatest ? failure : state.error }));
      };
      try {
        const data = await callOperation<Data>(queryClient, operationKey(sdkName), args, options);
        end();
        return data;
      } catch (failure) {
        end(failure as WiseError);
        throw failure;
      } finally {
        void invalidateAffected(queryClient, affects, args);
      }
    },
    [queryClient, sdkName, affects],
  );
  const isPending = underWay > 0;
  const shown = isPending ? undefined : error;
  return useMemo(() => ({ call, isPending, error: shown }), [call, isPending, shown]);
}
