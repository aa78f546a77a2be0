import { capitalise, type OperationModel } from "./model.ts";
import type { Review } from "./review.ts";

/**
 * Names in `@wisekit/react`, by rule: `cards.list` is `useCards`, `cards.get` is `useCard`, any other read is
 * `use<Thing><Method>`; `cards.updateStatus` is `useUpdateCardStatus`, `permissions.updateMany` is
 * `useUpdatePermissions`.
 */
export function hookName(operation: OperationModel): string {
  const { resource, method, isRead } = operation;
  const things = capitalise(resource);
  const thing = capitalise(singular(resource));
  const [, verb = "", rest = ""] = /^([a-z]+)(.*)$/.exec(method) ?? [];
  if (isRead) {
    if (verb === "list") return `use${things}${rest}`;
    return verb === "get" ? `use${thing}${rest}` : `use${thing}${capitalise(method)}`;
  }
  const many = /^Many(?![a-z])/.test(rest);
  return `use${capitalise(verb)}${many ? things + rest.slice("Many".length) : thing + rest}`;
}

/** `useCards` → `useInfiniteCards`. */
export function infiniteHookName(operation: OperationModel): string {
  return hookName(operation).replace(/^use/, "useInfinite");
}

/** `cards` → `card`: the stem of `cardQueries` and `cardMutations`. */
export function singular(resource: string): string {
  if (resource.endsWith("ies")) return `${resource.slice(0, -3)}y`;
  return /[^s]s$/.test(resource) ? resource.slice(0, -1) : resource;
}

/** Two operations whose hooks would have one name are told apart in the contract, not here. */
export function stopOnHookCollisions(review: Review, operations: readonly OperationModel[]): void {
  const taken = new Map<string, string>();
  for (const operation of operations) {
    const names = [hookName(operation), ...(operation.pagination ? [infiniteHookName(operation)] : [])];
    for (const name of names) {
      const first = taken.get(name);
      const at = ["paths", operation.path, operation.httpMethod, "x-sdk-name"];
      if (first) review.stop(at, `the hook of ${operation.sdkName} would be ${name}, as that of ${first}`);
      taken.set(name, operation.sdkName);
    }
  }
}
