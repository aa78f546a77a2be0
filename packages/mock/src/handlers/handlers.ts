import type { Operation } from "../contract/operation.ts";
import type { World } from "../engine/world.ts";
import type { OperationInput, PipelineAnswer } from "../pipeline/request.ts";
import { createCardDataHandlers } from "./card-data.ts";
import { cardHandlers } from "./cards.ts";
import { oauthHandlers } from "./oauth.ts";
import { permissionHandlers } from "./permissions.ts";
import { scaHandlers } from "./sca.ts";
import { spendingLimitHandlers } from "./spending-limits.ts";

/** Answers an operation from state, or undefined if the operation has no handler. */
export type StateAnswer = (
  operation: Operation,
  input: OperationInput,
  world: World,
) => Promise<PipelineAnswer> | undefined;

interface HandlerAnswer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly mediaType?: string;
  readonly body?: unknown;
}

type AnyHandler = (request: OperationInput, world: World) => HandlerAnswer | Promise<HandlerAnswer>;

/** Brings all handlers together. Their types are the contract's; here, by name, they become one. */
export function createStateAnswer(operations: readonly Operation[]): StateAnswer {
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
  return (operation, input, world) => {
    const handler = byName.get(operation.name) as AnyHandler | undefined;
    return handler && run(handler, input, world);
  };
}

async function run(handler: AnyHandler, input: OperationInput, world: World): Promise<PipelineAnswer> {
  const { status, headers, mediaType = "application/json", body } = await handler(input, world);
  if (body === undefined) return { statusCode: status, headers: headers ?? {} };
  return { statusCode: status, headers: { ...headers, "content-type": mediaType }, body };
}
