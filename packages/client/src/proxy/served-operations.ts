import type { ResourceSet } from "../client-methods.ts";
import { operationScopes } from "../generated/proxy-facts.gen.ts";
import { type Operation, operationsOf } from "../operation.ts";
import type { OperationScope } from "./operation-scope.ts";

/** An operation that a grant can name. */
export interface ServedOperation {
  readonly operation: Operation;
  readonly scope: OperationScope;
}

/**
 * The operations of these resources that a grant can name, by name: those that take a user's token or none, and of which
 * the contract says whose data they are about (`x-scope`).
 */
export function servedOperations(resources: ResourceSet): ReadonlyMap<string, ServedOperation> {
  const served = new Map<string, ServedOperation>();
  for (const operation of operationsOf(resources)) {
    const { name, version } = operation;
    const key = version === undefined ? name : `${version} ${name}`;
    const scope = Object.hasOwn(operationScopes, key) ? operationScopes[key] : undefined;
    if (scope) served.set(name, { operation: forUsers(operation), scope });
  }
  return served;
}

/** An operation that takes either token takes the user's here: the grant is about what the user may do. */
function forUsers(operation: Operation): Operation {
  return Array.isArray(operation.auth) ? { ...operation, auth: ["user"] } : operation;
}
