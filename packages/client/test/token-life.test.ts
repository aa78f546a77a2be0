import { clientCredentials, createClient, isAuthenticationError, type TokenProvider, userToken } from "@wisekit/client";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RANDOM_CASES, RANDOM_SEED } from "../../../scripts/random-cases.ts";
import { createManualClock, settle } from "./support/manual-clock.ts";
import { card, cardArgs, jsonResponse, type SeenCall, stubFetch } from "./support/stub-fetch.ts";
import { createTokenServer, credentials, type TokenServerOptions } from "./support/token-server.ts";

const hourMs = 3_600_000;
const ofAnn = { ...credentials, refreshToken: "refresh-ann" };

function setUp(auth: TokenProvider = userToken(ofAnn), options: TokenServerOptions = {}) {
  const clock = createManualClock();
  const server = createTokenServer(clock, options);
  const wise = createClient({ environment: "sandbox", fetch: server.fetch, auth, clock, rateLimits: false });
  const get = () => wise.cards.get(cardArgs);
  return { clock, server, get };
}

describe("an access token", () => {
  it("is renewed in the background after half of its own lifetime, and no call waits for it", async () => {
    const { clock, server, get } = setUp(clientCredentials(credentials), { delayMs: 1000 });
    const first = get();
    await clock.passTimer(1000);
    await first;
    await clock.advance(6 * hourMs - 1);
    await get();
    expect(server.forms).toHaveLength(1);
    await clock.advance(1);
    await get();
    expect(server.sent.at(-1)?.authorization).toBe("Bearer access-application-1");
    await clock.passTimer(1000);
    await get();
    expect(server.forms).toHaveLength(2);
    expect(server.sent.at(-1)?.authorization).toBe("Bearer access-application-2");
  });

  it("is renewed after the part of its lifetime that refreshAt says", async () => {
    const { clock, server, get } = setUp(userToken({ ...ofAnn, refreshAt: 0.25 }), { expiresIn: 100 });
    await get();
    await clock.advance(25_000);
    await get();
    await settle();
    expect(server.forms).toHaveLength(2);
  });

  it("that has expired is renewed by the call, which waits", async () => {
    const { clock, server, get } = setUp(userToken({ ...ofAnn, refreshAt: 1 }));
    await get();
    await clock.advance(12 * hourMs);
    await get();
    expect(server.sent.map(({ user }) => user)).toEqual(["ann", "ann"]);
    expect(server.sent.at(-1)?.authorization).toBe("Bearer access-ann-2");
  });

  it("is used to its end if its renewal in the background fails, which is tried once a minute", async () => {
    const clock = createManualClock();
    const server = createTokenServer(clock);
    const broken = stubFetch(new Error("no connection"));
    let isDown = false;
    const fetch: typeof globalThis.fetch = (input, init) =>
      (isDown && String(input).endsWith("/oauth/token") ? broken : server.fetch)(input, init);
    const wise = createClient({ environment: "sandbox", fetch, auth: userToken(ofAnn), clock, rateLimits: false });
    await wise.cards.get(cardArgs);
    isDown = true;
    await clock.advance(6 * hourMs);
    for (const passMs of [0, 30_000, 30_000]) {
      await clock.advance(passMs);
      await wise.cards.get(cardArgs);
      await settle();
    }
    expect(broken.calls).toHaveLength(2);
    expect(server.sent.map(({ user }) => user)).toEqual(["ann", "ann", "ann", "ann"]);
  });
});

