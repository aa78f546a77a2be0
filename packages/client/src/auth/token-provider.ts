import { assertOptions } from "../options/assert-options.ts";
import { isWorker } from "../time/worker.ts";
import type { TokenProvider, TokenSource } from "./access-token.ts";
import { assertText } from "./assert-text.ts";
import { type Grant, type GrantSource, identityOf } from "./grant.ts";
import { keptSource } from "./kept-users.ts";
import { createRenewal } from "./token-renewal.ts";
import { createTokenSource } from "./token-source.ts";
import { createMemoryStore, type TokenStore } from "./token-store.ts";

/** What every provider takes. */
export interface ProviderOptions {
  /** The partner's client id. */
  readonly clientId: string;
  /** The partner's client secret. It stays on the server. */
  readonly clientSecret: string;
  /**
   * Where the tokens are kept. Processes that share a store share its tokens. Those that do not take a user's token from
   * each other for ever, because each renewal ends the token before it. Required in workers.
   * @default a new `createMemoryStore()`
   */
  readonly store?: TokenStore | undefined;
  /**
   * After which part of its lifetime a token is renewed in the background. Must be > 0 and <= 1; at 1, a call that comes
   * after its end waits for the new one. Wise advises a renewal every 6 hours of the 12.
   * @default 0.5
   */
  readonly refreshAt?: number | undefined;
}

/** What `userToken` takes. */
export interface UserTokenOptions extends ProviderOptions {
  /**
   * The user's refresh token. With a `store` it may be left out: then the tokens are those that the store has for the
   * user, whichever sign-in they came from.
   * @default none: then `store` must be given
   */
  readonly refreshToken?: string | undefined;
}

/**
 * A partner's own token, for operations that are not a user's (`client_credentials`).
 *
 * @throws {TypeError} for an unknown option or a missing one.
 */
export function clientCredentials(options: ProviderOptions): TokenProvider {
  assertProviderOptions("clientCredentials()", options, []);
  return provider(options, { grant_type: "client_credentials" });
}

/**
 * The token of a user whose refresh token you hold (`refresh_token`), or the store has.
 *
 * A refresh ends the user's access token at once, wherever it is in use. Calls of this process that are in flight with it get
 * a 401 and are sent again. Two processes that refresh the same user without sharing a `store` take the token from each other
 * for ever; when that is seen, the client tells by `onWarning`.
 *
 * @throws {TypeError} for an unknown option or a missing one.
 */
export function userToken(options: UserTokenOptions): TokenProvider {
  const where = "userToken()";
  assertProviderOptions(where, options, [], ["refreshToken"]);
  const { refreshToken, store } = options;
  if (refreshToken === undefined && store) return provider(options, undefined);
  assertText(where, "refreshToken", refreshToken);
  return provider(options, { grant_type: "refresh_token", refresh_token: refreshToken });
}

/**
 * The token of a user who came back from Wise's authorisation page (`authorization_code`). The code works once.
 *
 * @throws {TypeError} for an unknown option or a missing one.
 */
export function authorizationCode(
  options: ProviderOptions & { readonly code: string; readonly redirectUri: string },
): TokenProvider {
  assertProviderOptions("authorizationCode()", options, ["code", "redirectUri"]);
  const { clientId, code, redirectUri } = options;
  return provider(options, {
    grant_type: "authorization_code",
    client_id: clientId,
    code,
    redirect_uri: redirectUri,
  });
}

/**
 * The token of a user whom you registered yourself (`registration_code`).
 *
 * @throws {TypeError} for an unknown option or a missing one.
 */
export function registrationCode(
  options: ProviderOptions & { readonly email: string; readonly registrationCode: string },
): TokenProvider {
  assertProviderOptions("registrationCode()", options, ["email", "registrationCode"]);
  const { clientId, email, registrationCode: code } = options;
  return provider(options, {
    grant_type: "registration_code",
    client_id: clientId,
    email,
    registration_code: code,
  });
}

/** Checks that there are the options that every provider needs, those that this one needs, and no unknown ones. */
function assertProviderOptions(
  where: string,
  options: ProviderOptions,
  names: readonly string[],
  optionalNames: readonly string[] = [],
): void {
  const required = ["clientId", "clientSecret", ...names];
  assertOptions(where, options, [...required, ...optionalNames, "store", "refreshAt"]);
  for (const name of required) assertText(where, name, (options as unknown as Record<string, unknown>)[name]);
  const { refreshAt = 0.5, store } = options;
  if (typeof refreshAt !== "number" || !(refreshAt > 0 && refreshAt <= 1))
    throw new TypeError(`${where}: refreshAt must be a number > 0 and <= 1`);
  if (!store && isWorker())
    throw new TypeError(`${where}: store is required in workers, which share nothing in memory`);
  for (const method of ["get", "set", "delete", "lock"] as const) {
    if (store && typeof store[method] !== "function") throw new TypeError(`${where}: store must have ${method}()`);
  }
}

/** A provider that starts with this grant and continues with the refresh tokens that it gets. */
function provider(options: ProviderOptions, firstGrant: Grant | undefined): TokenProvider {
  const { clientId, clientSecret, refreshAt = 0.5, store = createMemoryStore() } = options;
  const source: GrantSource = { clientId, clientSecret, firstGrant };
  let identity: string | undefined;
  return {
    connect(context) {
      const { key = "", keptUsers, clock } = context;
      const connect = (): TokenSource =>
        createTokenSource(createRenewal(source, store, context), { ...context, refreshAt });
      if (!keptUsers) return connect();
      identity ??= identityOf(source);
      return keptSource(keptUsers, { id: `${identity}\n${key}`, clock, connect });
    },
  };
}
