import { createClient } from "@wisekit/client";
import { undiciFetch } from "@wisekit/client/node";
import { ProxyAgent } from "undici";

const shared = { baseUrl: process.env.WISE_URL ?? "http://127.0.0.1:4010", auth: "any-token" };

// Through an HTTP proxy, on Node: any dispatcher of undici.
const dispatcher = new ProxyAgent(process.env.HTTP_PROXY_URL ?? "http://127.0.0.1:3128");
const behindProxy = createClient({ ...shared, fetch: undiciFetch({ dispatcher }) });

// Options of `fetch` itself, such as cache, credentials or a dispatcher: a function around it.
const uncached = createClient({
  ...shared,
  fetch: (input, init) => fetch(input, { ...init, cache: "no-store", credentials: "omit" }),
});

for (const wise of [behindProxy, uncached]) {
  console.log((await wise.cards.list({ profileId: 123456 })).totalCount, "cards");
}
await dispatcher.close();
