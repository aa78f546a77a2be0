import type { Schema } from "./contract-document.ts";
import type { ArgumentModel, ContractModel, OperationModel, Sensitivity } from "./model.ts";

/** What an operation becomes in `@wisekit/react`. */
export type ReactKind =
  /** Query options and hooks. */
  | "read"
  /** Mutation options and a hook. */
  | "write"
  /** A hook that goes past the caches. */
  | "uncached"
  /** Nothing. */
  | "none";

// Neither a query key nor a cached answer nor the variables of a mutation may hold one of these.
const secrets: readonly Sensitivity[] = ["token", "pan", "cvv2", "pin"];

/**
 * Decides from the contract alone. Card data has a hook of its own, which is written by hand; an operation that takes
 * the partner's credentials has no place in a browser; one that takes or gives a secret is never cached.
 */
export function reactKind(model: ContractModel, operation: OperationModel): ReactKind {
  if (operation.isSealedExchange || operation.auth.kind === "basic") return "none";
  const { response } = operation;
  const answer = "schema" in response ? response.schema : undefined;
  const takes = operation.arguments.some((argument) => holdsArgument(model, argument, secrets));
  const gives = response.kind === "sealed" || (answer !== undefined && holds(model, answer, secrets));
  // A refusal under strong customer authentication carries a one-time token, and a cache keeps errors as well.
  if (takes || gives || operation.sca) return "uncached";
  return operation.isRead ? "read" : "write";
}

/** The operations that become this, in the contract's order. */
export function ofKind(model: ContractModel, kind: ReactKind): OperationModel[] {
  return model.operations.filter((operation) => reactKind(model, operation) === kind);
}

/** The reads among those invalidated that are cached at all, each with the arguments that narrow it down. */
export function invalidates(model: ContractModel, operation: OperationModel): Record<string, string[]> {
  const reads = ofKind(model, "read").map(({ sdkName }) => sdkName);
  const entries = operation.invalidates.filter(({ read }) => reads.includes(read));
  return Object.fromEntries(
    entries
      .toSorted((a, b) => reads.indexOf(a.read) - reads.indexOf(b.read))
      .map(({ read, by }) => [read, Object.keys(by)]),
  );
}

/** Whether the arguments hold personal data. */
export function takesPersonalData(model: ContractModel, operation: OperationModel): boolean {
  return operation.arguments.some((argument) => holdsArgument(model, argument, ["pii"]));
}

function holdsArgument(model: ContractModel, argument: ArgumentModel, kinds: readonly Sensitivity[]): boolean {
  return kinds.includes(argument.sensitive ?? "none") || holds(model, argument.schema, kinds);
}

function holds(
  model: ContractModel,
  schema: Schema,
  kinds: readonly Sensitivity[],
  seen: ReadonlySet<Schema> = new Set(),
): boolean {
  const resolved = model.resolveSchema(schema);
  if (seen.has(resolved)) return false;
  if (kinds.includes(resolved["x-sensitive"] as Sensitivity) || kinds.includes(schema["x-sensitive"] as Sensitivity)) {
    return true;
  }
  const { items, additionalProperties } = resolved;
  const parts = [
    ...Object.values(resolved.properties ?? {}),
    ...(items ? [items] : []),
    ...(typeof additionalProperties === "object" ? [additionalProperties] : []),
    ...(resolved.allOf ?? []),
    ...(resolved.oneOf ?? []),
    ...(resolved.anyOf ?? []),
  ];
  return parts.some((part) => holds(model, part, kinds, new Set([...seen, resolved])));
}
