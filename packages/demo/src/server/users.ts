import {
  authorizationCode,
  authorizationUrl,
  createClient,
  createMemoryStates,
  readAuthorization,
  type TokenProvider,
  userToken,
  type WiseClient,
} from "@wisekit/client";

/** A user of the demo, and what they have at Wise. */
export interface DemoUser {
  readonly name: string;
  /** The user's profiles. Calls for cards of other profiles get a 403. */
  readonly profiles: readonly { readonly id: number; readonly name: string }[];
  /** From when the user connected to Wise the last time. It stays here, and is never sent to the page. */
  readonly refreshToken: string;
}

/** Where Wise is, who the application is there, and who uses it. */
export interface UsersOptions {
  /** Address of Wise, or of a mock of it. */
  readonly wiseUrl: string;
  /** The application's own credentials. */
  readonly partner: { readonly clientId: string; readonly clientSecret: string };
  readonly users: readonly DemoUser[];
}

/** The users, each with their own tokens behind one client. */
export interface Users {
  readonly byName: ReadonlyMap<string, DemoUser>;
  /** The user's client: it sends this user's token, and shares the rate limits with all others. */
  clientOf(user: DemoUser): WiseClient;
  /** The page of Wise where this user lets the application act for them, for this browser session only. */
  connectUrl(session: string, redirectUri: string): Promise<string>;
  /** The user came back from there. @throws SignInError if it was not this session that went there */
  connect(
    user: DemoUser,
    back: { readonly url: string; readonly session: string; readonly redirectUri: string },
  ): Promise<void>;
}

/** Keeps users and their tokens in memory. */
export function createUsers({ wiseUrl, partner, users }: UsersOptions): Users {
  const wise = createClient({ baseUrl: wiseUrl });
  const states = createMemoryStates();
  const tokens = new Map<DemoUser, TokenProvider>(
    users.map((user) => [user, userToken({ ...partner, refreshToken: user.refreshToken })]),
  );
  return {
    byName: new Map(users.map((user) => [user.name, user])),
    clientOf(user) {
      const provider = tokens.get(user);
      if (!provider) throw new Error("The demo does not know this user");
      return wise.as(provider, { key: user.name });
    },
    connectUrl: (session, redirectUri) =>
      authorizationUrl({ page: `${wiseUrl}/oauth/authorize/`, ...clientIdOf(partner), redirectUri, session, states }),
    async connect(user, { url, session, redirectUri }) {
      const { code } = await readAuthorization(url, { session, states });
      tokens.set(user, authorizationCode({ ...partner, code, redirectUri }));
    },
  };
}

function clientIdOf({ clientId }: UsersOptions["partner"]): { clientId: string } {
  return { clientId };
}
