import { isObject } from "../contract-nodes.ts";
import { operationNamed, unknownArgument } from "../contract-view.ts";
import type { Operation } from "../operation-view.ts";
import { ARGUMENT, type CrossCheck, type Extension, listOf, SDK_NAME } from "./extension.ts";

/** One entry of `x-invalidates`. */
export interface InvalidatedRead {
  readonly read: string;
  /** From an argument of the read to the one of the write that holds the same value. */
  readonly by: Readonly<Record<string, string>> | undefined;
}

/** The entries of a value of `x-invalidates`; a bare name is an entry without `by`. */
export function invalidatedReads(value: unknown): InvalidatedRead[] {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  return entries.map((entry) => {
    if (!isObject(entry)) return { read: String(entry), by: undefined };
    return { read: String(entry.read), by: entry.by as InvalidatedRead["by"] };
  });
}

const invalidatesReads: CrossCheck = (view) =>
  view.operations.flatMap((operation) => {
    const path = [...operation.path, "x-invalidates"];
    const value = operation.node["x-invalidates"];
    if (operation.isRead)
      return value === undefined ? [] : [{ path, reason: "x-invalidates does not belong on a read" }];
    const entries = invalidatedReads(value);
    return entries.flatMap(({ read, by }, index) => {
      const at = [...path, index];
      const target = operationNamed(view, read, operation.version);
      const problem = entryProblem(target, read, entries.slice(0, index));
      if (problem !== undefined || !target) return [{ path: at, reason: `x-invalidates names ${read}, ${problem}` }];
      return mappingProblems(operation, target, by).map((reason) => ({ path: at, reason }));
    });
  });

function entryProblem(target: Operation | undefined, read: string, before: readonly InvalidatedRead[]) {
  if (!target) return "which is no operation";
  if (!target.isRead) return "which is no read";
  return before.some((entry) => entry.read === read) ? "which it has named already" : undefined;
}

function mappingProblems(write: Operation, read: Operation, by: InvalidatedRead["by"]): string[] {
  return Object.entries(by ?? {}).flatMap(([theirs, ours]) => [
    ...unknownArgument(read, theirs),
    ...unknownArgument(write, ours),
  ]);
}

const entry = {
  type: "object",
  properties: { read: SDK_NAME, by: { type: "object", propertyNames: ARGUMENT, additionalProperties: ARGUMENT } },
  required: ["read", "by"],
  additionalProperties: false,
};

export const invalidates: Extension = {
  name: "x-invalidates",
  places: ["operation"],
  value: listOf({ anyOf: [SDK_NAME, entry] }, 0),
  expected:
    "a list of reads, each `resource.method` or `{ read, by: { <argument of the read>: <argument of this operation> } }`",
  demand: {
    where: "every operation that is not a read, even if the list is empty",
    missing: ({ operations }) =>
      operations.filter(({ isRead, node }) => !isRead && node["x-invalidates"] === undefined),
  },
  checks: [invalidatesReads],
  meaning:
    "The reads whose responses may be different once this call has succeeded. Of each read, the calls with the same values for those of its path arguments that are path arguments here; `by` replaces this rule where names differ or other arguments identify the thing.",
  readers: ["react"],
};
