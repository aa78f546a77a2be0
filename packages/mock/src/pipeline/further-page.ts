import type { Pagination } from "../contract/pagination.ts";
import type { OperationInput } from "./request.ts";

/** Whether a page beyond the first is asked for. */
export function isFurtherPage({ position, first }: Pagination, { query }: OperationInput): boolean {
  const value = query[position];
  return value !== undefined && (first === undefined || Number(value) > first);
}

/** What an example looks like on a page beyond the last: everything that there is was on the first one. */
export function emptyPage({ items, next }: Pagination, example: unknown): unknown {
  const withoutItems = replaceAt(example, items, []);
  return next === undefined ? withoutItems : replaceAt(withoutItems, next, null);
}

function replaceAt(value: unknown, [first, ...rest]: readonly string[], replacement: unknown): unknown {
  if (first === undefined) return replacement;
  if (typeof value !== "object" || value === null || !(first in value)) return value;
  return { ...value, [first]: replaceAt((value as Record<string, unknown>)[first], rest, replacement) };
}
