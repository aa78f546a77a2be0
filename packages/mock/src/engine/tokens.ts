import type { TokenKind } from "../contract/document.ts";
import { credentialsError, forbiddenError } from "./api-error.ts";
import type { MockContext } from "./context.ts";
import { type AccessToken, type RefreshToken, sweepExpired } from "./state.ts";

/** A grant of `oauth.token`, already checked against the contract. */
export type TokenGrant =
  | { grant_type: "client_credentials" }
  | { grant_type: "registration_code"; client_id: string; email: string; registration_code: string }
  | { grant_type: "authorization_code"; client_id: string; code: string; redirect_uri: string }
  | { grant_type: "refresh_token"; refresh_token: string };

/** The body of `oauth.token` responses (contract schema `TokenResponse`). */
export interface TokenResponse {
  access_token: string;
  token_type: "bearer";
  refresh_token?: string;
  expires_in: number;
  expires_at: string;
  refresh_token_expires_in?: number;
  refresh_token_expires_at?: string;
  scope: string;
  created_at?: string;
}

const tokenWords: Readonly<Record<TokenKind, string>> = {
  user: "the access token of a user",
  application: "the access token of an application",
  personal: "a personal access token",
};

/**
 * Accepts or rejects the bearer token of a call. Tokens that the mock issued are held to their expiry; a token that it
 * has never seen is good, whoever's it is, unless it was told which tokens there are. `accepted` is whose tokens the
 * operation takes: undefined if none.
 */
export function checkToken(
  context: MockContext,
  accepted: readonly TokenKind[] | undefined,
  authorization: string | undefined,
): void {
  if (!accepted || authorization === undefined || !/^bearer\s/i.test(authorization)) return;
  const token = authorization.slice("bearer".length).trimStart();
  const known = context.state.accessTokens.get(token);
  if (!known) {
    if (!context.settings.knownTokensOnly) return;
    throw credentialsError("invalid_token", "The access token is not known");
  }
  if (known.expiresAtMs <= context.clock.nowMs())
    throw credentialsError("invalid_token", "The access token has expired");
  if (!accepted.includes(known.kind)) {
    throw forbiddenError(`This call needs ${accepted.map((kind) => tokenWords[kind]).join(" or ")}`);
  }
}

/** Exchanges a grant for tokens. @throws ApiError 401 if the grant is not good. */
export function issueTokens(context: MockContext, grant: TokenGrant): TokenResponse {
  switch (grant.grant_type) {
    case "client_credentials":
      return issueAccessToken(context, "application");
    case "registration_code":
      return issueUserTokens(context, newRefreshToken(context));
    case "authorization_code":
      useAuthorisationCode(context, grant.code);
      return issueUserTokens(context, newRefreshToken(context));
    case "refresh_token":
      return issueUserTokens(context, findRefreshToken(context, grant.refresh_token));
  }
}

function useAuthorisationCode(context: MockContext, code: string): void {
  const { usedAuthorisationCodes } = context.state;
  if (usedAuthorisationCodes.has(code)) throw credentialsError("invalid_grant", "The authorisation code has been used");
  usedAuthorisationCodes.add(code);
}

function findRefreshToken(context: MockContext, token: string): RefreshToken {
  const known = context.state.refreshTokens.get(token);
  if (known && known.expiresAtMs > context.clock.nowMs()) return known;
  if (known || context.settings.knownTokensOnly) {
    throw credentialsError("invalid_grant", "The refresh token is unknown or has expired");
  }
  return keepRefreshToken(context, token);
}

function newRefreshToken(context: MockContext): RefreshToken {
  return keepRefreshToken(context, context.random.identifiers.uuid());
}

function keepRefreshToken(context: MockContext, token: string): RefreshToken {
  const expiresAtMs = context.clock.nowMs() + context.rules.refreshTokenValiditySeconds * 1000;
  const record = { token, expiresAtMs, accessTokens: [] };
  context.state.refreshTokens.set(token, record);
  sweepExpired(context.state.refreshTokens, context.clock.nowMs(), { kept: 1000 });
  return record;
}

function issueUserTokens(context: MockContext, refreshToken: RefreshToken): TokenResponse {
  const nowMs = context.clock.nowMs();
  const issued = issueAccessToken(context, "user");
  refreshToken.accessTokens.push(issued.access_token);
  endOldTokens(context, refreshToken);
  return {
    ...issued,
    refresh_token: refreshToken.token,
    refresh_token_expires_in: Math.floor((refreshToken.expiresAtMs - nowMs) / 1000),
    refresh_token_expires_at: new Date(refreshToken.expiresAtMs).toISOString(),
    created_at: new Date(nowMs).toISOString(),
  };
}

/** A refresh ends the tokens before. */
function endOldTokens(context: MockContext, { accessTokens }: RefreshToken): void {
  const allowed = context.rules.accessTokensOfUserAllowed ?? Number.POSITIVE_INFINITY;
  while (accessTokens.length > allowed) {
    const old = context.state.accessTokens.get(accessTokens.shift() ?? "");
    if (old) old.expiresAtMs = context.clock.nowMs();
  }
}

function issueAccessToken(context: MockContext, kind: AccessToken["kind"]): TokenResponse {
  const token = context.random.identifiers.uuid();
  const validitySeconds = context.rules.accessTokenValiditySeconds;
  const expiresAtMs = context.clock.nowMs() + validitySeconds * 1000;
  context.state.accessTokens.set(token, { token, kind, expiresAtMs });
  sweepExpired(context.state.accessTokens, context.clock.nowMs(), { kept: 1000 });
  return {
    access_token: token,
    token_type: "bearer",
    expires_in: validitySeconds,
    expires_at: new Date(expiresAtMs).toISOString(),
    scope: "transfers",
  };
}
