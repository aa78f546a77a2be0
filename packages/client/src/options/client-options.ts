import type { Auth } from "../auth/access-token.ts";
import type { RateLimit, RateLimitStore } from "../call/rate-limits.ts";
import type { ScaRequiredError } from "../errors/api-error.ts";
import type { Environment, Hosts } from "../generated/hosts.gen.ts";
import type { CallListener, ListenerErrorHandler } from "../observe/events.ts";
import type { Clock } from "../time/clock.ts";
import type { MutualTls } from "./client-hosts.ts";
import type { SharedOptions } from "./shared-options.ts";

/**
 * Waits until the one-time token of `challenge` is cleared, as by `createScaFlow`. What it throws, the call throws. Its
 * time does not count against `totalTimeoutMs`.
 */
export type ScaChallengeHandler = (
  challenge: ScaRequiredError,
  context: { readonly signal: AbortSignal | undefined },
) => Promise<void>;

/** How integers beyond 2^53 are given and taken. */
export type LargeIntegers = "string" | undefined;

/** What `createClient` takes. Exactly one of `environment` and `baseUrl` must be given. */
export interface ClientOptions extends SharedOptions, CallListener {
  /**
   * The addresses to call: those of an environment of Wise's by its name, or your own for each host.
   * @default none: then `baseUrl` must be given
   */
  readonly environment?: Environment | Hosts | undefined;
  /**
   * One address for all hosts, such as a mock's or a proxy's. May be relative where `fetch` allows it.
   * @default none: then `environment` must be given
   */
  readonly baseUrl?: string | undefined;
  /**
   * Your certificate, by `mutualTls({ cert, key })` of `@wisekit/client/node`. Calls go to Wise's hosts for mutual TLS then,
   * and it is shown to no others.
   * @default none
   */
  readonly mutualTls?: MutualTls | undefined;
  /**
   * An access token, a function that returns one, or a provider such as `userToken(…)`. A token is never sent over plain
   * http, except to this machine.
   * @default none: calls are sent without a token
   */
  readonly auth?: Auth | undefined;
  /**
   * How many users of `wise.as()` have their tokens kept in memory. Who was not used for the longest time goes first; the
   * tokens of a user who is gone are read from the store, or requested anew. Must be an integer >= 1.
   * @default 10_000
   */
  readonly maxUsers?: number | undefined;
  /**
   * How long the tokens of a user of `wise.as()` are kept in memory after the last use, in milliseconds. Must be > 0.
   * @default 43_200_000, 12 hours: as long as an access token lives
   */
  readonly idleMs?: number | undefined;
  /**
   * Clears the challenge of a call that strong customer authentication stops. When it resolves, the call is sent again,
   * once.
   * @default none: the call throws `ScaRequiredError`
   */
  readonly onSca?: ScaChallengeHandler | undefined;
  /**
   * What becomes of integers beyond 2^53, which a number cannot hold. `"string"` gives them as strings of their digits,
   * whatever their type says, and takes such strings as arguments.
   * @default a `DecodeError` where the contract has a number; a string in fields that it does not know
   */
  readonly largeIntegers?: LargeIntegers;
  /**
   * How fast calls may leave. More of them wait: users take turns, the calls of one user leave in order. `requests` and
   * `windowMs` must be positive. A store keeps the limits for several processes, as `redisRateLimits` of
   * `@wisekit/client/redis` does. `false`: no limit.
   * @default the documented limits: 100 requests in 1000 ms and 1000 requests in 60_000 ms
   */
  readonly rateLimits?: readonly RateLimit[] | RateLimitStore | false | undefined;
  /**
   * More listeners, such as `logTo(console)`, or `openTelemetry()` of `@wisekit/client/otel`.
   * @default []
   */
  readonly listeners?: readonly CallListener[] | undefined;
  /**
   * Called with what a listener throws, or what its promise rejects with. The call goes on in any case.
   * @default `reportError` in browsers and workers, else `console.error`
   */
  readonly onListenerError?: ListenerErrorHandler | undefined;
  /**
   * The `fetch` to use.
   * @default globalThis.fetch, looked up for each call
   */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Time source, for tests.
   * @default Date.now, setTimeout and clearTimeout
   */
  readonly clock?: Clock | undefined;
  /**
   * Gives numbers from 0 to below 1, for the jitter of waits.
   * @default Math.random
   */
  readonly random?: (() => number) | undefined;
}
