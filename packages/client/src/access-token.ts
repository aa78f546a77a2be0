import type { TokenAnswer } from "@wisekit/spec";
import type { Clock } from "./clock.ts";
import type { OauthTokenArgs } from "./generated/resources.gen.ts";

/**
 * Gives the access token for an attempt. After a 401 it is asked again with the token that was refused: a token other
 * than that is tried once, the same one is not.
 */
export type TokenSource = (refused?: string) => string | Promise<string>;

/** The client's `oauth.token`, for a provider to get tokens with. */
export type TokenRequest = (args: OauthTokenArgs) => Promise<TokenAnswer>;

/** Gets and renews access tokens by itself. Made by `userToken` and its companions. */
export interface TokenProvider {
  /** Called once by `createClient`. */
  connect(environment: { readonly requestToken: TokenRequest; readonly now: () => number }): TokenSource;
}

/** A token, a function that gives one, or a provider that renews it. */
export type Auth = string | TokenSource | TokenProvider;

/** The source behind a client's `auth`; nothing if it has none. */
export function tokenSource(auth: Auth | undefined, requestToken: TokenRequest, clock: Clock): TokenSource | undefined {
  if (auth === undefined || typeof auth === "function") return auth;
  if (typeof auth === "string") return () => auth;
  if (typeof auth?.connect === "function") return auth.connect({ requestToken, now: () => clock.now() });
  throw new TypeError("auth must be a token, function or provider");
}
