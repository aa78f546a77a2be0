import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import {
  authorizationCode,
  authorizationUrl,
  createClient,
  createMemoryStates,
  createMemoryStore,
  isAuthenticationError,
  readAuthorization,
  SignInError,
  userToken,
} from "@wisekit/client";

const wiseUrl = process.env.WISE_URL ?? "http://127.0.0.1:4010"; // A mock, which plays Wise's page, too.
const redirectUri = "http://127.0.0.1:4020/back";
const states = createMemoryStates();
const partner = {
  clientId: process.env.WISE_CLIENT_ID ?? "wise_api_docs",
  clientSecret: process.env.WISE_CLIENT_SECRET ?? "secret",
  store: createMemoryStore(), // Several processes share one in Redis: redisTokens(…) of @wisekit/client/redis.
};

// One client for all users.
const wise = createClient({ baseUrl: wiseUrl });

async function handle(url: URL, { user, session }: { user: string; session: string }): Promise<Response> {
  if (url.pathname === "/connect") {
    const page = `${wiseUrl}/oauth/authorize/`; // In production: environment: "production" instead of page.
    return redirect(await authorizationUrl({ page, clientId: partner.clientId, redirectUri, session, states }));
  }
  if (url.pathname === "/back") {
    const { code, profileId = 0 } = await readAuthorization(url, { session, states });
    // The first call exchanges the code. From then on the store has the user's tokens under the key.
    const newUser = wise.as(authorizationCode({ ...partner, code, redirectUri }), { key: user });
    await newUser.cards.list({ profileId });
    return redirect(`/cards?profile=${profileId}`);
  }
  const { totalCount } = await wise
    .as(userToken(partner), { key: user })
    .cards.list({ profileId: Number(url.searchParams.get("profile") ?? 123456) });
  return new Response(`${user} has ${totalCount} cards`);
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", redirectUri);
  const answer = await handle(url, userOf(request)).catch((error: unknown) => {
    if (isAuthenticationError(error) && error.mustSignIn) return redirect("/connect");
    if (error instanceof SignInError) return new Response(`Please begin again: ${error.reason}`, { status: 400 });
    console.error(error);
    return new Response("Something went wrong", { status: 500 });
  });
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
});

function redirect(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

/** Stands for the sessions of your app: who the user is, and which browser it is. */
function userOf({ headers }: IncomingMessage): { user: string; session: string } {
  const [user = "", session = ""] = (headers.cookie ?? "").split("-");
  return { user, session };
}

// Two users, each with a browser: nobody is signed in, so the first request leads through Wise's page and back.
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address() as AddressInfo;

async function open(address: string, cookie: string): Promise<string> {
  const url = address.replace(redirectUri.slice(0, redirectUri.lastIndexOf("/")), `http://127.0.0.1:${port}`);
  const response = await fetch(url, { headers: { cookie }, redirect: "manual" });
  const location = response.headers.get("location");
  return location ? open(new URL(location, url).href, cookie) : response.text();
}

console.log(
  await Promise.all(["ann-session1", "bob-session2"].map((cookie) => open(`http://127.0.0.1:${port}/`, cookie))),
);
server.close();
