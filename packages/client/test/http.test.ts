import { getEventListeners } from "node:events";
import { createClient } from "@wisekit/client";
import { describe, expect, it } from "vitest";
import { createManualClock } from "./support/manual-clock.ts";
import { card, cardArgs, jsonResponse, type StubResponse, silence, stubFetch } from "./support/stub-fetch.ts";

function listenedTo() {
  const controller = new AbortController();
  const { signal } = controller;
  return { signal, abort: () => controller.abort(), listeners: () => getEventListeners(signal, "abort").length };
}

const path = "/v3/spend/profiles/{profileId}/cards/{cardToken}";

describe("wise.http", () => {
  it("gives data, error and response, and throws for no status", async () => {
    const fetch = stubFetch(jsonResponse(card), jsonResponse({ errors: [] }, 404));
    const { http } = createClient({ environment: "sandbox", auth: "access", fetch });
    const found = await http.GET(path, { params: { path: cardArgs } });
    expect([found.data, found.response.status]).toEqual([card, 200]);
    const missing = await http.GET(path, { params: { path: cardArgs } });
    expect([missing.data, missing.error, missing.response.status]).toEqual([undefined, { errors: [] }, 404]);
    expect(fetch.calls[0]?.init.headers.authorization).toBe("Bearer access");
  });

  it("asks the host of the operation, with query and body", async () => {
    const fetch = stubFetch(() => jsonResponse({}));
    const { http } = createClient({ environment: "sandbox", fetch });
    await http.GET("/v3/spend/profiles/{profileId}/cards", {
      params: { path: { profileId: 1 }, query: { pageSize: 10 } },
    });
    await http.POST("/twcard-data/v1/sensitive-card-data/pin", {
      params: { header: { "x-tw-twcard-card-token": cardArgs.cardToken } },
      body: { keyVersion: 1, encryptedPayload: "x" },
    });
    expect(fetch.calls.map(({ url, init }) => [init.method, url, init.body])).toEqual([
      ["GET", "https://api.wise-sandbox.com/v3/spend/profiles/1/cards?pageSize=10", null],
      [
        "POST",
        "https://twcard.wise-sandbox.com/twcard-data/v1/sensitive-card-data/pin",
        '{"keyVersion":1,"encryptedPayload":"x"}',
      ],
    ]);
    expect(fetch.calls[1]?.init.headers["x-tw-twcard-card-token"]).toBe(cardArgs.cardToken);
  });

  it("retries like any other call", async () => {
    const clock = createManualClock();
    const fetch = stubFetch(jsonResponse({}, 503), jsonResponse(card));
    const { http } = createClient({ environment: "sandbox", fetch, clock, random: () => 0.5 });
    const call = http.GET(path, { params: { path: cardArgs } });
    await clock.passTimer(250);
    expect((await call).data).toEqual(card);
  });

  it("takes middleware, in order with the calls", async () => {
    const fetch = stubFetch(() => jsonResponse(card));
    const { http } = createClient({ environment: "sandbox", fetch });
    const seen: string[] = [];
    const middleware = { onRequest: ({ schemaPath }: { schemaPath: string }) => void seen.push(schemaPath) };
    http.use(middleware);
    await http.GET(path, { params: { path: cardArgs } });
    http.eject(middleware);
    await http.GET(path, { params: { path: cardArgs } });
    expect(seen).toEqual([path]);
  });

  it("takes middleware that makes a request of its own", async () => {
    const fetch = stubFetch(() => jsonResponse(card));
    const { http } = createClient({ environment: "sandbox", auth: "access", fetch });
    await http.use({ onRequest: ({ request }) => new Request(request, { headers: { "x-team": "cards" } }) });
    expect((await http.GET(path, { params: { path: cardArgs } })).data).toEqual(card);
    expect(fetch.calls[0]?.init.headers).toMatchObject({ "x-team": "cards", authorization: "Bearer access" });
  });

  it("sends its token nowhere but to the client's own hosts", async () => {
    const fetch = stubFetch(() => jsonResponse(card));
    const { http } = createClient({ environment: "sandbox", auth: "access", fetch });
    const baseUrl = "http://wise-proxy.internal.example";
    const params = { path: cardArgs };
    await expect(http.GET(path, { params, baseUrl })).rejects.toThrow(TypeError);
    await expect(http.request("get", path, { params, fetch } as never)).rejects.toThrow(TypeError);
    await http.use({ onRequest: ({ request }) => new Request(request.url.replace("http://wise.invalid", baseUrl)) });
    await expect(http.GET(path, { params })).rejects.toThrow(TypeError);
    expect(fetch.calls).toHaveLength(0);
  });

  it("gives a browser's opaque redirect as a response, too", async () => {
    const { http } = createClient({ environment: "sandbox", fetch: stubFetch(() => Response.error()) });
    const { data, response } = await http.GET(path, { params: { path: cardArgs } });
    expect([data, response.ok, response.status]).toEqual([undefined, false, 0]);
  });

  it("refuses a path that is not in the contract", async () => {
    const { http } = createClient({ environment: "sandbox", fetch: stubFetch(() => jsonResponse({})) });
    await expect(http.GET("/v9/secrets" as never, {} as never)).rejects.toThrow(
      "the client's resources have no GET /v9/secrets",
    );
  });

  it("leaves no listener on the signal, in whose middle it ends", async () => {
    const { signal, ...controller } = listenedTo();
    const { http } = createClient({ environment: "sandbox", fetch: stubFetch(jsonResponse(card), silence) });
    await http.GET(path, { params: { path: cardArgs }, signal });
    expect(controller.listeners()).toBe(0);
    const call = http.GET(path, { params: { path: cardArgs }, signal });
    setTimeout(controller.abort, 1);
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    expect(controller.listeners()).toBe(0);
  });

  it("ends with the signal", async () => {
    const { http } = createClient({ environment: "sandbox", fetch: stubFetch(() => jsonResponse({})) });
    const call = http.GET(path, { params: { path: cardArgs }, signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });

  it("reads responses as calls do: integers beyond 2^53 are errors or strings, HTML with 200 is a DecodeError", async () => {
    const large = `{"token":"a","profileId":90071992547409931}`;
    const unknown = `{"token":"a","added":90071992547409931}`;
    const html = () => new Response("<html>", { headers: { "content-type": "text/html" } });
    const get = (...responses: StubResponse[]) =>
      createClient({ environment: "sandbox", fetch: stubFetch(...responses) }).http.GET(path, {
        params: { path: cardArgs },
      });
    await expect(get(jsonResponse(large))).rejects.toMatchObject({ code: "ERR_DECODE", operation: "cards.get" });
    expect((await get(jsonResponse(unknown))).data).toEqual({ token: "a", added: "90071992547409931" });
    await expect(get(html)).rejects.toMatchObject({ code: "ERR_DECODE", mediaType: "text/html" });
    const { http } = createClient({ environment: "sandbox", fetch: stubFetch(html) });
    const reset = http.POST("/v3/spend/profiles/{profileId}/cards/{cardToken}/reset-pin-count", {
      params: { path: cardArgs },
    });
    await expect(reset).rejects.toMatchObject({ code: "ERR_DECODE" });
  });

  it("has an error for every status that is no success, without a body, too", async () => {
    for (const headers of [{}, { "content-length": "0" }]) {
      const fetch = stubFetch(new Response("", { status: 500, headers }));
      const { http } = createClient({ environment: "sandbox", fetch, maxRetries: 0 });
      const { data, error, response } = await http.GET(path, { params: { path: cardArgs } });
      expect([data, Boolean(error), response.status]).toEqual([undefined, true, 500]);
    }
  });

  it("takes the options of a call, and no other", async () => {
    const clock = createManualClock();
    const fetch = stubFetch(silence);
    const { http } = createClient({ environment: "sandbox", fetch, clock });
    const options = { timeoutMs: 300, maxRetries: 0, correlationId: "mine" };
    const call = http.GET(path, { params: { path: cardArgs }, ...options }).catch((error: unknown) => error);
    await clock.passTimer(300);
    expect(await call).toMatchObject({ code: "ERR_TIMEOUT", attempts: 1 });
    expect(fetch.calls[0]?.init.headers["x-external-correlation-id"]).toBe("mine");
    const misspelt = http.GET(path, { params: { path: cardArgs }, timeoutMS: 5 });
    await expect(misspelt).rejects.toThrow('http: unknown option "timeoutMS"; options are params, body');
    await expect(http.GET(path, { params: { path: cardArgs }, timeoutMs: 0 })).rejects.toThrow("timeoutMs must be");
  });
});
