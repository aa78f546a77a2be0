"use client";

import type { CallOptions, KeyedCallOptions } from "@wisekit/client";
import { useCallback, useMemo, useRef } from "react";
import type { AffectedReads } from "./invalidation.ts";
import { type PastAttempt, rememberUnclear, repeatUnclear } from "./unclear-attempt.ts";
import { type UncachedCall, useUncachedCall } from "./use-uncached-call.ts";

/**
 * `useUncachedCall` for an operation that takes an idempotency key. After an unclear outcome (no response, a timeout, a
 * 5xx) the next call with the same arguments has the same key; until then the hook remembers these arguments.
 */
export function useKeyedUncachedCall<Args extends object, Data, Options extends CallOptions = KeyedCallOptions>(
  sdkName: string,
  affects?: AffectedReads,
  keyArgument?: string,
): UncachedCall<Args, Data, Options> {
  const uncached = useUncachedCall<Args, Data>(sdkName, affects);
  const attempts = useRef<readonly PastAttempt[]>([]);
  const { call: callOnce } = uncached;
  const call = useCallback(
    async (args: Args, options?: Options): Promise<Data> => {
      const input = repeatUnclear({ args, options }, attempts.current, keyArgument);
      const end = (error: unknown) => {
        attempts.current = rememberUnclear(attempts.current, { args, error });
      };
      try {
        const data = await callOnce(input.args as Args, input.options);
        end(undefined);
        return data;
      } catch (error) {
        end(error);
        throw error;
      }
    },
    [callOnce, keyArgument],
  );
  return useMemo(() => ({ ...uncached, call }), [uncached, call]);
}
