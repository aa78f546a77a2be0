import type { OperationObject } from "./document.ts";
import type { Parameter } from "./parameter.ts";

/** What the mock has to know of the pages of an operation (`x-pagination`). */
export interface Pagination {
  /** Name on the wire of the query parameter that says which page, and its value for the first one; absent from it if undefined. */
  readonly position: string;
  readonly first: number | undefined;
  /** Where the items are in the response; nowhere if the response is the list itself. */
  readonly items: readonly string[];
  /** Where a response names the next page. */
  readonly next: readonly string[] | undefined;
}

/** Reads `x-pagination`. Windows of time are no pages: each one is asked for by the caller. */
export function readPagination(source: OperationObject, parameters: readonly Parameter[]): Pagination | undefined {
  const value = source["x-pagination"];
  if (typeof value !== "object" || value === null) return undefined;
  const { page, offset, cursor, first = 1, items, next } = value as Readonly<Record<string, unknown>>;
  const argument = page ?? offset ?? cursor;
  const parameter = parameters.find((candidate) => candidate.in === "query" && candidate.argument === argument);
  if (!parameter) return undefined;
  return {
    position: parameter.name,
    first: page !== undefined ? Number(first) : offset !== undefined ? 0 : undefined,
    items: pathOf(items) ?? [],
    next: pathOf(next),
  };
}

function pathOf(value: unknown): readonly string[] | undefined {
  return typeof value === "string" ? value.split(".") : undefined;
}
