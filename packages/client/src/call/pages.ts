import { DecodeError } from "../errors/wise-error.ts";
import { responseFacts } from "../generated/client-facts.gen.ts";
import type { Operation, PageData } from "../operation.ts";
import type { PageOptions } from "../options/call-options.ts";
import { headerOf } from "../response/headers.ts";
import { runCall } from "./call.ts";
import type { ClientCore } from "./client-core.ts";
import { type PageWalk, sizeArguments, startWalk, valueAt } from "./page-walk.ts";
import { errorContext } from "./pending-call.ts";

type Arguments = Readonly<Record<string, unknown>>;

/**
 * Every item of a paged operation, one page in memory at a time. A response without a list, and a page that has come
 * already, are a `DecodeError`, so that the walk always ends.
 */
export async function* walkPages(
  core: ClientCore,
  operation: Operation & { readonly page: PageData },
  args: Arguments = {},
  options: PageOptions | undefined = {},
): AsyncGenerator<unknown, void, undefined> {
  const { name, page } = operation;
  const walk = startWalk(page, { where: `${name}.all()`, args, nowMs: core.clock.now() });
  assertNotSet(name, walk, { ...args, ...options });
  const fixed = { ...args, ...sizeArguments(page, args) };
  for (let next: Arguments | undefined = walk.first; next; ) {
    const { data, response, attempts } = await runCall(core, operation, { ...fixed, ...next }, options);
    const fail = (what: string): DecodeError => {
      const traceId = headerOf(response, responseFacts.traceId);
      return new DecodeError(what, errorContext({ operation, attempts }, { retryable: false, traceId }));
    };
    const items = page.items ? valueAt(data, page.items) : data;
    if (!Array.isArray(items)) throw fail(`got a response without the list ${page.items?.join(".") ?? ""}`.trimEnd());
    next = walk.next({ response: data, items, fail });
    yield* items;
  }
}

/** What the walk sets itself; and what one call uses up. */
function assertNotSet(name: string, walk: PageWalk, given: Arguments): void {
  for (const own of [...walk.ownArguments, "oneTimeToken", "idempotencyKey"]) {
    if (given[own] !== undefined) throw new TypeError(`${name}.all(): ${own} cannot be set; all pages are read`);
  }
}
