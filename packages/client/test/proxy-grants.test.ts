import { createClient, isServerError, type TokenStore, userToken } from "@wisekit/client";
import { createProxy, type ProxyAllowance, type ProxyGrant, type ProxyOptions } from "@wisekit/client/proxy";
import { cards } from "@wisekit/client/resources";
import { describe, expect, it, vi } from "vitest";
import { allowance, proxyWorld, put, site, statusPath, type WorldOptions } from "./support/proxy-world.ts";
import { card, cardArgs, jsonResponse, stubFetch } from "./support/stub-fetch.ts";

const cardsPath = "/api/wise/v3/spend/profiles/123456/cards";
const get = (path: string) => new Request(`${site}${path}`);
const list = () => get(cardsPath);
const withCards = (cards: readonly string[]): ProxyAllowance => ({ ...allowance, profiles: [{ id: 123456, cards }] });

async function statusOf(request: Request, options: WorldOptions): Promise<[number, number]> {
  const { proxy, upstream } = proxyWorld([jsonResponse(card)], options);
  return [(await proxy(request)).status, upstream.calls.length];
}

describe("a grant of some cards of a profile", () => {
  const allow = withCards([cardArgs.cardToken]);

  it("allows operations about these cards", async () => {
    expect(await statusOf(get(`${cardsPath}/${cardArgs.cardToken}`), { allow })).toEqual([200, 1]);
  });

  it("rejects operations about the whole profile with 403: the list of cards names every colleague", async () => {
    expect(await statusOf(list(), { allow })).toEqual([403, 0]);
    const limits = get("/api/wise/v3/spend/profiles/123456/spending-limits");
    expect(await statusOf(limits, { allow })).toEqual([403, 0]);
  });

  it("rejects operations about other cards with 403", async () => {
    expect(await statusOf(get(`${cardsPath}/another`), { allow })).toEqual([403, 0]);
    expect(await statusOf(put(statusPath, "{}"), { allow: withCards(["another"]) })).toEqual([403, 0]);
  });

  it("rejects one of its cards under another profile that the user may see whole, with Wise's response", async () => {
    const profiles = [{ id: 123456, cards: ["mine"] } as const, { id: 7, cards: "all" } as const];
    const { proxy, upstream } = proxyWorld([jsonResponse({}, 404)], { allow: { ...allowance, profiles } });
    expect((await proxy(get("/api/wise/v3/spend/profiles/7/cards/mine"))).status).toBe(404);
    expect((await proxy(get(`${cardsPath}/yours`))).status).toBe(403);
    expect(upstream.calls).toHaveLength(1);
  });

  it("rejects everything about a profile of which it names no card", async () => {
    expect(await statusOf(list(), { allow: withCards([]) })).toEqual([403, 0]);
    expect(await statusOf(put(statusPath, "{}"), { allow: withCards([]) })).toEqual([403, 0]);
  });
});

describe("a grant that is not exactly what a grant is becomes 500 with nothing in it, and is reported", () => {
  const client = createClient({ environment: "sandbox" });
  const profile = { id: 123456, cards: "all" };
  const of = (allow: object) => ({ client, allow: { operations: ["cards.list"], profiles: [profile], ...allow } });

  it.each<[string, unknown, string]>([
    ["a misspelt field of a profile", of({ profiles: [{ ...profile, Cards: [] }] }), 'unknown field "Cards"'],
    ["the old name of a field", of({ cardTokens: [] }), 'unknown field "cardTokens"; fields are operations, profiles'],
    ["a grant without a client's name", { wise: client, allow: {} }, 'unknown field "wise"; fields are client, allow'],
    ["an unknown operation", of({ operations: ["cards.lst"] }), 'unknown operation "cards.lst"; operations are cards'],
    ["an operation that takes the partner's credentials", of({ operations: ["oauth.token"] }), "unknown operation"],
    ["no list of operations", of({ operations: "cards.list" }), "allow.operations must be an array"],
    ["no list of profiles", of({ profiles: undefined }), "allow.profiles must be an array"],
    [
      "a profile that is text",
      of({ profiles: [{ ...profile, id: "123456" }] }),
      "id of a profile must be a positive int",
    ],
    ["a profile that is NaN", of({ profiles: [{ ...profile, id: Number.NaN }] }), "must be a positive integer"],
    ["a profile without cards", of({ profiles: [{ id: 1 }] }), 'must be "all" or an array of card tokens'],
    ["cards with another word for all", of({ profiles: [{ id: 1, cards: "ALL" }] }), 'must be "all" or an array'],
    ["a card that is empty", of({ profiles: [{ id: 1, cards: [""] }] }), 'must be "all" or an array'],
    ["a profile twice", of({ profiles: [profile, { ...profile, cards: [] }] }), "must name each profile once"],
    ["no allowance", { client }, "allow must be an object"],
    ["a client of something else", { ...of({}), client: {} }, "client must be made by createClient()"],
    ["null", null, "the grant must be an object"],
    ["true", true, "the grant must be an object"],
  ])("%s", async (_, grant, message) => {
    const { proxy, upstream, errors } = proxyWorld([jsonResponse(card)], { authorize: () => grant as ProxyGrant });
    const response = await proxy(list());
    expect([response.status, await response.text(), upstream.calls.length]).toEqual([500, "", 0]);
    expect(errors).toEqual([expect.any(TypeError)]);
    expect(String(errors[0])).toContain(message);
  });
});

