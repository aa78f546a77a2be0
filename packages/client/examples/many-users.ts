import { createClient, isAuthenticationError, userToken } from "@wisekit/client";

const clientId = process.env.WISE_CLIENT_ID ?? "wise_api_docs";
const clientSecret = process.env.WISE_CLIENT_SECRET ?? "secret";

// One client for the whole back end: connections, listeners and the partner's rate limits are shared.
const wise = createClient({ baseUrl: process.env.WISE_URL ?? "http://127.0.0.1:4010" });

/** What a request handler does: a client for its user costs next to nothing. */
async function countCards(user: { id: string; refreshToken: string; profileId: number }): Promise<string> {
  const own = wise.as(userToken({ clientId, clientSecret, refreshToken: user.refreshToken }), { key: user.id });
  try {
    const { totalCount } = await own.cards.list({ profileId: user.profileId });
    return `${user.id} has ${totalCount} cards`;
  } catch (error) {
    if (isAuthenticationError(error) && error.mustSignIn) return `${user.id} must sign in again`;
    throw error;
  }
}

console.log(await countCards({ id: "ann", refreshToken: "refresh-token-of-ann", profileId: 123456 }));
console.log(await countCards({ id: "bob", refreshToken: "refresh-token-of-bob", profileId: 123456 }));
