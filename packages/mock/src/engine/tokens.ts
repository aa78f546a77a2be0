import { denyCredentials, forbid } from "./refusal.ts";
import type { World } from "./world.ts";

/** An access token that the mock knows. */
export interface AccessToken {
  token: string;
  kind: "user" | "client";
  expiresAtMs: number;
}

/** A refresh token that the mock knows. */
export interface RefreshToken {
  token: string;
  expiresAtMs: number;
}

/** A grant of `oauth.token`, already checked against the contract. */
export type TokenGrant =
  | { grant_type: "client_credentials" }
  | { grant_type: "registration_code"; client_id: string; email: string; registration_code: string }
  | { grant_type: "authorization_code"; client_id: string; code: string; redirect_uri: string }
  | { grant_type: "refresh_token"; refresh_token: string };

/** What `oauth.token` answers (contract schema `TokenAnswer`). */
export interface TokenAnswer {
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

/**
 * Accepts or refuses the bearer token of a call. Tokens that the mock issued are held to their expiry; a token that it
 * has never seen is good unless it was told which tokens there are.
 */
export function checkBearer(world: World, authorization: string): void {
  const token = authorization.replace(/^Bearer\s+/, "");
  const known = world.state.accessTokens.get(token);
  if (!known) {
    if (!world.settings.knownTokensOnly) return;
    throw denyCredentials("invalid_token", "The access token is not known");
  }
  if (known.expiresAtMs <= world.clock.nowMs()) throw denyCredentials("invalid_token", "The access token has expired");
  if (known.kind === "client") throw forbid("This call needs the access token of a user");
}

/** Exchanges a grant for tokens. @throws Refusal 401 if the grant is not good. */
export function issueTokens(world: World, grant: TokenGrant): TokenAnswer {
  switch (grant.grant_type) {
    case "client_credentials":
      return issueAccessToken(world, "client");
    case "registration_code":
      return issueUserTokens(world, newRefreshToken(world));
    case "authorization_code":
      useAuthorisationCode(world, grant.code);
      return issueUserTokens(world, newRefreshToken(world));
    case "refresh_token":
      return issueUserTokens(world, findRefreshToken(world, grant.refresh_token));
  }
}

function useAuthorisationCode(world: World, code: string): void {
  const { usedAuthorisationCodes } = world.state;
  if (usedAuthorisationCodes.has(code)) throw denyCredentials("invalid_grant", "The authorisation code has been used");
  usedAuthorisationCodes.add(code);
}

function findRefreshToken(world: World, token: string): RefreshToken {
  const known = world.state.refreshTokens.get(token);
  if (known && known.expiresAtMs > world.clock.nowMs()) return known;
  if (known || world.settings.knownTokensOnly) {
    throw denyCredentials("invalid_grant", "The refresh token is unknown or has expired");
  }
  return keepRefreshToken(world, token);
}

function newRefreshToken(world: World): RefreshToken {
  return keepRefreshToken(world, world.random.identifiers.uuid());
}

function keepRefreshToken(world: World, token: string): RefreshToken {
  const record = { token, expiresAtMs: world.clock.nowMs() + world.rules.refreshTokenValiditySeconds * 1000 };
  world.state.refreshTokens.set(token, record);
  return record;
}

function issueUserTokens(world: World, refreshToken: RefreshToken): TokenAnswer {
  const nowMs = world.clock.nowMs();
  return {
    ...issueAccessToken(world, "user"),
    refresh_token: refreshToken.token,
    refresh_token_expires_in: Math.floor((refreshToken.expiresAtMs - nowMs) / 1000),
    refresh_token_expires_at: new Date(refreshToken.expiresAtMs).toISOString(),
    created_at: new Date(nowMs).toISOString(),
  };
}

function issueAccessToken(world: World, kind: AccessToken["kind"]): TokenAnswer {
  const token = world.random.identifiers.uuid();
  const validitySeconds = world.rules.accessTokenValiditySeconds;
  const expiresAtMs = world.clock.nowMs() + validitySeconds * 1000;
  world.state.accessTokens.set(token, { token, kind, expiresAtMs });
  return {
    access_token: token,
    token_type: "bearer",
    expires_in: validitySeconds,
    expires_at: new Date(expiresAtMs).toISOString(),
    scope: "transfers",
  };
}
