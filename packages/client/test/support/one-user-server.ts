import { json, type LocalServer, type SeenRequest, startServer } from "./local-server.ts";
import { card } from "./stub-fetch.ts";

/** A Wise with one user: it renews the token, which ends the one before, and gives cards for the one that holds. */
export interface OneUserServer extends LocalServer {
  /** Every renewal: the refresh token that was sent, in order. */
  readonly renewals: string[];
  /** While true, renewals get no response. */
  isHeld: boolean;
  /** Responds to the renewals that were held back. */
  letGo(): void;
}

/** Starts one whose tokens live that long. */
export async function startOneUserServer(lifetimeSeconds = 43_200): Promise<OneUserServer> {
  const renewals: string[] = [];
  const held: (() => void)[] = [];
  let current = "";
  const server = await startServer((response, request, number) => {
    const { url, body, headers } = local.seen[number - 1] as SeenRequest;
    if (!url.endsWith("/oauth/token")) {
      const isCurrent = headers.authorization === `Bearer ${current}`;
      json(isCurrent ? card : { error: "invalid_token" }, isCurrent ? 200 : 401)(response, request, number);
      return;
    }
    renewals.push(new URLSearchParams(body).get("refresh_token") ?? "");
    current = `access-${renewals.length}`;
    const tokens = { access_token: current, token_type: "bearer", expires_in: lifetimeSeconds };
    const refreshToken = `refresh-${renewals.length}`;
    const respond = (): void => json({ ...tokens, refresh_token: refreshToken })(response, request, number);
    if (local.isHeld) held.push(respond);
    else respond();
  });
  const local: OneUserServer = Object.assign(server, {
    renewals,
    isHeld: false,
    letGo() {
      for (const respond of held.splice(0)) respond();
    },
  });
  return local;
}
