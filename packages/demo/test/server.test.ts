import { request } from "node:http";
import { join } from "node:path";
import { createClient, isPermissionError, isScaRequiredError, isServerError } from "@wisekit/client";
import { createCardDataSession } from "@wisekit/crypto";
import { type Mock, startMock } from "@wisekit/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DemoServer, startDemoServer } from "../src/server/demo-server.ts";
import { partner, scenario, tokens, users } from "./support/scenario.ts";
import { signIn } from "./support/sign-in.ts";

const pageFolder = join(import.meta.dirname, "../dist");
const log: string[] = [];
let mock: Mock;
let demo: DemoServer;
let ann: string;
let bob: string;
beforeAll(async () => {
  mock = await startMock({ scenario, sca: true });
  demo = await startDemoServer({ port: 0, wiseUrl: mock.url, partner, users, pageFolder, log: log.push.bind(log) });
  [ann, bob] = [await signIn(demo.url), await signIn(demo.url, "Bob")];
});
afterAll(async () => {
  await demo.stop();
  await mock.stop();
});

/** A page's client, in the browser of a user. */
const pageOf = (cookie: string, url = demo.url) =>
  createClient({ baseUrl: `${url}/api`, maxRetries: 0, headers: { cookie, origin: url } });

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** By `node:http`, which sends the path and the headers as they are. */
function ask(path: string, { method = "GET", headers = {}, body }: Asked = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
    const { port } = new URL(demo.url);
    const all = { cookie: ann, ...headers };
    const sent = request({ host: "127.0.0.1", port, path, method, headers: all }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const card = `/api/v3/spend/profiles/123456/cards/${tokens.active}`;

describe("the back end forwards", () => {
  it("what the page needs, with the user's token, for the page's own client", async () => {
    const wise = pageOf(ann);
    const { totalCount } = await wise.cards.list({ profileId: 123456 });
    expect(totalCount).toBe(12);
    expect(log.at(-1)).toMatch(/^cards\.list 200 \d+ ms$/);
  });

  it("no profile that is not the user's", async () => {
    const wise = pageOf(ann);
    await expect(wise.cards.list({ profileId: 345678 })).rejects.toSatisfy(isPermissionError);
  });

  it.each([
    ["POST", "/api/oauth/token"],
    ["PUT", `${card}/phone-number`],
    ["DELETE", card],
    ["GET", "/api/v3/spend/profiles/123456/cards/../../../../v1/one-time-token/status"],
    ["GET", "/api/v3/spend/profiles/123456/cards/%2e%2e"],
    ["GET", "/api/__mock"],
    ["GET", "/api/"],
  ])("nothing else: %s %s", async (method, path) => {
    expect((await ask(path, { method })).status).toBeGreaterThanOrEqual(400);
    expect((await ask(path, { method })).status).toBeLessThan(500);
  });

  it("no body of more than 16 KB", async () => {
    const body = JSON.stringify({ status: "FROZEN", padding: "x".repeat(20_000) });
    const { status } = await ask(`${card}/status`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body,
    });
    expect(status).toBe(413);
  });

  it("no card data of a card that is in none of the user's profiles", async () => {
    const wise = pageOf(ann);
    const { request: sealed } = await createCardDataSession(await wise.cardData.encryptionKey());
    const cardToken = "00000000-0000-4000-8000-999999999999";
    await expect(wise.cardData.details({ cardToken, ...sealed })).rejects.toSatisfy(isPermissionError);
  });

  it("the challenge of a call, without which the page could not pass it", async () => {
    const wise = pageOf(ann);
    const { request: sealed } = await createCardDataSession(await wise.cardData.encryptionKey());
    const asked = wise.cardData.details({ cardToken: tokens.active, ...sealed });
    await expect(asked).rejects.toSatisfy(isScaRequiredError);
  });

  it("an unreachable Wise as the failure of a gateway", async () => {
    const wiseUrl = "http://127.0.0.1:9";
    const alone = await startDemoServer({ port: 0, wiseUrl, partner, users, pageFolder, log: () => undefined });
    const wise = pageOf(await signIn(alone.url), alone.url);
    await expect(wise.cards.list({ profileId: 123456 })).rejects.toSatisfy(isServerError);
    await alone.stop();
  });
});

describe("the back end rejects", () => {
  it.each([
    ["another site's name for this address", { host: "evil.example:5173" }],
    ["a call of another site's page", { origin: "https://evil.example" }],
    ["a call that the browser says is another site's", { "sec-fetch-site": "cross-site" }],
    ["a page of another port of this machine", { "sec-fetch-site": "same-site", origin: "http://127.0.0.1:1" }],
  ])("%s", async (_, headers) => {
    const { status, text } = await ask(card, { headers: { host: new URL(demo.url).host, ...headers } });
    expect(status).toBe(403);
    expect(text).not.toContain("John Smith");
  });
});

describe("the page's files", () => {
  it("come with a policy that lets nothing of elsewhere run", async () => {
    const { status, headers, text } = await ask("/");
    expect(status).toBe(200);
    expect(text).toContain('<div id="root">');
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(headers["content-security-policy"]).not.toMatch(/unsafe|\*|https?:/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  it("are kept by the browser where their name changes with them, and data never", async () => {
    const [script = ""] = /\/assets\/[^"]+\.js/.exec((await ask("/")).text) ?? [];
    expect((await ask(script)).headers["cache-control"]).toContain("immutable");
    expect((await ask("/")).headers["cache-control"]).toBe("no-cache");
    expect((await ask(card)).headers["cache-control"]).toBe("no-store");
  });

  it("are all that is served: no path leads out of their folder", async () => {
    const paths = ["/../package.json", "/%2e%2e/package.json", "/assets/../../package.json", "//etc/passwd"];
    for (const path of paths) expect((await ask(path)).status).toBe(404);
  });

  it("are missed with a message that says what to do", async () => {
    const options = { port: 0, wiseUrl: mock.url, partner, users, log: () => undefined };
    await expect(startDemoServer({ ...options, pageFolder: "/nowhere" })).rejects.toThrow("Run: pnpm build");
  });
});

describe("two users", () => {
  it("see their own profiles, each through the same back end, and not the other's", async () => {
    const [mine, theirs] = [123456, 345678];
    expect(await pageOf(ann).cards.list({ profileId: mine })).toMatchObject({ totalCount: 12 });
    expect(await pageOf(bob).cards.list({ profileId: theirs })).toMatchObject({ totalCount: 0 });
    await expect(pageOf(ann).cards.list({ profileId: theirs })).rejects.toSatisfy(isPermissionError);
    await expect(pageOf(bob).cards.list({ profileId: mine })).rejects.toSatisfy(isPermissionError);
    const listed = await Promise.all([ann, bob].map((cookie) => ask("/profiles", { headers: { cookie } })));
    expect(listed.map(({ text }) => (JSON.parse(text) as { name: string }[]).map(({ name }) => name))).toEqual([
      ["Acme Ltd", "Beta GmbH"],
      ["Empty Inc"],
    ]);
  });

  it("are told apart by their session: without one there is nothing", async () => {
    for (const cookie of ["", "session=made-up"]) {
      const responses = await Promise.all(
        ["/profiles", card, "/connect"].map((path) => ask(path, { headers: { cookie } })),
      );
      expect(responses.map(({ status }) => status)).toEqual([401, 401, 401]);
    }
    expect((await ask("/sign-in?user=Eve")).status).toBe(404);
  });
});

describe("a user whose connection to Wise has ended", () => {
  const list = (cookie: string) => pageOf(cookie).cards.list({ profileId: 123456 });
  const locationOf = async (path: string, cookie = ann) => {
    const { status, headers } = await ask(path, { headers: { cookie, host: new URL(demo.url).host } });
    return { status, location: String(headers.location) };
  };
  /** Where Wise's page sends the browser back to, once the user has agreed. */
  const agree = async (page: string) => {
    const { headers } = await fetch(page, { redirect: "manual" });
    const { pathname, search } = new URL(headers.get("location") ?? "");
    return pathname + search;
  };

  it("gets a code that says so, connects again, and goes on", async () => {
    for (const status of [401, 401]) mock.faults.next("cards.list", { status });
    const ended = await list(ann).catch((thrown: unknown) => thrown);
    expect(isServerError(ended) && [ended.status, ended.problem.code]).toEqual([502, "ERR_USER_MUST_RECONNECT"]);
    const { location } = await locationOf("/connect");
    expect(location).toMatch(new RegExp(`^${mock.url}/oauth/authorize/\\?client_id=demo&`));
    expect(await locationOf(await agree(location))).toEqual({ status: 303, location: "/" });
    expect(await list(ann)).toMatchObject({ totalCount: 12 });
  });

  it("can do so in the browser that began it, and once", async () => {
    const { location } = await locationOf("/connect");
    const back = await agree(location);
    expect(await locationOf(back, bob)).toMatchObject({ status: 400 });
    expect(await locationOf(back)).toMatchObject({ status: 400 });
    const again = await agree((await locationOf("/connect")).location);
    expect([await locationOf(again), await locationOf(again)]).toMatchObject([{ status: 303 }, { status: 400 }]);
  });
});

it("no token and no secret of Wise is in a response or a line of the log", async () => {
  const responses = await Promise.all(["/", "/profiles", card, `${card}/status`].map((path) => ask(path)));
  expect(JSON.stringify([responses, log])).not.toMatch(/canary|bearer|access_token/i);
});
