import type { QueryClient } from "@tanstack/react-query";
import type { CallOptions } from "@wisekit/client";
import { clientOf } from "./attached-client.ts";

/** How the keys of all queries and mutations of an operation begin: `["wisekit", resource, method]`. */
export type OperationKey = readonly ["wisekit", resource: string, method: string];

/** Arguments and options of a call. */
export interface CallInput {
  readonly args: object;
  readonly options?: CallOptions | undefined;
}

type Method = (args: unknown, options?: CallOptions) => Promise<unknown>;

/** `cards.list` as the beginning of a key. */
export function operationKey(sdkName: string): OperationKey {
  return ["wisekit", ...(sdkName.split(".") as [string, string])];
}

/**
 * The method behind an operation. The generated factories give the types; here they are erased.
 *
 * @throws TypeError if no client is attached, or if it has no such resource or method.
 */
export function methodOf(queryClient: QueryClient, [, resource, method]: OperationKey): Method {
  const client = clientOf(queryClient) as unknown as Record<string, Record<string, Method> | undefined>;
  const call = client[resource]?.[method];
  if (!call) {
    const reason = client[resource]
      ? "the client has no such method; @wisekit/client and @wisekit/react must have the same version"
      : `the client has no ${resource}; import { ${resource} } from "@wisekit/client/resources" for createClientWith()`;
    throw new TypeError(`${resource}.${method}(): ${reason}`);
  }
  return call;
}

/** Calls an operation. Rejects with what the client throws, and with the errors of {@link methodOf}. */
export async function callOperation<Data>(
  queryClient: QueryClient,
  key: OperationKey,
  args: unknown,
  options?: CallOptions,
): Promise<Data> {
  return (await methodOf(queryClient, key)(args, options)) as Data;
}
