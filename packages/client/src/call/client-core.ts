import type { TokenProvider, TokenSource, TokenSources } from "../auth/access-token.ts";
import type { DecodeErrorContext } from "../errors/wise-error.ts";
import type { Environment, Host } from "../generated/hosts.gen.ts";
import type { Listeners } from "../observe/events.ts";
import type { Operation } from "../operation.ts";
import type { LargeIntegers, ScaChallengeHandler } from "../options/client-options.ts";
import type { ResolvedOptions } from "../options/shared-options.ts";
import type { Clock } from "../time/clock.ts";
import type { RateLimiter } from "./rate-limiter.ts";

/** What all calls of a client share. */
export interface ClientCore extends Listeners {
  readonly addressOf: (host: Host) => string | undefined;
  /** The name of the environment, if it is one of Wise's. */
  readonly environment: Environment | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly random: () => number;
  readonly rateLimiter: RateLimiter | undefined;
  readonly tokens: TokenSources;
  /** The source of the tokens of a user of `wise.as()`, or of the application if there is no key. */
  readonly connectUser: (provider: TokenProvider, key: string | undefined) => TokenSource;
  /** Whose calls these are, where that is known: the key of `wise.as()`. Users take turns in the queue. */
  readonly userKey: string | undefined;
  readonly largeIntegers: LargeIntegers;
  /** The operation that says what a one-time token asks for, if the client has it. */
  readonly scaStatus: Operation | undefined;
  readonly onSca: ScaChallengeHandler | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly options: ResolvedOptions;
  /** Looks at the value of every call before the caller gets it. What it throws, the call throws. */
  readonly checkValue?: ((operation: Operation, value: unknown, context: () => DecodeErrorContext) => void) | undefined;
}