describe("an operation of which the contract does not say whose data it is about", () => {
  const things = { name: "things", operations: { list: { method: "GET", path: "/things" } } };
  const client = createClient({ environment: "sandbox", fetch: stubFetch(() => jsonResponse({})) });
  const request = () => new Request(`${site}/things`);

  it("is not served, and cannot be in a grant", async () => {
    const errors: unknown[] = [];
    const allow = { operations: ["things.list", "cards.list"], profiles: [] } as unknown as ProxyAllowance;
    const proxyOf = (resources: ProxyOptions["resources"]) =>
      createProxy({ resources, authorize: () => ({ client, allow }), onError: (error) => errors.push(error) });
    expect((await proxyOf({ things })(request())).status).toBe(404);
    expect((await proxyOf({ things, cards })(get("/v3/spend/profiles/1/cards"))).status).toBe(500);
    expect(String(errors)).toContain('unknown operation "things.list"');
  });
});

describe("a path that another operation has to itself", () => {
  const one = "/v3/spend/profiles/{profileId}/cards/{cardToken}";
  const mine = {
    name: "cards",
    operations: {
      get: { method: "GET", path: one },
      export: { method: "GET", path: "/v3/spend/profiles/{profileId}/cards/export" },
      import: { method: "POST", path: "/v3/spend/profiles/{profileId}/cards/import" },
    },
  };

  it.each([
    ["export", 404],
    ["import", 404],
    ["exported", 200],
  ])("is not read as a card: %s", async (card, status) => {
    const allow: ProxyAllowance = { ...allowance, operations: ["cards.get"] };
    const { proxy, upstream } = proxyWorld([jsonResponse({})], { resources: { cards: mine }, allow });
    expect((await proxy(get(`${cardsPath}/${card}`))).status).toBe(status);
    expect(upstream.calls).toHaveLength(status === 200 ? 1 : 0);
  });
});

