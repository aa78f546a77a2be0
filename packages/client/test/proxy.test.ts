import { createClient, isPermissionError, isRateLimitedError, isScaRequiredError } from "@wisekit/client";
import { createProxy, type ProxyAllowance } from "@wisekit/client/proxy";
import { describe, expect, it } from "vitest";
import { allowance, put, site, statusPath, type WorldOptions, proxyWorld as world } from "./support/proxy-world.ts";
import {
  brokenConnection,
  card,
  cardArgs,
  jsonResponse,
  type SeenCall,
  silence,
  stubFetch,
} from "./support/stub-fetch.ts";

describe("a browser's client against the proxy", () => {
  it("calls what the grant names, and the token is attached on the server", async () => {
    const { browser, upstream, asked } = world([jsonResponse({ cards: [card], totalCount: 1 })]);
    expect(await browser.cards.list({ profileId: cardArgs.profileId, pageSize: 20 })).toEqual({
      cards: [card],
      totalCount: 1,
    });
    expect(upstream.calls[0]?.url).toBe("https://api.wise-sandbox.com/v3/spend/profiles/123456/cards?pageSize=20");
    expect(upstream.calls[0]?.init.headers.authorization).toBe("Bearer server-token");
    expect(asked).toEqual([{ operation: "cards.list", profileId: "123456", cardToken: undefined }]);
  });

  it("forwards bodies, and the headers of the contract and no others", async () => {
    const { proxy, upstream } = world([jsonResponse(card)]);
    const headers = {
      "x-external-correlation-id": "mine",
      cookie: "session=1",
      authorization: "Bearer forged",
      "x-evil": "1",
    };
    const answer = await proxy(put(statusPath, '{"status":"FROZEN"}', headers));
    expect(answer.status).toBe(200);
    const sent = upstream.calls[0]?.init;
    expect(sent?.body).toBe('{"status":"FROZEN"}');
    expect(sent?.headers).toMatchObject({ authorization: "Bearer server-token", "x-external-correlation-id": "mine" });
    expect(Object.keys(sent?.headers ?? {})).not.toEqual(expect.arrayContaining(["cookie"]));
    expect(sent?.headers).not.toHaveProperty("x-evil");
  });

  it.each([
    '{"status":9007199254740993}',
    '{"status":{"a":[1,9007199254740993,"9007199254740993",{"b":-123456789012345678901}],"c":1.50}}',
  ])("forwards integers that no number holds as they are: %s", async (body) => {
    const { proxy, upstream } = world([jsonResponse(card)]);
    expect((await proxy(put(statusPath, body))).status).toBe(200);
    expect(upstream.calls[0]?.init.body).toBe(body.replace("1.50", "1.5"));
  });

  it("gets answers that nothing may cache", async () => {
    const { proxy } = world([jsonResponse(card)]);
    const answer = await proxy(new Request(`${site}/api/wise${statusPath.replace("/status", "")}`));
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("gets an upstream's page as something that cannot run on the site", async () => {
    const page = new Response("<script>", { status: 502, headers: { "content-type": "text/html" } });
    const { proxy } = world([page], { basePath: "/api/wise/" });
    const answer = await proxy(new Request(`${site}/api/wise/v3/spend/profiles/123456/cards`));
    expect([answer.status, answer.headers.get("content-security-policy")]).toEqual([
      502,
      "default-src 'none'; sandbox",
    ]);
  });

  it("gets nothing where the operation answers nothing", async () => {
    const { browser } = world([new Response("")]);
    expect(await browser.cards.resetPinCount(cardArgs)).toBeUndefined();
  });

  it("gets sealed card data as the ciphertext that it is", async () => {
    const { browser, upstream } = world([
      jsonResponse(card),
      new Response("aaa..bbb.ccc.ddd", { headers: { "content-type": "application/jose" } }),
    ]);
    const sealed = await browser.cardData.details({
      cardToken: cardArgs.cardToken,
      keyVersion: 1,
      encryptedPayload: "x",
    });
    expect(sealed["~unseal"]()).toBe("aaa..bbb.ccc.ddd");
    expect(upstream.calls.map((call) => new URL(call.url).pathname)).toEqual([
      `/v3/spend/profiles/123456/cards/${cardArgs.cardToken}`,
      "/twcard-data/v1/sensitive-card-data/details",
    ]);
  });

  it("sees errors, challenges and trace ids as if it had called Wise itself", async () => {
    const challenge = { "x-2fa-approval-result": "REJECTED", "x-2fa-approval": "ott", "x-trace-id": "t1" };
    const problem = { errors: [{ code: "card.not.found", message: "m" }] };
    const { browser } = world([jsonResponse({ status: 403 }, 403, challenge), jsonResponse(problem, 404)], {
      allow: { ...allowance, profiles: [{ id: 123456, cards: [cardArgs.cardToken] }] },
    });
    const sealed = { cardToken: cardArgs.cardToken, keyVersion: 1, encryptedPayload: "x" };
    const error: unknown = await browser.cardData.details(sealed).catch((thrown: unknown) => thrown);
    expect(isScaRequiredError(error) && [error.oneTimeToken, error.traceId]).toEqual(["ott", "t1"]);
    await expect(browser.cards.get(cardArgs)).rejects.toMatchObject({
      status: 404,
      problem: { code: "card.not.found" },
    });
  });

  it("sees the text of an error as it came", async () => {
    const text = '{"errors":[{"code":"x","arguments":[9007199254740993]}]}';
    const { proxy } = world([jsonResponse(text, 422)]);
    const answer = await proxy(new Request(`${site}/api/wise/v3/spend/profiles/123456/cards`));
    expect([answer.status, await answer.text()]).toEqual([422, text]);
  });

  it.each([204, 304])("sees a %i, which has no body", async (status) => {
    const { proxy } = world([new Response(null, { status })]);
    const answer = await proxy(new Request(`${site}/api/wise/v3/spend/profiles/123456/cards`));
    expect([answer.status, answer.body]).toEqual([status, null]);
  });

  it.each([
    ["a broken connection", brokenConnection("ECONNRESET"), 502],
    ["a silence", () => new Promise<Response>(() => {}), 504],
  ])("sees %s behind the proxy as a gateway's answer", async (_, answer, status) => {
    const upstream = stubFetch(answer);
    const client = createClient({ environment: "sandbox", fetch: upstream, maxRetries: 0, timeoutMs: 5 });
    const proxy = createProxy({ authorize: () => ({ client, allow: allowance }) });
    const response = await proxy(new Request(`${site}/v3/spend/profiles/123456/cards`));
    expect(response.status).toBe(status);
  });
});

describe("what the proxy refuses", () => {
  async function refusedWith(status: number, request: Request, options: WorldOptions = {}): Promise<void> {
    const { proxy, upstream } = world([jsonResponse(card)], options);
    const answer = await proxy(request);
    expect([answer.status, upstream.calls.length]).toEqual([status, 0]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  }
  const get = (path: string, headers: Record<string, string> = {}) => new Request(`${site}${path}`, { headers });
  const list = "/api/wise/v3/spend/profiles/123456/cards";

  it.each([
    "/api/wise/v9/anything",
    "/api/wise/",
    "/api/wisecracks/v3/spend/profiles/123456/cards",
    "/v3/spend/profiles/123456/cards",
    "/api/wise/v3/spend/profiles/123456/cards/",
    "/api/wise/v3/spend/profiles/123456/cards/%2e%2e",
    "/api/wise/v3/spend/profiles/123456/cards/%252e",
    "/api/wise/v3/spend/profiles/123456/cards/a%2f..%2f..%2f456%2fcards%2fb",
    "/api/wise/v3/spend/profiles/123456/cards/a%5c..%5cb",
    "/api/wise/v3/spend/profiles//cards",
    "/api/wise/v3/spend/profiles/%ff/cards",
  ])("%s, which is no operation: 404", (path) => refusedWith(404, get(path)));

  it("an operation under another method: 404", () =>
    refusedWith(404, new Request(`${site}${list}`, { method: "DELETE" })));

  it("the partner's own token operation, even if a grant names it: 404", () =>
    refusedWith(
      404,
      new Request(`${site}/api/wise/oauth/token`, { method: "POST", body: "grant_type=client_credentials" }),
    ));

  it.each<[string, ProxyAllowance]>([
    ["another operation", { ...allowance, operations: ["cards.get"] }],
    ["another profile", { ...allowance, profiles: [{ id: 1, cards: "all" }] }],
    ["no profile", { ...allowance, profiles: [] }],
  ])("a user who is allowed %s: 403", (_, allow) => refusedWith(403, get(list), { allow }));

  it("a user of whom authorize says nothing: 403", () => refusedWith(403, get(list), { authorize: () => undefined }));

  it("card data of a card that none of the user's profiles has: 403", async () => {
    const { browser, upstream } = world([({ url }: SeenCall) => jsonResponse({}, url.includes("/cards/") ? 404 : 200)]);
    const call = browser.cardData.details({ cardToken: cardArgs.cardToken, keyVersion: 1, encryptedPayload: "x" });
    expect(isPermissionError(await call.catch((error: unknown) => error))).toBe(true);
    expect(upstream.calls.every((seen) => !seen.url.includes("sensitive"))).toBe(true);
  });

  describe("while it looks whose card it is", () => {
    const sealed = { cardToken: cardArgs.cardToken, keyVersion: 1, encryptedPayload: "x" };

    it("passes a 429 and the wait that it asks for on", async () => {
      const { browser, upstream } = world([jsonResponse({}, 429, { "retry-after": "7" })]);
      const error = await browser.cardData.details(sealed).catch((thrown: unknown) => thrown);
      expect(isRateLimitedError(error) && error.retryAfterMs).toBe(7000);
      expect(upstream.calls).toHaveLength(1);
    });

    it("passes the wait on that a gateway's answer asks for", async () => {
      const { browser } = world([jsonResponse({}, 503, { "retry-after": "7" })]);
      await expect(browser.cardData.details(sealed)).rejects.toMatchObject({ status: 502, retryAfterMs: 7000 });
    });

    it("stops when the request is aborted", async () => {
      const { proxy, upstream } = world([silence]);
      const controller = new AbortController();
      const request = new Request(`${site}/api/wise/twcard-data/v1/sensitive-card-data/details`, {
        method: "POST",
        body: '{"keyVersion":1,"encryptedPayload":"x"}',
        headers: { "content-type": "application/json", "x-tw-twcard-card-token": cardArgs.cardToken },
        signal: controller.signal,
      });
      const answer = proxy(request);
      const reason = new Error("the page has gone");
      await expect.poll(() => upstream.calls).toHaveLength(1);
      controller.abort(reason);
      expect((await answer).status).toBe(499);
      expect(upstream.calls[0]?.init.signal?.aborted).toBe(true);
      expect(upstream.calls).toHaveLength(1);
    });
  });

  it.each(["..", "", "a/../../456/cards/b"])("card data of %j, which is no card: 404", (token) =>
    refusedWith(
      404,
      new Request(`${site}/api/wise/twcard-data/v1/sensitive-card-data/details`, {
        method: "POST",
        body: '{"keyVersion":1,"encryptedPayload":"x"}',
        headers: { "content-type": "application/json", "x-tw-twcard-card-token": token },
      }),
    ),
  );

  it("another site's request: 403", () => refusedWith(403, get(list, { "sec-fetch-site": "cross-site" })));

  describe("a write without a JSON body", () => {
    const reset = `${list}/${cardArgs.cardToken}/reset-pin-count`;
    const write = (headers: Record<string, string>, address = site) =>
      new Request(`${address}${reset}`, { method: "POST", headers });

    it.each<[string, Record<string, string>]>([
      ["no word of where it comes from", {}],
      ["the origin of another site", { origin: "https://evil.example" }],
      ["the origin of another site whose name begins alike", { origin: `${site}.evil.example` }],
      ["an origin that nobody may know", { origin: "null" }],
      ["another site of the same domain", { "sec-fetch-site": "same-site", origin: "https://blog.app.example" }],
      ["what a form sends", { "content-type": "application/x-www-form-urlencoded", accept: "text/html" }],
      ["what a script may set without being asked", { accept: "application/json", "content-language": "en" }],
    ])("with %s: 403", (_, headers) => refusedWith(403, write(headers)));

    it.each<[string, Record<string, string>, string?]>([
      ["the browser's word for it", { "sec-fetch-site": "same-origin", origin: site }],
      ["the origin alone, from an older browser", { origin: site }],
      ["an origin whose TLS ends before the proxy", { origin: site }, "http://app.example"],
      ["a header that no form can set", { "x-external-correlation-id": "mine" }],
    ])("with %s is forwarded", async (_, headers, address) => {
      const { proxy, upstream } = world([new Response("")]);
      expect((await proxy(write(headers, address))).status).toBe(200);
      expect(upstream.calls).toHaveLength(1);
    });
  });

  it("sends an application's own answer as it is", async () => {
    const { proxy } = world([jsonResponse(card)], { authorize: () => new Response("sign in", { status: 401 }) });
    const answer = await proxy(get(list));
    expect([answer.status, await answer.text()]).toEqual([401, "sign in"]);
  });

  it.each<[string, number, Request]>([
    ["larger than the limit", 413, put(statusPath, `{"status":"${"x".repeat(20_000)}"}`)],
    ["of another type", 415, put(statusPath, '{"status":"FROZEN"}', { "content-type": "text/plain" })],
    ["that is no JSON", 400, put(statusPath, "{")],
    ["that is nested without end", 400, put(statusPath, `{"status":${"[".repeat(8000)}${"]".repeat(8000)}}`)],
    ["that is no object", 400, put(statusPath, "[]")],
    ["with a field that the contract does not have", 400, put(statusPath, '{"status":"FROZEN","admin":true}')],
  ])("a body %s: %i", (_, status, request) => refusedWith(status, request));

  it("a body that lies about its length, as soon as it is too large", async () => {
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    const request = new Request(`${site}/api/wise${statusPath}`, {
      method: "PUT",
      body,
      duplex: "half",
      headers: { "content-type": "application/json" },
    } as RequestInit);
    await refusedWith(413, request, { maxBodyBytes: 5000 });
    expect(pulled).toBeLessThan(20);
  });
});
