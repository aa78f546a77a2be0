import type { Operation } from "../contract/operation.ts";
import type { MockContext } from "../engine/context.ts";
import { findCard, findProfile } from "../engine/find-card.ts";
import type { OperationInput, PipelineResponse } from "../pipeline/request.ts";
import { cardDataHandlers } from "./card-data.ts";
import { cardHandlers } from "./cards.ts";
import { oauthHandlers } from "./oauth.ts";
import type { OperationHandlers } from "./operation-handler.ts";
import { permissionHandlers } from "./permissions.ts";
import { scaHandlers } from "./sca.ts";
import { spendingLimitHandlers } from "./spending-limits.ts";

/** Runs the handler of an operation; undefined if the operation has none. */
export type RunHandler = (
  operation: Operation,
  input: OperationInput,
  context: MockContext,
) => Promise<PipelineResponse> | undefined;

/** What a handler responds with. */
export interface HandlerResponse {
  readonly status: number;
  readonly headers?: Record<string, string>;
  /** Default `application/json`. */
  readonly mediaType?: string;
  /** JSON, text, or bytes. */
  readonly body?: unknown;
  /** Whether the contract's sources document it, although the operation as a whole has an `x-assumption`. */
  readonly isDocumented?: boolean;
}

/** A handler as the pipeline sees it. */
export type AnyHandler = (
  request: OperationInput,
  context: MockContext,
  operation: Operation,
) => HandlerResponse | Promise<HandlerResponse>;

const typedHandlers: OperationHandlers = {
  ...cardHandlers,
  ...permissionHandlers,
  ...spendingLimitHandlers,
  ...cardDataHandlers,
  ...scaHandlers,
  ...oauthHandlers,
};

/** The mock's handlers by the name of their operation. Each has the types of its operation; here they become one. */
export const allHandlers: Readonly<Record<string, AnyHandler>> = typedHandlers as Record<string, unknown> as Record<
  string,
  AnyHandler
>;

/** Makes the function that finds and runs handlers. */
export function createRunHandler(handlers: Readonly<Record<string, AnyHandler>>): RunHandler {
  const byName = new Map(Object.entries(handlers));
  return (operation, input, context) => {
    const handler = byName.get(operation.name);
    return handler && run(handler, input, context, operation);
  };
}

/**
 * Without a handler, profile and card are still checked. An operation without an SDK name is of another contract, where the
 * same parameter names may mean something else.
 */
export function checkProfileAndCard({ name }: Operation, { path }: OperationInput, context: MockContext): void {
  const { profileId, cardToken } = path;
  if (name.includes(" ") || typeof profileId !== "number") return;
  if (typeof cardToken === "string") findCard(context, profileId, cardToken);
  else findProfile(context, profileId);
}

async function run(
  handler: AnyHandler,
  input: OperationInput,
  context: MockContext,
  operation: Operation,
): Promise<PipelineResponse> {
  const {
    status,
    headers,
    mediaType = "application/json",
    body,
    isDocumented = false,
  } = await handler(input, context, operation);
  if (body === undefined) return { statusCode: status, headers: headers ?? {}, isDocumented };
  return { statusCode: status, headers: { ...headers, "content-type": mediaType }, body, isDocumented };
}
