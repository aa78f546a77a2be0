import { oauth } from "../generated/operations.gen.ts";
import type { OauthResource, OauthTokenArgs } from "../generated/resources.gen.ts";
import { operationOf } from "../operation.ts";
import { assertOptions } from "../options/assert-options.ts";
import type { TokenProvider, TokenProviderContext, TokenSource } from "./access-token.ts";
import { createMemoryStore, type StoredTokens, type TokenStore } from "./token-store.ts";

// A renewal in the background that fails is not tried again by the very next call.
const backgroundPauseMs = 3000;

/** What every provider takes. */
export interface ProviderOptions {
  /** The partner's client id. */
  readonly clientId: string;
  /** The partner's client secret. It stays on the server. */
  readonly clientSecret: string;
  /**
   * Where the tokens are kept. Processes that share a store share its tokens.
   * @default a new `createMemoryStore()`
   */
  readonly store?: TokenStore | undefined;
  /**
   * How long before its end a token is renewed in the background, in milliseconds. 0: a call waits for the new one.
   * @default 120_000
   */
  readonly refreshAheadMs?: number | undefined;
}

/**
 * A partner's own token, for operations that are not a user's (`client_credentials`).
 *
 * @throws {TypeError} for an unknown option or a missing one.
 */
export function clientCredentials(options: ProviderOptions): TokenProvider {
  assertProviderOptions("clientCredentials()", options, []);
  return provider(options, () => ({ grant_type: "client_credentials" }));
}

/**
 * The token of a user whose refresh token you hold (`refresh_token`).
 *
 * @throws {TypeError} for an unknown option or a missing one.
 */
export function userToken(options: ProviderOptions & { readonly refreshToken: string }): TokenProvider {
  assertProviderOptions("userToken()", options, ["refreshToken"]);
  return provider(options, () => ({ grant_type: "refresh_token", refresh_token: options.refreshToken }));
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
  return provider(options, () => ({
    grant_type: "authorization_code",
    client_id: clientId,
    code,
    redirect_uri: redirectUri,
  }));
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
  return provider(options, () => ({
    grant_type: "registration_code",
    client_id: clientId,
    email,
    registration_code: code,
  }));
}

type TokenResponse = Awaited<ReturnType<OauthResource["token"]>>;

type Grant = OauthTokenArgs extends infer Args
  ? Args extends unknown
    ? Omit<Args, "clientId" | "clientSecret">
    : never
  : never;

/** Checks that there are the options that every provider needs, those that this one needs, and no unknown ones. */
function assertProviderOptions(where: string, options: ProviderOptions, names: readonly string[]): void {
  const required = ["clientId", "clientSecret", ...names];
  assertOptions(where, options, [...required, "store", "refreshAheadMs"]);
  for (const name of required) {
    if (!(options as unknown as Record<string, unknown>)[name])
      throw new TypeError(`${where}: ${name} must be a non-empty string`);
  }
}

/** A provider that starts with this grant and continues with the refresh tokens that it gets. */
function provider(options: ProviderOptions, firstGrant: () => Grant): TokenProvider {
  const { clientId, clientSecret, refreshAheadMs = 120_000, store = createMemoryStore() } = options;
  return {
    connect({ call, now }: TokenProviderContext): TokenSource {
      let current: StoredTokens | undefined;
      let refreshing: Promise<string> | undefined;
      let nextTryAt = 0;
      // What the store failed to keep. Its refresh token may be the only one that still works.
      let unsaved: StoredTokens | undefined;

      const renew = async (unwanted: string | undefined): Promise<string> =>
        store.lock(async () => {
          const kept = await store.get();
          let tokens = unsaved && unsaved.expiresAt > (kept?.expiresAt ?? 0) ? unsaved : kept;
          if (!tokens || tokens.accessToken === unwanted || !(tokens.expiresAt - now() > refreshAheadMs)) {
            const grant: Grant = tokens?.refreshToken
              ? { grant_type: "refresh_token", refresh_token: tokens.refreshToken }
              : firstGrant();
            const args = { ...grant, clientId, clientSecret } as OauthTokenArgs;
            const response = (await call(operationOf(oauth, "token"), args)) as TokenResponse;
            tokens = {
              accessToken: response.access_token,
              expiresAt: now() + response.expires_in * 1000,
              refreshToken: response.refresh_token ?? tokens?.refreshToken,
            };
          }
          unsaved = tokens;
          if (tokens !== kept) await store.set(tokens);
          unsaved = undefined;
          current = tokens;
          return tokens.accessToken;
        });

      /** One renewal at a time, however many calls ask for it. */
      const renewOnce = (unwanted: string | undefined): Promise<string> => {
        refreshing ??= renew(unwanted).finally(() => {
          refreshing = undefined;
        });
        return refreshing;
      };

      return (rejected) => {
        const token = current?.accessToken;
        if (!current || token === undefined || token === rejected) return renewOnce(rejected);
        const leftMs = current.expiresAt - now();
        if (leftMs <= 0) return renewOnce(token);
        if (leftMs <= refreshAheadMs && now() >= nextTryAt) {
          nextTryAt = now() + backgroundPauseMs;
          // A failure is not lost: the token still works, and the call that has to renew it then throws.
          renewOnce(token).catch(() => {});
        }
        return token;
      };
    },
  };
}
