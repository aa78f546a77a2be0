import { DecodeError } from "../errors/wise-error.ts";
import type { Operation, PageData } from "../operation.ts";
import type { PageOptions } from "../options/call-options.ts";
import { runCall } from "./call.ts";
import type { ClientCore } from "./client-core.ts";
import { type PagePosition, type PageSteps, pageSteps, sizeArguments, stepFrom } from "./page-steps.ts";

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
  const steps = pageSteps(page);
  assertNotSet(name, steps, { ...args, ...options });
  const sized = { ...args, ...sizeArguments(page, args) };
  const walk = { where: `${name}.all()`, args: sized, nowMs: core.clock.now() };
  for (let position: PagePosition | undefined = {}; position; ) {
    const pageArguments = { ...sized, ...steps.argumentsOf(position, walk) };
    const { data, context } = await runCall(core, operation, pageArguments, options);
    const { items, next, problem } = stepFrom(steps, position, data, walk);
    if (problem !== undefined) throw new DecodeError(problem, context());
    yield* items;
    position = next;
  }
}

/** What the walk sets itself; and what one call uses up. */
function assertNotSet(name: string, { ownArguments }: PageSteps, given: Arguments): void {
  for (const own of [...ownArguments, "oneTimeToken", "idempotencyKey"]) {
    if (given[own] !== undefined) throw new TypeError(`${name}.all(): ${own} cannot be set; all pages are read`);
  }
}
