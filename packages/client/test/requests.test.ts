import { createClient } from "@wisekit/client";
import { describe, expect, it } from "vitest";
import { createTestClient } from "./support/create-test-client.ts";
import { cardArgs } from "./support/stub-fetch.ts";

describe("what a call sends", () => {
  it("goes to the host and path of its operation, with its query", async () => {
    const { wise, fetch } = createTestClient();
    await wise.cards.list({ profileId: 5, pageSize: 20, pageNumber: undefined });
    await wise.cardData.encryptionKey();
    expect(fetch.calls.map((call) => call.url)).toEqual([
      "https://api.wise-sandbox.com/v3/spend/profiles/5/cards?pageSize=20",
      "https://twcard.wise-sandbox.com/twcard-data/v1/clientSideEncryption/fetchEncryptingKey",
    ]);
  });

  it.each(["/", "/api/wise", "/api/wise/"])("stays on the page's own origin with the address %s", async (baseUrl) => {
    const { wise, fetch } = createTestClient([], { environment: undefined, baseUrl });
    await wise.cardData.encryptionKey();
    expect(fetch.calls[0]?.url).toMatch(/^(\/api\/wise)?\/twcard-data\/v1\//);
  });

  it("puts body fields into JSON, and header arguments into headers", async () => {
    const { wise, fetch } = createTestClient();
    await wise.cards.updateStatus({ ...cardArgs, status: "FROZEN" });
    await wise.cardData.details({ cardToken: cardArgs.cardToken, keyVersion: 1, encryptedPayload: "a.b.c.d.e" });
    const [status, details] = fetch.calls.map((call) => call.init);
    expect([status?.method, status?.body, status?.headers["content-type"]]).toEqual([
      "PUT",
      '{"status":"FROZEN"}',
      "application/json",
    ]);
    expect(details?.body).toBe('{"keyVersion":1,"encryptedPayload":"a.b.c.d.e"}');
    expect(details?.headers["x-tw-twcard-card-token"]).toBe(cardArgs.cardToken);
  });

  it("accepts card data as a JWE or as JSON, and in any other media type rather than not at all", async () => {
    const { wise, fetch } = createTestClient();
    const request = { cardToken: cardArgs.cardToken, keyVersion: 1, encryptedPayload: "a.b.c.d.e" };
    await wise.cardData.details(request);
    await wise.cardData.pin(request);
    for (const { init } of fetch.calls) {
      expect(init.headers.accept).toBe("application/jose, application/json, */*;q=0.1");
    }
  });

  it("sends no content type and no body where the operation has none", async () => {
    const { wise, fetch } = createTestClient();
    await wise.cards.resetPinCount(cardArgs);
    expect(fetch.calls[0]?.init.body).toBeNull();
    expect(fetch.calls[0]?.init.headers).not.toHaveProperty("content-type");
  });

  it("asks for a token with a form, and with the client's credentials by HTTP Basic in UTF-8", async () => {
    const { wise, fetch } = createTestClient([], { auth: "must-not-be-sent" });
    await wise.oauth.token({
      clientId: "partner",
      clientSecret: "pässword:x",
      grant_type: "refresh_token",
      refresh_token: "a b&c",
    });
    const { url, init } = fetch.calls[0] ?? {};
    expect(url).toBe("https://api.wise-sandbox.com/oauth/token");
    expect(init?.headers.authorization).toBe(`Basic ${Buffer.from("partner:pässword:x").toString("base64")}`);
    expect(init?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(init?.body).toBe("grant_type=refresh_token&refresh_token=a+b%26c");
  });

  it("carries the token, the correlation id and the one-time token", async () => {
    const { wise, fetch } = createTestClient([], { auth: "access" });
    await wise.cards.get(cardArgs, { correlationId: "mine", oneTimeToken: "ott" });
    expect(fetch.calls[0]?.init.headers).toMatchObject({
      authorization: "Bearer access",
      "x-external-correlation-id": "mine",
      "x-2fa-approval": "ott",
    });
  });

  it("carries further headers once each, and does not let them replace its own", async () => {
    const { wise, fetch } = createTestClient([], { auth: "access", headers: { "X-Team": "cards" } });
    await wise.cards.get(cardArgs, {
      headers: { "x-team": "payments", Authorization: "Bearer mine", Accept: "text/html" },
    });
    const { headers } = fetch.calls[0]?.init ?? { headers: {} };
    expect(headers).toMatchObject({ "x-team": "payments", authorization: "Bearer access", accept: "application/json" });
    expect(Object.keys(headers).filter((name) => /^(x-team|authorization|accept)$/i.test(name))).toHaveLength(3);
  });

  it("carries a header of its own once, even if it is among the further ones", async () => {
    const { wise, fetch } = createTestClient();
    const headers = { "X-External-Correlation-Id": "a", "One-Time-Token": "a" };
    await wise.sca.status({ oneTimeToken: "b" }, { headers, correlationId: "b" });
    const sent = new Headers(fetch.calls[0]?.init.headers);
    expect([sent.get("x-external-correlation-id"), sent.get("one-time-token")]).toEqual(["b", "b"]);
  });

  it("names itself outside browsers", async () => {
    const { wise, fetch } = createTestClient();
    await wise.cards.get(cardArgs);
    expect(fetch.calls[0]?.init.headers["user-agent"]).toMatch(/^wisekit\/\d+\.\d+\.\d+/);
  });

  it("follows no redirect, so that nothing secret reaches another origin", async () => {
    const { wise, fetch } = createTestClient();
    await wise.cards.get(cardArgs);
    expect(fetch.calls[0]?.init.redirect).toBe("manual");
  });
});

describe("mistakes in a program", () => {
  const { wise, fetch } = createTestClient();
  const token = { clientId: "a", clientSecret: "b", grant_type: "client_credentials" } as const;
  it.each([
    [
      "an unknown argument",
      () => wise.cards.get({ ...cardArgs, card: 1 } as never),
      /^cards.get\(\): unknown argument "card"; arguments are profileId, cardToken$/,
    ],
    ["a missing body field", () => wise.cards.updateStatus(cardArgs as never), /status is required/],
    ["a missing header argument", () => wise.sca.status({} as never), /oneTimeToken is required/],
    [
      "a missing credential",
      () => wise.oauth.token({ ...token, clientSecret: undefined } as never),
      /clientSecret is required/,
    ],
    ["no arguments at all", () => (wise.cards.get as (args?: object) => Promise<unknown>)(), /profileId is required/],
    ["arguments that are no object", () => wise.cards.get("x" as never), /arguments must be an object/],
    [
      "an unknown option",
      () => wise.cards.get(cardArgs, { timeout: 5 } as never),
      /^cards.get\(\): unknown option "timeout"; options are timeoutMs/,
    ],
    [
      "options that are no object",
      () => wise.cards.get(cardArgs, 5 as never),
      /^cards.get\(\): options must be an object$/,
    ],
    [
      "a negative timeout",
      () => wise.cards.get(cardArgs, { timeoutMs: -1 }),
      /^cards.get\(\): timeoutMs must be a number > 0$/,
    ],
    ["a header name with a space", () => wise.cards.get(cardArgs, { headers: { "x team": "a" } }), /x team/],
    [
      "a header value with a line break",
      () => wise.sca.status({ oneTimeToken: "a\r\nb" }),
      /oneTimeToken must be a non-empty string of characters that a header can carry/,
    ],
    [
      "a number that JSON cannot carry",
      () => wise.spendingLimits.set({ ...cardArgs, cardLimitType: "DAILY", maxLimitAmount: Number.NaN }),
      /maxLimitAmount/,
    ],
  ])("%s is a TypeError before anything is sent", async (_, call, message) => {
    const reason = await call().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(reason).toBeInstanceOf(TypeError);
    expect((reason as Error).message).toMatch(message);
    expect(fetch.calls).toHaveLength(0);
  });

  it.each([
    ["neither environment nor address", {}, /either environment or baseUrl/],
    ["both", { environment: "sandbox", baseUrl: "http://localhost" }, /either environment or baseUrl/],
    [
      "an unknown environment",
      { environment: "staging" },
      /unknown environment "staging"; environments are production, sandbox/,
    ],
    ["an address that is none", { baseUrl: "localhost:4010" }, /baseUrl must be an http\(s\) address or a path/],
    [
      "an address of another machine that looks like a path",
      { baseUrl: "//evil.example" },
      /baseUrl must be an http\(s\) address or a path/,
    ],
    ["the same with a backslash", { baseUrl: "/\\evil.example" }, /baseUrl must be an http\(s\) address or a path/],
    ["an address with a space", { baseUrl: "https://wise .example" }, /baseUrl must be an http\(s\) address or a path/],
    [
      "an address with credentials",
      { baseUrl: "https://me:secret@host" },
      /baseUrl must be an http\(s\) address or a path/,
    ],
    [
      "an unknown option",
      { environment: "sandbox", token: "x" },
      /^createClient\(\): unknown option "token"; options are environment/,
    ],
    ["an auth that is none", { environment: "sandbox", auth: { token: "x" } }, /auth must be/],
    ["a token over plain http to another machine", { baseUrl: "http://wise.internal", auth: "x" }, /plain http/],
    [
      "a token to a host that only starts like this one",
      { baseUrl: "http://localhost.evil.example", auth: "x" },
      /plain http/,
    ],
  ])("%s: createClient throws", (_, options, message) => {
    expect(() => createClient(options as never)).toThrow(TypeError);
    expect(() => createClient(options as never)).toThrow(message);
  });

  it("credentials are refused over plain http to another machine", async () => {
    const { wise: exposed, fetch: unused } = createTestClient([], {
      environment: undefined,
      baseUrl: "http://wise.internal",
    });
    await expect(exposed.oauth.token(token)).rejects.toThrow(/plain http/);
    expect(unused.calls).toHaveLength(0);
  });

  it("a token among the headers is refused there, too", async () => {
    const authorization = "Bearer x";
    const exposed = { environment: undefined, baseUrl: "http://wise.internal", auth: undefined };
    const ofClient = createTestClient([], { ...exposed, headers: { Authorization: authorization } });
    await expect(ofClient.wise.cards.get(cardArgs)).rejects.toThrow(/plain http/);
    const ofCall = createTestClient([], exposed);
    await expect(ofCall.wise.cards.get(cardArgs, { headers: { authorization } })).rejects.toThrow(/plain http/);
    expect([...ofClient.fetch.calls, ...ofCall.fetch.calls]).toHaveLength(0);
  });

  it.each(["http://localhost:4010", "http://127.0.0.1", "http://[::1]:80/wise", "http://wise.localhost", "https://x"])(
    "a token may go to %s",
    (baseUrl) => {
      expect(() => createClient({ baseUrl, auth: "x" })).not.toThrow();
    },
  );
});
