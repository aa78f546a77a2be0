"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { methodOf, type OperationKey } from "./call-operation.ts";
import type { WiseQueryKeyPrefix } from "./query-key.ts";

/**
 * The `QueryClient` above, whose Wise client has the operation with this key.
 *
 * @throws TypeError while rendering, where it would otherwise come with the first call, if there is no Wise client or
 * if it lacks the resource.
 */
export function useOperation(key: OperationKey | WiseQueryKeyPrefix): QueryClient {
  const queryClient = useQueryClient();
  methodOf(queryClient, key as OperationKey);
  return queryClient;
}
