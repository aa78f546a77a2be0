import { DecodeError, type DecodeErrorContext } from "../errors/wise-error.ts";
import { assertOptions } from "../options/assert-options.ts";
import type { PageOptions } from "../options/call-options.ts";
import type { ItemWalk, ToArrayOptions } from "./item-walk.ts";
import {
  type Arguments,
  type PageData,
  type PagePosition,
  type PageSteps,
  sizeArguments,
  stepFrom,
  stepsOf,
} from "./page-steps.ts";

/** A paged operation, and the call of one page. */
export interface PagedOperation {
  readonly name: string;
  readonly page: PageData;
  readonly nowMs: number;
  readonly callPage: (args: Arguments, options: PageOptions) => Promise<ReceivedPage>;
}

/** The value of one page, and what an error says that finds fault with it. */
interface ReceivedPage {
  readonly data: unknown;
  readonly context: () => DecodeErrorContext;
}

/**
 * Every item of a paged operation, one page in memory at a time. A response without a list, and a page that has come
 * already, are a `DecodeError`, so that the walk always ends.
 */
export function walkPages(
  operation: PagedOperation,
  args: Arguments = {},
  options: PageOptions = {},
): ItemWalk<unknown, unknown> {
  const walk = itemsOf(operation, args, options);
  return Object.assign(walk, {
    toArray: (given?: ToArrayOptions) => toArray(`${operation.name}.all().toArray()`, walk, given),
    async *pages() {
      for await (const { data } of pagesOf(operation, args, options)) yield data;
    },
  });
}

async function* itemsOf(...walk: Parameters<typeof pagesOf>): AsyncGenerator<unknown, void, undefined> {
  for await (const { items } of pagesOf(...walk)) yield* items;
}

async function toArray(
  where: string,
  walk: AsyncGenerator<unknown, void, undefined>,
  options: ToArrayOptions | undefined,
): Promise<unknown[]> {
  assertOptions(where, options, ["limit"]);
  const { limit = Number.POSITIVE_INFINITY } = options ?? {};
  if (!(limit >= 1 && (Number.isInteger(limit) || limit === Number.POSITIVE_INFINITY))) {
    throw new TypeError(`${where}: limit must be an integer >= 1`);
  }
  const all: unknown[] = [];
  for await (const item of walk) {
    all.push(item);
    if (all.length >= limit) break;
  }
  return all;
}

async function* pagesOf(
  { name, page, nowMs, callPage }: PagedOperation,
  args: Arguments,
  options: PageOptions,
): AsyncGenerator<{ readonly data: unknown; readonly items: readonly unknown[] }, void, undefined> {
  const steps = stepsOf(page);
  assertNotSet(name, steps, { ...args, ...options });
  const sized = { ...args, ...sizeArguments(page, args) };
  const walk = { where: `${name}.all()`, args: sized, nowMs };
  for (let position: PagePosition | undefined = {}; position; ) {
    const pageArguments = { ...sized, ...steps.argumentsOf(position, walk) };
    const { data, context } = await callPage(pageArguments, options);
    const { items, next, problem } = stepFrom(steps, position, data, walk);
    if (problem !== undefined) throw new DecodeError(problem, context());
    yield { data, items };
    position = next;
  }
}

/** What the walk sets itself; and what one call uses up. */
function assertNotSet(name: string, { ownArguments }: PageSteps, given: Arguments): void {
  for (const own of [...ownArguments, "oneTimeToken", "idempotencyKey"]) {
    if (given[own] !== undefined) throw new TypeError(`${name}.all(): ${own} cannot be set; all pages are read`);
  }
}
