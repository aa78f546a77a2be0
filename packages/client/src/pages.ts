import { type ClientCore, startCall } from "./call.ts";
import type { CallOptions } from "./call-options.ts";
import type { Operation } from "./operation.ts";
import { DecodeError } from "./wise-error.ts";

/** Options of a walk through pages. They hold for the call of each page; a one-time token cannot, being for one call. */
export interface PageOptions extends Omit<CallOptions, "oneTimeToken"> {}

/**
 * Every item of a paged operation, one page in memory at a time. The walk ends with an empty page, or once it has seen
 * as many items as the last answer counted; a page shorter than asked for does not end it. A server that gives the
 * same page twice is not asked for ever: that is a `DecodeError`.
 */
export async function* walkPages(
  core: ClientCore,
  operation: Operation,
  args: Readonly<Record<string, unknown>> | undefined,
  options: PageOptions | undefined,
): AsyncGenerator<unknown, void, undefined> {
  const [page = "", size = "", largest, itemsField = "", totalField = ""] =
    operation.traits.get("page")?.split(",") ?? [];
  for (const own of [page, "oneTimeToken"]) {
    if (own in { ...args, ...options }) throw new TypeError(`${operation.name}.all takes no ${own}`);
  }
  let seen = 0;
  let previous: string | undefined;
  for (let number = 1; ; number += 1) {
    const sized = { ...args, [size]: args?.[size] ?? Number(largest), [page]: number };
    const answer = (await startCall(core, operation, sized, options)) as Record<string, unknown>;
    const items = answer[itemsField];
    if (!Array.isArray(items)) throw broken(operation, `was answered without ${itemsField}`);
    if (items.length === 0) return;
    const first = JSON.stringify(items[0]);
    if (first === previous) throw broken(operation, "was answered with the same page twice");
    previous = first;
    yield* items;
    seen += items.length;
    const total = answer[totalField];
    if (typeof total === "number" ? seen >= total : items.length < Number(sized[size])) return;
  }
}

function broken({ name }: Operation, what: string): DecodeError {
  return new DecodeError(what, { operation: name, attempts: 1, retryable: false });
}
