import { isByOwner, readTokenAuth, type UserAuth } from "../auth/access-token.ts";
import { assertOptions } from "../options/assert-options.ts";
import type { ClientCore } from "./client-core.ts";

/** Options of `wise.as()`. */
export interface AsOptions {
  /**
   * Who the user is, by your own identifier. State and stored tokens are kept under it. Required, unless the user's token is
   * given as a string.
   * @default the token itself
   */
  readonly key?: string | undefined;
}

/** The same core with the tokens of one user. The application's tokens stay, unless others are given. */
export function coreForUser(core: ClientCore, auth: UserAuth, options: AsOptions | undefined): ClientCore {
  const where = "as()";
  assertOptions(where, options, ["key"]);
  const { user, application } = isByOwner(auth) ? auth : { user: auth };
  const userKey = options?.key ?? (typeof user === "string" ? user : undefined);
  if (typeof userKey !== "string" || !userKey) {
    throw new TypeError(`${where}: key must be a non-empty string, unless the user's token is given as a string`);
  }
  return {
    ...core,
    userKey,
    tokens: {
      user: readTokenAuth(where, user, (provider) => core.connectUser(provider, userKey)),
      application:
        application === undefined
          ? core.tokens?.application
          : readTokenAuth(where, application, (provider) => core.connectUser(provider, undefined)),
    },
  };
}
