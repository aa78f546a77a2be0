import {
  type AttemptEvent,
  type ClientOptions,
  clientCredentials,
  createClient,
  createClientWith,
  createMemoryStore,
  type TokenProvider,
  type UserAuth,
  userToken,
} from "@wisekit/client";
import { cards } from "@wisekit/client/resources";
import { validateResponses } from "@wisekit/client/validate";
import { describe, expect, it } from "vitest";
import { createManualClock, settle } from "./support/manual-clock.ts";
import { card, cardArgs, jsonResponse, stubFetch } from "./support/stub-fetch.ts";
import { createTokenServer, credentials, type TokenServerOptions } from "./support/token-server.ts";

const ofUser = (user: string): TokenProvider => userToken({ ...credentials, refreshToken: `refresh-${user}` });

function setUp(options: Partial<ClientOptions> = {}, serverOptions: TokenServerOptions = {}) {
  const clock = createManualClock();
  const server = createTokenServer(clock, serverOptions);
  const wise = createClient({ environment: "sandbox", fetch: server.fetch, clock, ...options });
  /** What a request handler does: it makes a client for its user, and calls. */
  const getAs = (user: string) => wise.as(ofUser(user), { key: user }).cards.get(cardArgs);
  return { clock, server, wise, getAs };
}

describe("wise.as()", () => {
  it("runs each call with the token of its user, one client for all", async () => {
    const { server, getAs } = setUp();
    const seen = await Promise.all(["ann", "bob", "ann", "cy"].map(getAs));
    expect(seen.map(({ clientId }) => clientId)).toEqual(["ann", "bob", "ann", "cy"]);
    expect(server.forms).toHaveLength(3);
  });

  it("takes a token as it is, without a key", async () => {
    const fetch = stubFetch(() => jsonResponse(card));
    const wise = createClient({ environment: "sandbox", fetch });
    await wise.as("token-of-ann").cards.get(cardArgs);
    expect(fetch.calls[0]?.init.headers.authorization).toBe("Bearer token-of-ann");
  });

  it.each<[string, UserAuth]>([
    ["a provider", ofUser("ann")],
    ["a function", () => "token"],
    ["a provider beside the application's", { user: ofUser("ann"), application: "token" }],
  ])("of %s needs a key", (_, auth) => {
    const { wise } = setUp();
    for (const options of [undefined, {}, { key: "" }, { key: 5 as never }]) {
      expect(() => wise.as(auth, options)).toThrow(
        new TypeError("as(): key must be a non-empty string, unless the user's token is given as a string"),
      );
    }
  });

  it.each([undefined, null, 5, {}, { token: "x" }, { application: "x" }, { user: {} }])(
    "cannot be given %j",
    (auth) => {
      const { wise } = setUp();
      expect(() => wise.as(auth as never, { key: "ann" })).toThrow(
        "as(): auth must be a token, a function, a provider",
      );
    },
  );

  it("lets two requests of a user share one renewal", async () => {
    const { clock, server, getAs } = setUp({}, { delayMs: 50 });
    const calls = [getAs("ann"), getAs("ann"), getAs("ann")];
    await clock.passTimer(50);
    await Promise.all(calls);
    server.end("ann");
    const next = [getAs("ann"), getAs("ann")];
    await clock.passTimer(50);
    await Promise.all(next);
    expect([server.forms.length, server.mostInFlight]).toEqual([2, 1]);
  });

  it("never runs another grant as somebody else, even under the same key and in one store", async () => {
    const { wise } = setUp();
    const store = createMemoryStore();
    const whoIs = async (user: string) => {
      const auth = userToken({ ...credentials, refreshToken: `refresh-${user}`, store });
      return (await wise.as(auth, { key: "the-same-key" }).cards.get(cardArgs)).clientId;
    };
    expect([await whoIs("ann"), await whoIs("bob"), await whoIs("ann"), await whoIs("bob")]).toEqual([
      "ann",
      "bob",
      "ann",
      "bob",
    ]);
  });

  it("keeps tokens in the store under its key", async () => {
    const { server, wise } = setUp();
    const store = createMemoryStore();
    const signIn = userToken({ ...credentials, refreshToken: "refresh-ann", store });
    await wise.as(signIn, { key: "user-1" }).cards.get(cardArgs);
    expect(await store.get("user-1")).toMatchObject({ accessToken: "access-ann-1" });

    // From then on, and in other processes, the store has what is needed.
    const stored = userToken({ ...credentials, store });
    const other = createClient({ environment: "sandbox", fetch: server.fetch });
    expect(await other.as(stored, { key: "user-1" }).cards.get(cardArgs)).toMatchObject({ clientId: "ann" });
    const nobody = await other.as(stored, { key: "user-2" }).cards.get(cardArgs).catch(String);
    expect(nobody).toContain("the user must sign in again (attempt 0)");
    expect(server.forms).toHaveLength(1);
  });

  it("uses no tokens of the store that were obtained by another client id", async () => {
    const { wise } = setUp();
    const store = createMemoryStore();
    const ofPartner = (clientId: string, refreshToken?: string) =>
      wise.as(userToken({ clientId, clientSecret: "s", refreshToken, store }), { key: "ann" }).cards.get(cardArgs);
    await ofPartner("partner", "refresh-ann");
    expect(await ofPartner("other").catch(String)).toContain("the user must sign in again");
  });

  it("shares rate limits, listeners, headers and transport with the client that it comes from", async () => {
    const heard: AttemptEvent[] = [];
    const rateLimits = [{ requests: 2, windowMs: 1000 }];
    const headers = { "x-app": "4711" };
    const { clock, server, wise } = setUp({ rateLimits, headers, onAttemptStart: (event) => heard.push(event) });
    const calls = ["a", "b", "c"].map((token) => wise.as(token).cards.get(cardArgs).catch(String));
    await settle();
    await settle();
    expect(server.sent).toHaveLength(2);
    await clock.advance(1000);
    await Promise.all(calls);
    expect(server.sent.map(({ authorization }) => authorization)).toEqual(["Bearer a", "Bearer b", "Bearer c"]);
    expect(heard).toHaveLength(3);
    expect(server.fetch.calls[0]?.init.headers["x-app"]).toBe("4711");
  });

  it("keeps the application's token, unless another one is given", async () => {
    const fetch = stubFetch(() => jsonResponse({}));
    const run = { method: "GET", path: "/things", auth: ["application"] } as const;
    const things = { name: "things", operations: { run } };
    const wise = createClientWith(
      { environment: "sandbox", fetch, auth: { user: "nobody", application: "app-1" } },
      { things },
    ) as unknown as { as: (auth: UserAuth, options?: { key?: string }) => { things: { run(): Promise<unknown> } } };
    await wise.as("ann").things.run();
    await wise.as({ user: "ann", application: "app-2" }).things.run();
    await wise.as({ user: () => "ann", application: async () => "app-3" }, { key: "ann" }).things.run();
    expect(fetch.calls.map(({ init }) => init.headers.authorization)).toEqual([
      "Bearer app-1",
      "Bearer app-2",
      "Bearer app-3",
    ]);
  });

  it("has one token of the application for all users", async () => {
    const clock = createManualClock();
    const server = createTokenServer(clock);
    const run = { method: "GET", path: "/things", auth: ["application"] } as const;
    const wise = createClientWith(
      { environment: "sandbox", fetch: server.fetch, clock },
      { things: { name: "things", operations: { run } } },
    ) as unknown as { as: (auth: UserAuth, options: { key: string }) => { things: { run(): Promise<unknown> } } };
    for (const user of ["ann", "bob"]) {
      const auth = { user: ofUser(user), application: clientCredentials(credentials) };
      await wise.as(auth, { key: user }).things.run();
    }
    expect(server.forms).toEqual(["grant_type=client_credentials"]);
  });

  it("never runs a call as the user of the client that it comes from", async () => {
    const { server, wise } = setUp({ auth: ofUser("ann") });
    expect(await wise.as(ofUser("bob"), { key: "bob" }).cards.get(cardArgs)).toMatchObject({ clientId: "bob" });
    expect(await wise.as(ofUser("bob"), { key: "bob" }).as("x").cards.get(cardArgs).catch(String)).toContain("401");
    expect(await wise.cards.get(cardArgs)).toMatchObject({ clientId: "ann" });
    expect(server.forms).toHaveLength(2);
  });

  it("has the resources, pages, checks and paths of the client that it comes from", async () => {
    const fetch = stubFetch(() => jsonResponse({ cards: [card], totalCount: 1 }));
    const wise = createClientWith({ environment: "sandbox", fetch }, { cards }).as("token");
    expect("permissions" in wise).toBe(false);
    for await (const each of wise.cards.list.all({ profileId: 1 })) expect(each).toEqual(card);
    const { data } = await wise.http.GET("/v3/spend/profiles/{profileId}/cards", {
      params: { path: { profileId: 1 } },
    });
    expect(data?.totalCount).toBe(1);
    const wrong = stubFetch(() => jsonResponse({ cards: "none" }));
    const checked = validateResponses(createClient({ environment: "sandbox", fetch: wrong }), { validate: "error" });
    const call = checked.as("token").cards.list({ profileId: 1 });
    await expect(call).rejects.toMatchObject({ code: "ERR_DECODE" });
  });

  it("sends no token over plain http to another machine", async () => {
    const fetch = stubFetch(() => jsonResponse(card));
    const wise = createClient({ baseUrl: "http://wise.example", fetch });
    await expect(wise.as("token").cards.get(cardArgs)).rejects.toThrow("credentials cannot be sent over plain http");
    expect(fetch.calls).toHaveLength(0);
  });
});

