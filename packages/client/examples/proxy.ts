import { createClient } from "@wisekit/client";
import { createProxy } from "@wisekit/client/proxy";

// On the server: the client that holds the token. It tries once: the browser's client repeats, all the way through.
const baseUrl = process.env.WISE_URL ?? "http://127.0.0.1:4010";
const client = createClient({ baseUrl, auth: "any-token", maxRetries: 0 });

export const handler = createProxy({
  client,
  basePath: "/api/wise",
  authorize(_call, request) {
    const user = userOf(request);
    if (!user) return new Response("Sign in first", { status: 401 });
    return { operations: ["cards.list", "cards.get", "cards.updateStatus"], profileIds: [user.profileId] };
  },
});

/** Stands for the sessions of your app. */
function userOf(request: Request): { profileId: number } | undefined {
  return request.headers.get("cookie")?.includes("session=") ? { profileId: 123456 } : undefined;
}

// In the browser: the same client, without a token. Here it is taken straight to the handler.
const wise = createClient({
  baseUrl: "https://app.example/api/wise",
  fetch: (input, init) => handler(new Request(input, { ...init, headers: { ...init?.headers, cookie: "session=1" } })),
});

console.log((await wise.cards.list({ profileId: 123456 })).totalCount, "cards by way of the proxy");
const refused = await wise.cards.list({ profileId: 1 }).catch((error: Error) => error);
console.log(String(refused));
