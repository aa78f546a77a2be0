import { randomUUID } from "node:crypto";
import type { DemoUser } from "./users.ts";

/** A browser that a user has signed in with. */
export interface Session {
  readonly id: string;
  readonly user: DemoUser;
}

/** Sessions in memory, by a cookie that no script can read. */
export interface Sessions {
  /** The session of a request; nothing if nobody has signed in. */
  of(request: Request): Session | undefined;
  /** Signs a user in: the value of `Set-Cookie`. */
  begin(user: DemoUser): string;
}

/** No password is asked for: it is a demo, on this machine only. */
export function createSessions(): Sessions {
  const sessions = new Map<string, Session>();
  return {
    of(request) {
      const [, id = ""] = /(?:^|;\s*)session=([\w-]+)/.exec(request.headers.get("cookie") ?? "") ?? [];
      return sessions.get(id);
    },
    begin(user) {
      const id = randomUUID();
      sessions.set(id, { id, user });
      // Lax, not Strict: Wise sends the browser back by a link, and the session must come along.
      return `session=${id}; HttpOnly; SameSite=Lax; Path=/`;
    },
  };
}