describe("the users in memory", () => {
  it("are at most maxUsers: who was not used for the longest time goes", async () => {
    const { server, getAs } = setUp({ maxUsers: 2 });
    for (const user of ["ann", "bob", "ann", "cy"]) await getAs(user); // Bob goes.
    for (const user of ["ann", "cy"]) await getAs(user);
    expect(server.forms).toHaveLength(3);
    await getAs("bob");
    expect(server.forms).toHaveLength(4);
  });

  it("go when they were not used for idleMs", async () => {
    const { clock, server, getAs } = setUp({ idleMs: 60_000 });
    await getAs("ann");
    await clock.advance(59_999);
    await getAs("ann");
    await clock.advance(59_999);
    await getAs("bob");
    await getAs("ann");
    expect(server.forms).toHaveLength(2);
    await clock.advance(60_000);
    await getAs("bob");
    expect(server.forms).toHaveLength(3);
  });

  it("stay as long as a client of theirs makes calls", async () => {
    const { server, wise, getAs } = setUp({ maxUsers: 2 });
    const ann = wise.as(ofUser("ann"), { key: "ann" });
    for (const user of ["bob", "cy", "dan"]) {
      await ann.cards.get(cardArgs);
      await getAs(user);
    }
    await getAs("ann");
    expect(server.forms.filter((form) => form.includes("refresh-ann"))).toHaveLength(1);
  });

  it.each([0, -1, 1.5, Number.NaN, "5"])("cannot be limited by maxUsers %j", (maxUsers) => {
    expect(() => setUp({ maxUsers: maxUsers as number })).toThrow("createClient(): maxUsers must be an integer >= 1");
  });

  it.each([0, -1, Number.NaN])("cannot be limited by idleMs %j", (idleMs) => {
    expect(() => setUp({ idleMs })).toThrow("createClient(): idleMs must be a number > 0");
  });
});
