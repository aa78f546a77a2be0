import { type ContractModel, capitalise, type OperationModel } from "./model.ts";

/** How things are called, one and many. */
export type ResourceNames = Pick<ContractModel, "singular" | "plural">;

/**
 * Names in `@wisekit/react`, by rule: `cards.list` is `useCards`, `cards.get` is `useCard`, any other read is
 * `use<Thing><Method>`; `cards.updateStatus` is `useUpdateCardStatus`, `permissions.updateMany` is
 * `useUpdatePermissions`.
 */
export function hookName({ singular, plural }: ResourceNames, operation: OperationModel): string {
  const { resource, method, isRead } = operation;
  const things = capitalise(plural(resource));
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
export function infiniteHookName(names: ResourceNames, operation: OperationModel): string {
  return hookName(names, operation).replace(/^use/, "useInfinite");
}
