import { SignInError } from "@wisekit/client";
import type { Sessions } from "./sessions.ts";
import type { Users } from "./users.ts";

/** Who can sign in, and what remembers that. */
export interface SignInOptions {
  readonly users: Users;
  readonly sessions: Sessions;
}

/**
 * Signs users in here, and connects them to Wise. Gives nothing for requests that are about neither.
 *
 * - `/sign-in?user=…`: as whom.
 * - `/connect`: to Wise's page, where the user lets this application act for them. The page sends a user here when Wise
 *   accepts the user's token no more (`ERR_USER_MUST_RECONNECT`).
 * - `/connected`: back from there.
 */
export function createSignIn({ users, sessions }: SignInOptions): (request: Request) => Promise<Response | undefined> {
  return async (request) => {
    const { pathname, searchParams, origin } = new URL(request.url);
    const redirectUri = `${origin}/connected`;
    const session = sessions.of(request);
    if (pathname === "/sign-in") {
      const user = users.byName.get(searchParams.get("user") ?? "");
      if (!user) return Response.json({ message: "Nobody has this name" }, { status: 404 });
      return redirect("/", sessions.begin(user));
    }
    if (pathname !== "/connect" && pathname !== "/connected") return undefined;
    if (!session) return Response.json({ message: "Sign in first" }, { status: 401 });
    if (pathname === "/connect") return redirect(await users.connectUrl(session.id, redirectUri));
    try {
      await users.connect(session.user, { url: request.url, session: session.id, redirectUri });
      return redirect("/");
    } catch (error) {
      if (!(error instanceof SignInError)) throw error;
      return Response.json({ message: `Please begin again at /connect: ${error.reason}` }, { status: 400 });
    }
  };
}

function redirect(location: string, cookie?: string): Response {
  const headers = new Headers({ location });
  if (cookie !== undefined) headers.set("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}
