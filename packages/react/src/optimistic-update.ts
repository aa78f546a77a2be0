import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { operationName } from "./operation-call.ts";
import { isInfiniteKey, pickArguments, readKey } from "./query-key.ts";

/** What a write can show before it is answered, from the contract's `x-optimistic`. */
export interface OptimisticRule {
  /** The argument that holds the new value. */
  readonly argument: string;
  /** Only a change between two of these values is shown early. */
  readonly between: readonly string[];
  readonly reads: readonly OptimisticRead[];
}

/** Where the value is in the answer of a read. */
export interface OptimisticRead {
  readonly read: string;
  /** Arguments that read and write have in common. */
  readonly shared: readonly string[];
  /** The path of the property. */
  readonly set: readonly string[];
  /** The array that holds the thing, if the answer is a list, and which item of it: its field and the argument. */
  readonly item?: { readonly of: string; readonly field: string; readonly argument: string };
}

interface Change {
  readonly from: (present: unknown) => boolean;
  readonly to: unknown;
}

/**
 * Shows the outcome of a write in the cached answers that hold it, and gives the function that takes it back: there,
 * and only there, where nothing newer has come in between.
 */
export async function showEarly(queryClient: QueryClient, rule: OptimisticRule, args: object): Promise<() => void> {
  const given = args as Record<string, unknown>;
  const to = given[rule.argument];
  if (!rule.between.includes(to as string)) return () => undefined;
  const undos: (() => void)[] = [];
  for (const read of rule.reads) {
    const queryKey = readKey(operationName(read.read), pickArguments(read.shared, args));
    // An answer that is still on its way was asked for before the write, and would undo it on screen.
    await queryClient.cancelQueries({ queryKey });
    const change: Change = { from: (present) => rule.between.includes(present as string), to };
    for (const [key, data] of queryClient.getQueriesData({ queryKey })) {
      const before = presentValue(data, key, read, given);
      if (before === undefined || !change.from(before)) continue;
      queryClient.setQueryData(key, patch(data, key, read, given, change));
      const back: Change = { from: (present) => present === to, to: before };
      undos.push(() => queryClient.setQueryData(key, (now: unknown) => patch(now, key, read, given, back)));
    }
  }
  return () => {
    for (const undo of undos) undo();
  };
}

function patch(data: unknown, key: QueryKey, read: OptimisticRead, given: Given, change: Change): unknown {
  return mapThings(data, key, read, given, (thing) => setAt(thing, read.set, change));
}

function presentValue(data: unknown, key: QueryKey, read: OptimisticRead, given: Given): unknown {
  let found: unknown;
  mapThings(data, key, read, given, (thing) => {
    found ??= read.set.reduce<unknown>((value, name) => (value as Given | undefined)?.[name], thing);
    return thing;
  });
  return found;
}

type Given = Readonly<Record<string, unknown>>;

function mapThings(
  data: unknown,
  key: QueryKey,
  { item }: OptimisticRead,
  given: Given,
  map: (thing: Given) => Given,
): unknown {
  if (data === undefined) return undefined;
  if (!item) return map(data as Given);
  const mapPage = (page: Given): Given => {
    const list = page[item.of] as readonly Given[];
    return {
      ...page,
      [item.of]: list.map((thing) => (thing[item.field] === given[item.argument] ? map(thing) : thing)),
    };
  };
  if (!isInfiniteKey(key)) return mapPage(data as Given);
  const pages = (data as { readonly pages: readonly Given[] }).pages;
  return { ...(data as Given), pages: pages.map(mapPage) };
}

function setAt(thing: Given, [name, ...rest]: readonly string[], change: Change): Given {
  if (name === undefined) return thing;
  const present = thing[name];
  if (rest.length > 0) return present ? { ...thing, [name]: setAt(present as Given, rest, change) } : thing;
  return change.from(present) ? { ...thing, [name]: change.to } : thing;
}
