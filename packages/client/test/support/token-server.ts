import type { ManualClock } from "./manual-clock.ts";
import { card, jsonResponse, type SeenCall, stubFetch } from "./stub-fetch.ts";

export const credentials = { clientId: "partner", clientSecret: "client-secret" };

/** What a token server can be told. */
export interface TokenServerOptions {
  /** Lifetime of an access token, in seconds. */
  readonly expiresIn?: number;
  /** How long `oauth.token` takes, in milliseconds of the clock. */
  readonly delayMs?: number;
  /** Whether each renewal gives a new refresh token and ends the old one. */
  readonly rotates?: boolean;
}

/** A server like Wise's: each user has one access token that counts, the last one given. */
export interface TokenServer {
  readonly fetch: ReturnType<typeof stubFetch>;
  /** The bodies of all calls of `oauth.token`. */
  readonly forms: string[];
  /** `Authorization` of all other calls, with the user as whom they ran, if any. */
  readonly sent: readonly { readonly authorization: string | undefined; readonly user: string | undefined }[];
  /** How many renewals were under way at once. */
  readonly mostInFlight: number;
  /** Ends the user's access token. */
  end(user: string): void;
  /** Ends all of the user's tokens and codes. */
  revoke(user: string): void;
}

/** Grants name their user: `refresh-ann`, `code-ann`, `ann@app.example`; access tokens are `access-ann-1` and so on. */
export function createTokenServer(clock: ManualClock, options: TokenServerOptions = {}): TokenServer {
  const { expiresIn = 43_200, delayMs = 0, rotates = false } = options;
  const access = new Map<string, string>();
  const refresh = new Map<string, string>();
  const revoked = new Set<string>();
  const usedCodes = new Set<string>();
  const forms: string[] = [];
  const sent: { authorization: string | undefined; user: string | undefined }[] = [];
  const counts = new Map<string, number>();
  let inFlight = 0;
  let mostInFlight = 0;

  async function issue({ init }: SeenCall): Promise<Response> {
    const text = String(init.body);
    forms.push(text);
    inFlight += 1;
    mostInFlight = Math.max(mostInFlight, inFlight);
    if (delayMs > 0) await new Promise<void>((resolve) => void clock.setTimeout(resolve, delayMs));
    inFlight -= 1;
    const form = new URLSearchParams(text);
    const grant = form.get("refresh_token") ?? form.get("code") ?? form.get("email") ?? "application";
    const user = grant.match(/^(?:refresh-|code-)?([a-z]+)/)?.[1] ?? "";
    const isOld = grant.startsWith("refresh-") && (refresh.get(user) ?? grant) !== grant;
    if (revoked.has(grant) || isOld || usedCodes.has(grant)) return jsonResponse({ error: "invalid_grant" }, 400);
    if (form.has("code")) usedCodes.add(grant);
    const count = (counts.get(user) ?? 0) + 1;
    counts.set(user, count);
    access.set(user, `access-${user}-${count}`);
    const tokens = { access_token: access.get(user), token_type: "bearer", expires_in: expiresIn };
    if (form.get("grant_type") === "client_credentials") return jsonResponse(tokens);
    if (rotates || !refresh.has(user)) refresh.set(user, rotates ? `refresh-${user}-${count}` : `refresh-${user}`);
    return jsonResponse({ ...tokens, refresh_token: refresh.get(user) });
  }

  const fetch = stubFetch((call: SeenCall) => {
    if (call.url.endsWith("/oauth/token")) return issue(call);
    const { authorization } = call.init.headers;
    const user = [...access].find(([, token]) => authorization === `Bearer ${token}`)?.[0];
    sent.push({ authorization, user });
    return user ? jsonResponse({ ...card, clientId: user }) : jsonResponse({ error: "invalid_token" }, 401);
  });
  return {
    fetch,
    forms,
    sent,
    get mostInFlight() {
      return mostInFlight;
    },
    end: (user) => void access.delete(user),
    revoke(user) {
      access.delete(user);
      for (const grant of [refresh.get(user), `refresh-${user}`, `code-${user}`]) if (grant) revoked.add(grant);
    },
  };
}
