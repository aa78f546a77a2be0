import { createClient, type WiseClient } from "@wisekit/client";
import { createProxy } from "@wisekit/client/proxy";

// On the server: each user with a client that holds this user's token, and with what this user may see.
const baseUrl = process.env.WISE_URL ?? "http://127.0.0.1:4010";
const users: Readonly<Record<string, User>> = {
  ann: { wise: createClient({ baseUrl, auth: "token-of-ann" }), profileId: 123456, cards: "all" },
  bob: {
    wise: createClient({ baseUrl, auth: "token-of-bob" }),
    profileId: 123456,
    cards: ["ca0c8154-1e14-4464-a1ce-dcea7dc3de52"],
  },
};

export const handler = createProxy({
  basePath: "/api/wise",
  authorize(request) {
    const user = userOf(request);
    if (!user) return new Response("Sign in first", { status: 401 });
    return {
      client: user.wise,
      allow: {
        operations: ["cards.list", "cards.get", "cards.updateStatus"],
        profiles: [{ id: user.profileId, cards: user.cards }],
      },
    };
  },
});

interface User {
  readonly wise: WiseClient;
  readonly profileId: number;
  readonly cards: "all" | readonly string[];
}

/** Stands for the sessions of your app. */
function userOf(request: Request): User | undefined {
  return users[request.headers.get("cookie")?.split("user=")[1] ?? ""];
}

/** In the browser: the same client, without a token. Here it is taken straight to the handler. */
function browserOf(user: string): WiseClient {
  const headers = { cookie: `user=${user}` };
  return createClient({
    baseUrl: "https://app.example/api/wise",
    headers,
    fetch: (...call) => handler(new Request(...call)),
  });
}

const profileId = 123456;
const { totalCount } = await browserOf("ann").cards.list({ profileId });
console.log(`Ann sees ${totalCount} cards`);
const [cardToken = ""] = users.bob?.cards ?? [];
const { cardHolderName } = await browserOf("bob").cards.get({ profileId, cardToken });
console.log(`Bob sees the card of ${cardHolderName}`);
const refused = await browserOf("bob")
  .cards.list({ profileId })
  .catch((error: Error) => error);
console.log(`Bob and the list: ${refused}`);