describe("an authorize that fails", () => {
  const reason = new Error("the session store is down: redis://:password@sessions");

  it.each<[string, ProxyOptions["authorize"]]>([
    [
      "throws",
      () => {
        throw reason;
      },
    ],
    ["rejects", () => Promise.reject(reason)],
  ])("and %s is 500 with nothing in it, and is reported", async (_, authorize) => {
    const { proxy, upstream, errors } = proxyWorld([jsonResponse(card)], { authorize });
    const response = await proxy(list());
    expect([response.status, await response.text(), upstream.calls.length]).toEqual([500, "", 0]);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(errors).toEqual([reason]);
  });

  it("by reading the body is told what it may not do", async () => {
    const allow = { ...allowance };
    const client = createClient({ environment: "sandbox", fetch: stubFetch(jsonResponse(card)) });
    const authorize: ProxyOptions["authorize"] = async (request) => {
      await request.text();
      return { client, allow };
    };
    const { proxy, errors } = proxyWorld([], { authorize });
    expect((await proxy(put(statusPath, '{"status":"FROZEN"}'))).status).toBe(500);
    expect(errors).toEqual([new TypeError("createProxy(): authorize must not read the body of the request")]);
  });

  it("by a call of Wise is 500 as well, and not the gateway's response that another call would get", async () => {
    const own = createClient({ environment: "sandbox", fetch: stubFetch(jsonResponse({}, 404)), maxRetries: 0 });
    const authorize = () => own.cards.get(cardArgs) as never;
    const { proxy } = proxyWorld([jsonResponse(card)], { authorize });
    expect((await proxy(list())).status).toBe(500);
  });

  it("is written to the console if there is no onError", async () => {
    using written = vi.spyOn(console, "error").mockImplementation(() => {});
    const proxy = createProxy({ authorize: () => Promise.reject(reason) });
    expect((await proxy(get("/v3/spend/profiles/123456/cards"))).status).toBe(500);
    expect(written.mock.calls).toEqual([[reason]]);
  });

  it.each<[string, ProxyOptions["onError"]]>([
    [
      "throws",
      () => {
        throw new Error("no disk");
      },
    ],
    ["rejects", (async () => Promise.reject(new Error("no disk"))) as () => void],
  ])("does not end the process if onError %s itself", async (_, onError) => {
    using written = vi.spyOn(console, "error").mockImplementation(() => {});
    const { proxy } = proxyWorld([], { authorize: () => Promise.reject(reason), onError });
    expect((await proxy(list())).status).toBe(500);
    await expect.poll(() => written.mock.calls).toEqual([[new Error("no disk")]]);
  });
});

describe("Wise's 401", () => {
  it.each([
    ["to a call", [jsonResponse({}, 401)]],
    ["to the look-up whose card it is", [jsonResponse({}, 401)]],
  ])("%s is 502, and its code says that the user must connect to Wise again", async (title, responses) => {
    const { browser } = proxyWorld(responses);
    const sealed = { cardToken: cardArgs.cardToken, keyVersion: 1, encryptedPayload: "x" };
    const call = title === "to a call" ? browser.cards.get(cardArgs) : browser.cardData.details(sealed);
    const error = await call.catch((thrown: unknown) => thrown);
    expect(isServerError(error) && [error.status, error.problem.code]).toEqual([502, "ERR_USER_MUST_RECONNECT"]);
  });
});

describe("a token that cannot be got", () => {
  const calls = (oauth: Response) =>
    stubFetch(({ url }) => (url.endsWith("/oauth/token") ? oauth : jsonResponse(card)));
  const grant = { clientId: "id", clientSecret: "secret", refreshToken: "refresh" };

  async function outcomeWith(oauth: Response): Promise<unknown[]> {
    const fetch = calls(oauth);
    const wise = createClient({ environment: "sandbox", fetch });
    const authorize = () => ({ client: wise.as(userToken(grant), { key: "ann" }), allow: allowance });
    const response = await proxyWorld([], { authorize }).proxy(list());
    return [response.status, ((await response.json()) as { code?: string }).code, fetch.calls.length];
  }

  it("because the user has withdrawn it is 502, and its code says that the user must connect to Wise again", async () => {
    const refused = jsonResponse({ error: "invalid_grant" }, 400);
    expect(await outcomeWith(refused)).toEqual([502, "ERR_USER_MUST_RECONNECT", 1]);
  });

  it("because the application's own credentials are wrong is 502, and says nothing of the user", async () => {
    const refused = jsonResponse({ error: "invalid_client" }, 401);
    expect(await outcomeWith(refused)).toEqual([502, "ERR_AUTHENTICATION", 1]);
  });

  it("because the token store is down is 503", async () => {
    const down = () => Promise.reject(new Error("down"));
    const store: TokenStore = { get: down, set: down, delete: down, lock: down };
    const wise = createClient({ environment: "sandbox", fetch: stubFetch(jsonResponse(card)) });
    const authorize = () => ({ client: wise.as(userToken({ ...grant, store }), { key: "ann" }), allow: allowance });
    const response = await proxyWorld([], { authorize }).proxy(list());
    expect([response.status, await response.json()]).toEqual([
      503,
      expect.objectContaining({ code: "ERR_TOKEN_STORE" }),
    ]);
  });
});

