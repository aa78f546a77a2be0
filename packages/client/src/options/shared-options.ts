/** Options that a client and each of its calls share. A call's own win. */
export interface SharedOptions {
  /**
   * How long one attempt may take, its response body included, and how long its token may take, in milliseconds. 0 times
   * out at once. Must be >= 0.
   * @default 60_000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * How long all attempts and the waits between them may take, in milliseconds. 0 times out at once. Must be >= 0; more
   * than the default counts as the default.
   * @default 1_073_741_824, which is 12 days
   */
  readonly totalTimeoutMs?: number | undefined;
  /**
   * How many retries a call may have where the contract allows them: 2 means at most 3 attempts, 0 means 1. Must be
   * >= 0.
   * @default 2
   */
  readonly maxRetries?: number | undefined;
  /**
   * The longest `Retry-After` to wait for, in milliseconds. A longer one ends the call at once with an error that holds
   * `retryAfterMs`. Must be >= 0.
   * @default 60_000
   */
  readonly maxRetryAfterMs?: number | undefined;
  /**
   * Further headers to send. They cannot replace those that the client sets itself.
   * @default {}
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The numbers among the shared options, each with its value. */
export type ResolvedOptions = { readonly [Name in keyof Omit<SharedOptions, "headers">]-?: number };

// Half of what a timer can hold: when the clock is set back, what is left of a wait gets longer.
const longestTimerMs = 2 ** 30;

/** What holds where neither client nor call says otherwise. */
export const defaultOptions: ResolvedOptions = {
  timeoutMs: 60_000,
  totalTimeoutMs: longestTimerMs,
  maxRetries: 2,
  maxRetryAfterMs: 60_000,
};

/** The values of `options`, else those of `defaults`, cut to what a timer can hold. */
export function resolveOptions(
  where: string,
  options: SharedOptions | undefined,
  defaults: ResolvedOptions,
): ResolvedOptions {
  if (!options) return defaults;
  const resolved: { -readonly [Name in keyof ResolvedOptions]: number } = { ...defaults };
  for (const name of Object.keys(defaults) as (keyof ResolvedOptions)[]) {
    const value = options[name];
    if (value === undefined) continue;
    if (!(value >= 0)) throw new TypeError(`${where}: ${name} must be a number >= 0`);
    resolved[name] = Math.min(value, longestTimerMs);
  }
  return resolved;
}