describe("a renewal", () => {
  it("ends the old token for calls in flight with it, which get one 401 each and are sent again", async () => {
    const clock = createManualClock();
    const server = createTokenServer(clock);
    let holdBack: (() => void) | undefined;
    const arrival = new Promise<void>((resolve) => {
      holdBack = resolve;
    });
    const fetch: typeof globalThis.fetch = async (input, init) => {
      if (isHeld && !String(input).endsWith("/oauth/token") && held < 5) {
        held += 1;
        await arrival;
      }
      return server.fetch(input, init);
    };
    let isHeld = false;
    let held = 0;
    const wise = createClient({ environment: "sandbox", fetch, auth: userToken(ofAnn), clock, rateLimits: false });
    await wise.cards.get(cardArgs);
    isHeld = true;
    await clock.advance(6 * hourMs);
    const calls = Array.from({ length: 5 }, () => wise.cards.get(cardArgs));
    await settle();
    await settle();
    expect(server.forms).toHaveLength(2); // The first of them has renewed it in the background.
    holdBack?.();
    await Promise.all(calls);
    expect(server.sent.map(({ user }) => user)).toEqual([
      "ann",
      ...Array.from({ length: 5 }, () => undefined),
      ...Array.from({ length: 5 }, () => "ann"),
    ]);
    expect(server.forms).toHaveLength(2);
  });

  it("is made once for 100 calls that get a 401 at once", async () => {
    const { clock, server, get } = setUp(userToken(ofAnn), { delayMs: 50 });
    const first = get();
    await clock.passTimer(50);
    await first;
    server.end("ann");
    const calls = Promise.all(Array.from({ length: 100 }, get));
    await clock.passTimer(50);
    await calls;
    expect(server.sent.filter(({ user }) => user === undefined)).toHaveLength(100);
    expect(server.forms).toHaveLength(2);
  });

  it("is not made for a 401 to the old token that arrives after it", async () => {
    const clock = createManualClock();
    const server = createTokenServer(clock);
    const late: (() => void)[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const response = await server.fetch(input, init);
      if (response.status === 401) await new Promise<void>((resolve) => late.push(resolve));
      return response;
    };
    const wise = createClient({ environment: "sandbox", fetch, auth: userToken(ofAnn), clock, rateLimits: false });
    await wise.cards.get(cardArgs);
    server.end("ann");
    const calls = [wise.cards.get(cardArgs), wise.cards.get(cardArgs)];
    while (late.length < 2) await settle();
    late[0]?.();
    await calls[0];
    expect(server.forms).toHaveLength(2);
    late[1]?.(); // Its 401 is about the first token; the second one is in use by now.
    expect(await calls[1]).toMatchObject({ clientId: "ann" });
    expect(server.forms).toHaveLength(2);
  });

  it("is waited for by calls that start after a 401 to the token", async () => {
    const { clock, server, get } = setUp(userToken(ofAnn), { delayMs: 50 });
    const first = get();
    await clock.passTimer(50);
    await first;
    server.end("ann");
    const second = get();
    while (server.sent.length < 2) await settle();
    await settle();
    const third = get();
    await clock.passTimer(50);
    await Promise.all([second, third]);
    expect(server.sent.filter(({ user }) => user === undefined)).toHaveLength(1);
  });

  it("that failed is told to every call that waited, and made again for the next one", async () => {
    let isUp = false;
    const fetch = stubFetch(({ url }: SeenCall) => {
      if (!url.endsWith("/oauth/token")) return jsonResponse(card);
      return isUp
        ? jsonResponse({ access_token: "a", token_type: "bearer", expires_in: 60 })
        : jsonResponse({ error: "invalid_client" }, 401);
    });
    const wise = createClient({ environment: "sandbox", fetch, auth: userToken(ofAnn) });
    const calls = await Promise.allSettled([wise.cards.get(cardArgs), wise.cards.get(cardArgs)]);
    expect(calls.map((call) => call.status === "rejected" && call.reason.operation)).toEqual([
      "oauth.token",
      "oauth.token",
    ]);
    expect(fetch.calls).toHaveLength(1);
    isUp = true;
    expect(await wise.cards.get(cardArgs)).toEqual(card);
  });

  it("is alone, whatever calls, 401s and expiries come together", async () => {
    const step = fc.oneof(
      fc.record({ call: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ passMs: fc.integer({ min: 1, max: 400_000 }) }),
      fc.constant({ end: true as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const { clock, server, get } = setUp(userToken(ofAnn), { expiresIn: 300, delayMs: 20 });
        const calls: Promise<unknown>[] = [];
        for (const action of steps) {
          if ("call" in action) {
            for (let index = 0; index < action.call; index += 1) calls.push(get().catch(() => {}));
          } else if ("passMs" in action) await clock.advance(action.passMs);
          else server.end("ann");
        }
        await clock.advance(60_000);
        await Promise.all(calls);
        return server.mostInFlight <= 1;
      }),
      { numRuns: RANDOM_CASES, seed: RANDOM_SEED },
    );
  });
});

describe("invalid_grant", () => {
  it.each([400, 401, 403])("with status %i is an AuthenticationError that says to sign in again", async (status) => {
    const fetch = stubFetch(jsonResponse({ error: "invalid_grant", error_description: "Expired" }, status));
    const wise = createClient({ environment: "sandbox", fetch, auth: userToken(ofAnn) });
    const error = await wise.cards.get(cardArgs).catch((thrown: unknown) => thrown);
    expect(isAuthenticationError(error) && error.mustSignIn).toBe(true);
    expect(String(error)).toBe(
      `AuthenticationError: oauth.token failed with ${status} invalid_grant: the user must sign in again (attempt 1)`,
    );
  });

  it("is told from credentials of the partner that are wrong", async () => {
    const fetch = stubFetch(jsonResponse({ error: "invalid_client" }, 401));
    const wise = createClient({ environment: "sandbox", fetch, auth: userToken(ofAnn) });
    const error = await wise.cards.get(cardArgs).catch((thrown: unknown) => thrown);
    expect(isAuthenticationError(error) && error.mustSignIn).toBe(false);
    expect(String(error)).not.toContain("sign in");
  });
});