it("a call that finds the queue of the rate limits full is 503", async () => {
  const limits = { rateLimits: [{ requests: 1, windowMs: 60_000 }], maxQueued: 0 };
  const client = createClient({ environment: "sandbox", fetch: stubFetch(() => jsonResponse(card)), ...limits });
  const { proxy } = proxyWorld([], { authorize: () => ({ client, allow: allowance }) });
  expect((await proxy(list())).status).toBe(200);
  const response = await proxy(list());
  expect([response.status, await response.json()]).toEqual([503, expect.objectContaining({ code: "ERR_QUEUE" })]);
});

describe("createProxy()", () => {
  const authorize = () => undefined;

  it.each<[string, object, string]>([
    ["without authorize", {}, "authorize must be a function"],
    [
      "with a limit that is NaN, as of an empty environment variable",
      { authorize, maxBodyBytes: Number.NaN },
      "maxBodyBytes must be an integer >= 0",
    ],
    ["with a negative limit", { authorize, maxBodyBytes: -1 }, "maxBodyBytes must be an integer >= 0"],
    ["with a limit that is text", { authorize, maxBodyBytes: "16384" }, "maxBodyBytes must be an integer >= 0"],
    ["with no limit", { authorize, maxBodyBytes: Number.POSITIVE_INFINITY }, "maxBodyBytes must be an integer >= 0"],
    [
      "with a base path that is none",
      { authorize, basePath: "api/wise" },
      'basePath must be a path such as "/api/wise"',
    ],
    ["with an onError that is none", { authorize, onError: "log" }, "onError must be a function"],
    ["with the client of all users", { authorize, client: {} }, 'unknown option "client"; options are authorize'],
  ])("%s throws", (_, options, message) => {
    expect(() => createProxy(options as never)).toThrow(TypeError);
    expect(() => createProxy(options as never)).toThrow(`createProxy(): ${message}`);
  });

  it("sends each user's calls with that user's token, and no others", async () => {
    const upstream = stubFetch(() => jsonResponse(card));
    const clientOf = (user: string) =>
      createClient({ environment: "sandbox", auth: `token-of-${user}`, fetch: upstream });
    const clients = { ann: clientOf("ann"), bob: clientOf("bob") };
    const profileOf = { ann: 123456, bob: 654321 };
    const proxy = createProxy({
      authorize(request) {
        const user = request.headers.get("cookie") as "ann" | "bob" | null;
        if (!user) return new Response(null, { status: 401 });
        const profiles = [{ id: profileOf[user], cards: "all" as const }];
        return { client: clients[user], allow: { operations: ["cards.get"], profiles } };
      },
    });
    const call = async (user: string, profile: number) => {
      const headers = user ? { cookie: user } : {};
      const path = `/v3/spend/profiles/${profile}/cards/${cardArgs.cardToken}`;
      return (await proxy(new Request(`${site}${path}`, { headers }))).status;
    };
    expect(await Promise.all([call("ann", 123456), call("bob", 654321)])).toEqual([200, 200]);
    expect(await Promise.all([call("ann", 654321), call("bob", 123456), call("", 123456)])).toEqual([403, 403, 401]);
    const sent = upstream.calls.map(({ url, init }) => [
      new URL(url).pathname.split("/")[4],
      init.headers.authorization,
    ]);
    expect(sent).toEqual([
      ["123456", "Bearer token-of-ann"],
      ["654321", "Bearer token-of-bob"],
    ]);
  });

  it("passes a challenge on to the browser, and retries nothing, whatever its client does for others", async () => {
    const onSca = vi.fn();
    const challenge = { "x-2fa-approval-result": "REJECTED", "x-2fa-approval": "ott" };
    const upstream = stubFetch(jsonResponse({}, 403, challenge), jsonResponse({}, 503));
    const client = createClient({ environment: "sandbox", auth: "a", fetch: upstream, onSca, maxRetries: 5 });
    const { proxy } = proxyWorld([], { authorize: () => ({ client, allow: allowance }) });
    expect((await proxy(list())).status).toBe(403);
    expect((await proxy(list())).status).toBe(503);
    expect([upstream.calls.length, onSca.mock.calls.length]).toEqual([2, 0]);
  });
});
