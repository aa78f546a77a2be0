import {
  type AuthByOwner,
  isByOwner,
  readByOwner,
  readTokenAuth,
  type UserAuth,
  wrongAuth,
} from "../auth/access-token.ts";
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
  const byOwner: AuthByOwner = isByOwner(auth) ? auth : { user: auth };
  const own = byOwner.user ?? byOwner.personal;
  const userKey = options?.key ?? (typeof own === "string" ? own : undefined);
  if (typeof userKey !== "string" || !userKey) {
    throw new TypeError(`${where}: key must be a non-empty string, unless the user's token is given as a string`);
  }
  if (own === undefined || own === null) throw wrongAuth(where);
  const tokens = readByOwner(byOwner, (each, owner) => {
    const key = owner === "application" ? undefined : userKey;
    return readTokenAuth(where, each, (provider) => core.connectUser(provider, key));
  });
  return { ...core, userKey, tokens: { ...tokens, application: tokens.application ?? core.tokens?.application } };
}
