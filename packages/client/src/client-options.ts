import type { Auth } from "./access-token.ts";
import type { ScaRequiredError } from "./api-error.ts";
import { unknownName } from "./build-request.ts";
import type { CallListener } from "./call-events.ts";
import type { Clock } from "./clock.ts";
import type { environments } from "./generated/environments.gen.ts";
import type { RateLimit } from "./rate-gate.ts";

/** The addresses of the two hosts. */
export interface Hosts {
  readonly api: string;
  /** Serves sensitive card data. */
  readonly twcard: string;
}

/** Options that a client and each of its calls share; a call's win. */
export interface SharedOptions {
  /** How long one attempt may take, its answer included, and how long its token, in milliseconds. Default: 60 000. */
  readonly timeoutMs?: number | undefined;
  /** How long all attempts and the waits between them may take, in milliseconds. Default: no limit but a timer's, 12 days. */
  readonly totalTimeoutMs?: number | undefined;
  /** How often a call may be repeated where the contract allows it. Default: 2. */
  readonly maxRetries?: number | undefined;
  /** The longest wait that a server may ask for, in milliseconds; beyond it the call fails at once. Default: 60 000. */
  readonly maxRetryAfterMs?: number | undefined;
  /** Further headers to send. They cannot replace those that the client sets itself. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Waits until the one-time token of `challenge` is cleared, as by `createScaFlow`. What it throws, the call throws. The
 * time it takes does not count against `totalTimeoutMs`.
 */
export type ClearSca = (
  challenge: ScaRequiredError,
  context: { readonly signal: AbortSignal | undefined },
) => Promise<void>;

/** What `createClient` takes. One of `environment` and `baseUrl` must be given. */
export interface ClientOptions extends SharedOptions, CallListener {
  /** Whose addresses to call: Wise's production or sandbox, or addresses of your own. */
  readonly environment?: keyof typeof environments | Hosts | undefined;
  /** One address for both hosts: a mock's, or a proxy's. May be relative where `fetch` allows it. */
  readonly baseUrl?: string | undefined;
  /** An access token, a function that gives one, or a provider such as `userToken(…)`. Default: no token is sent. */
  readonly auth?: Auth | undefined;
  /** Clears the challenge of a call that strong customer authentication stops. Once it resolves, the call is repeated. */
  readonly onSca?: ClearSca | undefined;
  /** How fast calls may go; more of them wait their turn. Default: the documented limits. `false`: as fast as they come. */
  readonly rateLimits?: readonly RateLimit[] | false | undefined;
  /** More listeners, such as `logTo(console)`, or `openTelemetry()` of `@wisekit/client/otel`. */
  readonly listeners?: readonly CallListener[] | undefined;
  /** The `fetch` to use. Default: the platform's. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Default: the machine's. */
  readonly clock?: Clock | undefined;
  /** Gives numbers from 0 to below 1, for the jitter of waits. Default: `Math.random`. */
  readonly random?: (() => number) | undefined;
}

// Half of what a timer can hold: a clock that is set back makes what is left of it longer.
const longestTimerMs = 2 ** 30;

/** Throws a `TypeError` if `options` is not an object that holds only these names. */
export function assertOptions(what: string, options: unknown, names: readonly string[]): void {
  if (options === undefined) return;
  if (typeof options !== "object") throw new TypeError(`the options of ${what} are an object`);
  for (const name in options) if (!names.includes(name)) throw unknownName(what, "option", name, names);
}

/** The limits of a call. */
export type Limits = { readonly [Name in keyof Omit<SharedOptions, "headers">]-?: number };

/** What holds where neither client nor call says otherwise. */
export const defaultLimits: Limits = {
  timeoutMs: 60_000,
  totalTimeoutMs: longestTimerMs,
  maxRetries: 2,
  maxRetryAfterMs: 60_000,
};

/** These limits, with those that the options name in their place, cut to what a timer can hold. */
export function limitsOf(limits: Limits, options: SharedOptions | undefined): Limits {
  if (!options) return limits;
  const merged: { -readonly [Name in keyof Limits]: number } = { ...limits };
  for (const name in limits) {
    const value = options[name as keyof Limits];
    if (value === undefined) continue;
    if (!(value >= 0)) throw new TypeError(`${name} must be a number from 0`);
    merged[name as keyof Limits] = Math.min(value, longestTimerMs);
  }
  return merged;
}
