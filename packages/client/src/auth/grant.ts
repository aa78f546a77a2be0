import type { OauthTokenArgs } from "../generated/resources.gen.ts";

/** A grant of `oauth.token`, without the partner's credentials. */
export type Grant = OauthTokenArgs extends infer Args
  ? Args extends unknown
    ? Omit<Args, "clientId" | "clientSecret">
    : never
  : never;

/** Whose tokens a provider gets, and how it begins. */
export interface GrantSource {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The grant for the first tokens. Nothing: they are in the store. */
  readonly firstGrant: Grant | undefined;
}

/** The same text for the same client id and grant. It holds the grant, so it is secret. */
export function identityOf({ clientId, firstGrant }: GrantSource): string {
  return JSON.stringify([clientId, firstGrant]);
}

/** `origin` of the tokens that come from this grant: the client id, and a SHA-256 fingerprint of both. */
export async function originOf(source: GrantSource): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(identityOf(source)));
  return originPrefix(source) + btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/** How `origin` of all tokens of this client id begins. */
export function originPrefix({ clientId }: Pick<GrantSource, "clientId">): string {
  return `${clientId}/`;
}

/** Whether a grant is used up by its first use. */
export function isSingleUse(grant: Grant): boolean {
  return grant.grant_type === "authorization_code";
}
