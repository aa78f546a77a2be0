import { createClient, type WiseClient } from "@wisekit/client";
import { createProxy } from "@wisekit/client/proxy";

// On the server: one client for all users, and for each of them a token and what this user may see.
const wise = createClient({ baseUrl: process.env.WISE_URL ?? "http://127.0.0.1:4010" });
const profileId = 123456;
const bobsCard = "ca0c8154-1e14-4464-a1ce-dcea7dc3de52";
const users: Readonly<Record<string, { token: string; cards: "all" | readonly string[] }>> = {
  ann: { token: "token-of-ann", cards: "all" },
  bob: { token: "token-of-bob", cards: [bobsCard] },
};

export const handler = createProxy({
  basePath: "/api/wise",
  authorize(request) {
    const user = userOf(request);
    if (!user) return new Response("Sign in first", { status: 401 });
    return {
      // Or `wise.as(userToken({ … }), { key: user.id })`, which renews the token by itself.
      client: wise.as(user.token),
      allow: {
        operations: ["cards.list", "cards.get", "cards.updateStatus"],
        profiles: [{ id: profileId, cards: user.cards }],
      },
    };
  },
});

/** Stands for the sessions of your app. */
function userOf(request: Request) {
  return users[request.headers.get("cookie")?.split("user=")[1] ?? ""];
}

/** In the browser: the same client, without a token. Here it is taken straight to the handler. */
function browserOf(user: string): WiseClient {
  const headers = { cookie: `user=${user}` };
  const baseUrl = "https://app.example/api/wise";
  return createClient({ baseUrl, headers, fetch: (...call) => handler(new Request(...call)) });
}

console.log(`Ann sees ${(await browserOf("ann").cards.list({ profileId })).totalCount} cards`);
const { cardHolderName } = await browserOf("bob").cards.get({ profileId, cardToken: bobsCard });
console.log(`Bob sees the card of ${cardHolderName}`);
const refused = await browserOf("bob")
  .cards.list({ profileId })
  .catch((error: Error) => error);
console.log(`Bob and the list: ${refused}`);
