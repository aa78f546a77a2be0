import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { type AffectedReads, affectedKeys, deferInvalidation } from "./invalidation.ts";
import { type ArgumentValues, isInfiniteKey, type WiseQueryKeyPrefix } from "./query-key.ts";

/** What a write shows before its response is here, from the contract's `x-optimistic`. */
export interface OptimisticRule {
  /** The argument that holds the new value. */
  readonly argument: string;
  /** Only a change between two of these values is shown. */
  readonly between: readonly string[];
  /** Where the value is in the responses of reads. */
  readonly places: readonly OptimisticPlace[];
}

/** Where a value is in the response of a read. */
export interface OptimisticPlace {
  readonly read: string;
  /** The path of the property. */
  readonly set: readonly string[];
  /** If the response is a list: the array, and which item of it, by a field and the argument that it equals. */
  readonly item?: { readonly of: string; readonly field: string; readonly argument: string };
}

interface Change {
  readonly from: (present: unknown) => boolean;
  readonly to: unknown;
}

/** The optimistic update of one call of a write. */
export interface OptimisticUpdate {
  /** Resolves once the outcome is shown. */
  readonly shown: Promise<void>;
  /** Shows again what was there before, except in entries that have changed since. */
  readonly rollback: () => void;
  /** Ends the deferral of invalidations that would undo the update on screen. */
  readonly end: () => void;
}

/** Begins the optimistic update of a write, in the cached responses that hold its outcome. */
export type OptimisticUpdater = (
  queryClient: QueryClient,
  affects: AffectedReads,
  args: ArgumentValues,
) => OptimisticUpdate;

/** Makes the updater of an operation. It is apart from the factories of mutations, since few of them have one. */
export function createOptimisticUpdater(rule: OptimisticRule): OptimisticUpdater {
  return (queryClient, affects, args) => {
    const targets = targetsOf(rule, affects, args);
    const undos: (() => void)[] = [];
    return {
      end: deferInvalidation(
        queryClient,
        targets.map(({ queryKey }) => queryKey),
      ),
      shown: applyOptimisticUpdate(queryClient, rule, targets, args, undos),
      rollback: () => {
        for (const undo of undos) undo();
      },
    };
  };
}

/** A place, and how the keys of the queries begin that it is in. */
interface Target {
  readonly place: OptimisticPlace;
  readonly queryKey: WiseQueryKeyPrefix;
}

/** Nowhere if the value is not covered, or if the write does not say which thing is meant. */
function targetsOf({ argument, between, places }: OptimisticRule, affects: AffectedReads, args: ArgumentValues) {
  const isCovered = between.includes(args[argument] as string);
  const complete = affects.filter(({ by }) => Object.values(by).every((name) => args[name] !== undefined));
  return (isCovered ? places : []).flatMap((place): Target[] => {
    const own = complete.filter(({ read }) => read === place.read);
    return affectedKeys(own, args).map((queryKey) => ({ place, queryKey }));
  });
}

async function applyOptimisticUpdate(
  queryClient: QueryClient,
  { argument, between }: OptimisticRule,
  targets: readonly Target[],
  args: ArgumentValues,
  undos: (() => void)[],
): Promise<void> {
  const to = args[argument];
  const isCovered = (value: unknown) => between.includes(value as string);
  for (const { place, queryKey } of targets) {
    // A response that is still on its way was asked for before the write, and would undo it on screen.
    await queryClient.cancelQueries({ queryKey });
    for (const [key, data] of queryClient.getQueriesData({ queryKey })) {
      const before = presentValue(data, key, place, args);
      if (!isCovered(before)) continue;
      queryClient.setQueryData(key, patch(data, key, place, args, { from: isCovered, to }));
      const back: Change = { from: (present) => present === to, to: before };
      undos.push(() => queryClient.setQueryData(key, (now: unknown) => patch(now, key, place, args, back)));
    }
  }
}

function patch(data: unknown, key: QueryKey, place: OptimisticPlace, values: ArgumentValues, change: Change): unknown {
  return mapThings(data, key, place, values, (thing) => setAt(thing, place.set, change));
}

function presentValue(data: unknown, key: QueryKey, place: OptimisticPlace, values: ArgumentValues): unknown {
  let found: unknown;
  mapThings(data, key, place, values, (thing) => {
    found ??= place.set.reduce<unknown>((value, name) => (value as Thing | undefined)?.[name], thing);
    return thing;
  });
  return found;
}

type Thing = Readonly<Record<string, unknown>>;

function mapThings(
  data: unknown,
  key: QueryKey,
  { item }: OptimisticPlace,
  values: ArgumentValues,
  map: (thing: Thing) => Thing,
): unknown {
  if (data === undefined) return undefined;
  if (!item) return map(data as Thing);
  const mapPage = (page: Thing): Thing => {
    const list = page[item.of] as readonly Thing[];
    return {
      ...page,
      [item.of]: list.map((thing) => (thing[item.field] === values[item.argument] ? map(thing) : thing)),
    };
  };
  if (!isInfiniteKey(key)) return mapPage(data as Thing);
  const pages = (data as { readonly pages: readonly Thing[] }).pages;
  return { ...(data as Thing), pages: pages.map(mapPage) };
}

function setAt(thing: Thing, [name, ...rest]: readonly string[], change: Change): Thing {
  if (name === undefined) return thing;
  const present = thing[name];
  if (rest.length > 0) return present ? { ...thing, [name]: setAt(present as Thing, rest, change) } : thing;
  return change.from(present) ? { ...thing, [name]: change.to } : thing;
}
