import type { Operation } from "../contract/operation.ts";
import type { MockContext } from "../engine/context.ts";
import { findCard, findProfile } from "../engine/find-card.ts";
import type { OperationInput, PipelineResponse } from "../pipeline/request.ts";
import { createCardDataHandlers } from "./card-data.ts";
import { cardHandlers } from "./cards.ts";
import { oauthHandlers } from "./oauth.ts";
import { permissionHandlers } from "./permissions.ts";
import { scaHandlers } from "./sca.ts";
import { spendingLimitHandlers } from "./spending-limits.ts";

/** Runs the handler of an operation; undefined if the operation has none. */
export type RunHandler = (
  operation: Operation,
  input: OperationInput,
  context: MockContext,
) => Promise<PipelineResponse> | undefined;

interface HandlerResponse {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly mediaType?: string;
  readonly body?: unknown;
}

type AnyHandler = (request: OperationInput, context: MockContext) => HandlerResponse | Promise<HandlerResponse>;

/** Brings all handlers together. Their types are the contract's; here, by name, they become one. */
export function createRunHandler(operations: readonly Operation[]): RunHandler {
  const operationsByName = new Map(operations.map((operation) => [operation.name, operation]));
  const handlers: Readonly<Record<string, unknown>> = {
    ...cardHandlers,
    ...permissionHandlers,
    ...spendingLimitHandlers,
    ...createCardDataHandlers((name) => operationsByName.get(name)),
    ...scaHandlers,
    ...oauthHandlers,
  };
  const byName = new Map(Object.entries(handlers));
  return (operation, input, context) => {
    const handler = byName.get(operation.name) as AnyHandler | undefined;
    return handler ? run(handler, input, context) : rejectUnknown(operation, input, context);
  };
}

/**
 * Without a handler, profile and card are still checked. An operation without an SDK name is of another contract, where the
 * same parameter names may mean something else.
 */
function rejectUnknown(
  { name }: Operation,
  { path }: OperationInput,
  context: MockContext,
): Promise<never> | undefined {
  const { profileId, cardToken } = path;
  if (name.includes(" ") || typeof profileId !== "number") return undefined;
  try {
    if (typeof cardToken === "string") findCard(context, profileId, cardToken);
    else findProfile(context, profileId);
    return undefined;
  } catch (error) {
    return Promise.reject(error);
  }
}

async function run(handler: AnyHandler, input: OperationInput, context: MockContext): Promise<PipelineResponse> {
  const { status, headers, mediaType = "application/json", body } = await handler(input, context);
  if (body === undefined) return { statusCode: status, headers: headers ?? {} };
  return { statusCode: status, headers: { ...headers, "content-type": mediaType }, body };
}
