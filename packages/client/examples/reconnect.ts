import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  authorizationCode,
  authorizationUrl,
  createClient,
  createMemoryStates,
  createMemoryStore,
  isApiError,
  readAuthorization,
  userToken,
} from "@wisekit/client";
import { createNodeHandler, createProxy } from "@wisekit/client/proxy";

// On the server. Nobody has connected to Wise yet: the store is empty.
const wiseUrl = process.env.WISE_URL ?? "http://127.0.0.1:4010"; // A mock, which plays Wise's page, too.
const states = createMemoryStates();
const partner = { clientId: "wise_api_docs", clientSecret: "secret", store: createMemoryStore() };
const wise = createClient({ baseUrl: wiseUrl });

const proxy = createProxy({
  basePath: "/api/wise",
  authorize: (request) => ({
    client: wise.as(userToken(partner), { key: userOf(request).name }),
    allow: { operations: ["cards.list"], profiles: [{ id: 123456, cards: "all" }] },
  }),
});

async function handle(request: Request): Promise<Response> {
  const { pathname, origin } = new URL(request.url);
  const { name, session } = userOf(request);
  const redirectUri = `${origin}/connected`;
  if (pathname === "/connect") {
    const page = `${wiseUrl}/oauth/authorize/`; // In production: environment: "production" instead of page.
    return redirect(await authorizationUrl({ page, clientId: partner.clientId, redirectUri, session, states }));
  }
  if (pathname === "/connected") {
    const { code, profileId = 0 } = await readAuthorization(request.url, { session, states });
    // The first call exchanges the code. From then on the store has the user's tokens.
    const user = wise.as(authorizationCode({ ...partner, code, redirectUri }), { key: name });
    await user.cards.list({ profileId });
    return redirect("/");
  }
  return pathname.startsWith("/api/wise/") ? proxy(request) : new Response("The page");
}

function redirect(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

/** Stands for the sessions of your app: who the user is, and which browser it is. */
function userOf(request: Request): { name: string; session: string } {
  const [name = "", session = ""] = (request.headers.get("cookie") ?? "").split("-");
  return { name, session };
}

const server = createServer(createNodeHandler(handle));
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

// In the browser: the code says that the user must connect, and the page leads there.
const headers = { cookie: "ann-session1", origin: site };
const browser = createClient({ baseUrl: `${site}/api/wise`, headers });

async function listCards(): Promise<string> {
  try {
    return `${(await browser.cards.list({ profileId: 123456 })).totalCount} cards`;
  } catch (error) {
    if (!isApiError(error) || error.problem.code !== "ERR_USER_MUST_RECONNECT") throw error;
    return "connect to Wise first";
  }
}

console.log(await listCards());
await follow(`${site}/connect`); // A page does this by a link, or location.assign("/connect").
console.log(await listCards());
server.close();

/** Follows redirects with the cookie, as a browser does. */
async function follow(url: string): Promise<void> {
  const location = (await fetch(url, { headers, redirect: "manual" })).headers.get("location");
  if (location) await follow(new URL(location, url).href);
}
