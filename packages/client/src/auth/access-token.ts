import type { Listeners } from "../observe/events.ts";
import type { Operation, TokenOwner } from "../operation.ts";
import type { Clock } from "../time/clock.ts";

/**
 * Gives the access token for an attempt. After a 401 it is asked again, with the token that was not accepted: another
 * token is tried once, the same one is not.
 */
export type TokenSource = (rejected?: string) => string | Promise<string>;

/** The users whose tokens a client keeps in memory, and their order by last use. */
export interface KeptUsers {
  readonly entries: Map<string, KeptUser>;
  readonly maxUsers: number;
  readonly idleMs: number;
  oldest: KeptUser | undefined;
  newest: KeptUser | undefined;
}

/** A user, who is kept for as long as the source is used, between those who were used just before and just after. */
export interface KeptUser {
  readonly id: string;
  readonly source: TokenSource;
  /** In milliseconds since 1970. */
  usedAt: number;
  older: KeptUser | undefined;
  newer: KeptUser | undefined;
}

/** Options of a provider's call. */
export interface TokenCallOptions {
  readonly signal: AbortSignal;
  /** Called when an attempt is sent: before that, the call waits for a slot of the rate limits. */
  readonly onAttemptStart: () => void;
}

/** What a token provider may use of its client. */
export interface TokenProviderContext {
  /** Under which key a store has the tokens. Absent: under their `origin`. */
  readonly key: string | undefined;
  /** Calls an operation of the client, whether or not it is among the client's resources. */
  readonly call: (operation: Operation, args: object, options: TokenCallOptions) => Promise<unknown>;
  readonly clock: Clock;
  /** How long a renewal may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Who is told of warnings. */
  readonly listeners: Listeners;
  /** Where the source is kept, so that all of the user's clients share it. Absent: it belongs to one client. */
  readonly keptUsers?: KeptUsers | undefined;
}

/** Gets and renews access tokens by itself. Made by `userToken`, `authorizationCode`, `registrationCode` or `clientCredentials`. */
export interface TokenProvider {
  /** Called by `createClient`, and by `wise.as()` each time. */
  connect(context: TokenProviderContext): TokenSource;
}

/** A token, a function that returns one, or a provider that renews it. */
export type TokenAuth = string | TokenSource | TokenProvider;

/** Tokens of both kinds, each for the operations that take it. */
export interface AuthByOwner {
  /** For the operations that take a user's token. */
  readonly user?: TokenAuth | undefined;
  /** For the operations that take the partner's own token, such as `clientCredentials(…)`. */
  readonly application?: TokenAuth | undefined;
  /** For the operations that take the personal token of a user, who made it on Wise's pages. Those of cards do not. */
  readonly personal?: TokenAuth | undefined;
}

/** A user's token, or tokens of both kinds. */
export type Auth = TokenAuth | AuthByOwner;

/** Where a client's tokens come from. Nothing: calls are sent without one. */
export type TokenSources = { readonly [Owner in TokenOwner]?: TokenSource | undefined } | undefined;

/** The tokens of one user, and with them perhaps the application's. One of the user's must be there. */
export type UserAuth = TokenAuth | (AuthByOwner & ({ readonly user: TokenAuth } | { readonly personal: TokenAuth }));

/** Reads the option `auth`. */
export function readAuth(
  where: string,
  auth: Auth | undefined,
  connect: (provider: TokenProvider) => TokenSource,
): TokenSources {
  if (auth === undefined) return undefined;
  if (!isByOwner(auth)) return { user: readTokenAuth(where, auth, connect) };
  return readByOwner(auth, (each) => readTokenAuth(where, each, connect));
}

/** The sources of the tokens that there are. */
export function readByOwner(
  { user, application, personal }: AuthByOwner,
  read: (auth: TokenAuth, owner: TokenOwner) => TokenSource,
): Exclude<TokenSources, undefined> {
  return {
    user: user === undefined ? undefined : read(user, "user"),
    application: application === undefined ? undefined : read(application, "application"),
    personal: personal === undefined ? undefined : read(personal, "personal"),
  };
}

/** Whether these are tokens of both kinds. */
export function isByOwner<ByOwner extends AuthByOwner>(auth: TokenAuth | ByOwner): auth is ByOwner {
  return (
    typeof auth === "object" && auth !== null && ["user", "application", "personal"].some((owner) => owner in auth)
  );
}

/** The source that stands for a token, a function or a provider. */
export function readTokenAuth(
  where: string,
  auth: TokenAuth,
  connect: (provider: TokenProvider) => TokenSource,
): TokenSource {
  if (typeof auth === "string") return () => auth;
  if (typeof auth === "function") return auth;
  if (typeof auth?.connect === "function") return connect(auth);
  throw wrongAuth(where);
}

/** The error for what is no auth. */
export function wrongAuth(where: string): TypeError {
  const known = "a token, a function, a provider, or { user, application, personal } of these";
  return new TypeError(`${where}: auth must be ${known}`);
}

/**
 * The source of the token that an operation takes; nothing if it takes none. A client that has tokens, but not that one,
 * is a `TypeError`.
 */
export function tokenSourceFor({ name, auth = ["user"] }: Operation, sources: TokenSources): TokenSource | undefined {
  if (!sources || !Array.isArray(auth)) return undefined;
  const owner = (auth as readonly TokenOwner[]).find((each) => sources[each]);
  if (owner) return sources[owner];
  throw new TypeError(
    `${name}() needs a token of the kind ${auth.join(" or ")}; give createClient() auth: { ${auth[0]}: … }`,
  );
}
