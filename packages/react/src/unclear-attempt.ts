import { replaceEqualDeep } from "@tanstack/react-query";
import { type CallOptions, isWiseError } from "@wisekit/client";
import type { CallInput } from "./call-operation.ts";

/** A keyed call that is over. `error` is what it failed with. */
export interface PastAttempt {
  readonly args: object;
  readonly error: unknown;
}

/**
 * A call with the idempotency key of the latest attempt, if that had the same arguments and its outcome is unclear, so
 * that Wise carries out one of the two. With other arguments, or after a clear outcome, the client makes a new key.
 * `keyArgument` is the argument that holds the key; without one the key is a call option. A key of the caller's own wins.
 */
export function repeatUnclear(
  { args, options }: CallInput,
  attempts: readonly PastAttempt[],
  keyArgument: string | undefined,
): CallInput {
  const latest = attempts.findLast((attempt) => isSame(attempt.args, args));
  const idempotencyKey = latest && unclearKey(latest.error);
  if (idempotencyKey === undefined) return { args, options };
  return keyArgument === undefined
    ? { args, options: { idempotencyKey, ...defined(options ?? {}) } as CallOptions }
    : { args: { [keyArgument]: idempotencyKey, ...defined(args) }, options };
}

/** The attempts to remember after one more: this one takes the place of earlier ones, and stays while it is unclear. */
export function rememberUnclear(attempts: readonly PastAttempt[], last: PastAttempt): readonly PastAttempt[] {
  const others = attempts.filter(({ args }) => !isSame(args, last.args));
  return unclearKey(last.error) === undefined ? others : [...others, last];
}

/** The key of a call that may have been carried out: without a readable response, with a 5xx, or to be repeated. */
function unclearKey(error: unknown): string | undefined {
  if (!isWiseError(error)) return undefined;
  const { status = 500 } = error as { readonly status?: number };
  return status >= 500 || error.retryable ? error.idempotencyKey : undefined;
}

function isSame(one: object, other: object): boolean {
  const present = defined(one);
  return replaceEqualDeep(present, defined(other)) === present;
}

function defined(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
