import type { Operation } from "../contract/operation.ts";
import { findCard, findProfile, type World } from "../engine/world.ts";
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
    return handler ? run(handler, input, world) : refuseUnknown(operation, input, world);
  };
}

/**
 * An operation of ours that has no handler yet still knows whose profile and card it is asked about: it refuses what every
 * other operation refuses. An operation without an SDK name is of another contract, where the same words may mean else.
 */
function refuseUnknown({ name }: Operation, { path }: OperationInput, world: World): Promise<never> | undefined {
  const { profileId, cardToken } = path;
  if (name.includes(" ") || typeof profileId !== "number") return undefined;
  try {
    if (typeof cardToken === "string") findCard(world, profileId, cardToken);
    else findProfile(world, profileId);
    return undefined;
  } catch (refusal) {
    return Promise.reject(refusal);
  }
}

async function run(handler: AnyHandler, input: OperationInput, world: World): Promise<PipelineAnswer> {
  const { status, headers, mediaType = "application/json", body } = await handler(input, world);
  if (body === undefined) return { statusCode: status, headers: headers ?? {} };
  return { statusCode: status, headers: { ...headers, "content-type": mediaType }, body };
}
