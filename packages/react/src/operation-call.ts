import type { CallOptions, WiseClient } from "@wisekit/client";

/** An operation by its SDK name, in its two parts. */
export interface OperationName {
  readonly resource: string;
  readonly method: string;
}

type Method = (args: unknown, options?: CallOptions) => Promise<unknown>;

/** `cards.list` in its two parts. */
export function operationName(sdkName: string): OperationName {
  const [resource = "", method = ""] = sdkName.split(".");
  return { resource, method };
}

/**
 * Calls an operation by name. The generated factories give the types; here they are erased.
 *
 * @throws TypeError if the client has no such operation, being of another version than this package.
 */
export async function callOperation<Answer>(
  client: WiseClient,
  { resource, method }: OperationName,
  args: unknown,
  options?: CallOptions,
): Promise<Answer> {
  const methods = (client as unknown as Record<string, Record<string, Method> | undefined>)[resource];
  const call = methods?.[method];
  if (!call) throw new TypeError(`The Wise client has no ${resource}.${method}: are both packages of one version?`);
  return (await call(args, options)) as Answer;
}
