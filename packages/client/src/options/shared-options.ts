import { longestTimerMs } from "../time/clock.ts";

/** Options that a client and each of its calls share. A call's own win. */
export interface SharedOptions {
  /**
   * How long one attempt may take, its response body included, and how long its token may take, in milliseconds. Must be
   * > 0; `Infinity` is no limit.
   * @default 60_000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * How long all attempts and the waits between them may take, in milliseconds. Must be > 0; `Infinity` is no limit.
   * @default Infinity
   */
  readonly totalTimeoutMs?: number | undefined;
  /**
   * How many retries a call may have where the contract allows them: 2 means at most 3 attempts, 0 means 1. Must be an
   * integer >= 0, or `Infinity`.
   * @default 2
   */
  readonly maxRetries?: number | undefined;
  /**
   * The longest `Retry-After` to wait for, in milliseconds. A longer one ends the call at once with an error that holds
   * `retryAfterMs`. Must be >= 0; 0 waits for none.
   * @default 60_000
   */
  readonly maxRetryAfterMs?: number | undefined;
  /**
   * How long a call may wait for a slot of the rate limits each time, in milliseconds; after that it throws `QueueError`.
   * Must be > 0; `Infinity` is no limit.
   * @default 120_000
   */
  readonly maxQueueMs?: number | undefined;
  /**
   * How many calls of all users may wait for a slot already. A call that would have to wait behind more throws
   * `QueueError` at once. 0: this call does not wait. Must be an integer >= 0, or `Infinity`.
   * @default 10_000
   */
  readonly maxQueued?: number | undefined;
  /**
   * Further headers to send. They cannot replace those that the client sets itself.
   * @default {}
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The numbers among the shared options, each with its value. */
export type ResolvedOptions = { readonly [Name in keyof Omit<SharedOptions, "headers">]-?: number };

/** What holds where neither client nor call says otherwise. */
export const defaultOptions: ResolvedOptions = {
  timeoutMs: 60_000,
  totalTimeoutMs: Number.POSITIVE_INFINITY,
  maxRetries: 2,
  maxRetryAfterMs: 60_000,
  maxQueueMs: 120_000,
  maxQueued: 10_000,
};

// 0 is no time limit: it is what an empty environment variable becomes.
const requirements: { readonly [Name in keyof ResolvedOptions]: readonly [string, (value: number) => boolean] } = {
  timeoutMs: ["a number > 0", (value) => value > 0],
  totalTimeoutMs: ["a number > 0", (value) => value > 0],
  maxRetries: ["an integer >= 0", isCount],
  maxRetryAfterMs: ["a number >= 0", (value) => value >= 0],
  maxQueueMs: ["a number > 0", (value) => value > 0],
  maxQueued: ["an integer >= 0", isCount],
};

function isCount(value: number): boolean {
  return value >= 0 && (Number.isInteger(value) || value === 1 / 0);
}

/** The values of `options`, else those of `defaults`. */
export function resolveOptions(
  where: string,
  options: SharedOptions | undefined,
  defaults: ResolvedOptions,
): ResolvedOptions {
  if (!options) return defaults;
  const resolved: { -readonly [Name in keyof ResolvedOptions]: number } = { ...defaults };
  for (const name of Object.keys(defaults) as (keyof ResolvedOptions)[]) {
    const value: unknown = options[name];
    if (value === undefined) continue;
    const [what, holds] = requirements[name];
    if (typeof value !== "number" || !holds(value)) throw new TypeError(`${where}: ${name} must be ${what}`);
    resolved[name] = value;
  }
  // A wait has to be one that a timer can hold.
  resolved.maxRetryAfterMs = Math.min(resolved.maxRetryAfterMs, longestTimerMs);
  return resolved;
}
