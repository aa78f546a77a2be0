import {
  authorizationCode,
  clientCredentials,
  createClient,
  createMemoryStore,
  registrationCode,
  type StoredTokens,
  type TokenProvider,
  userToken,
} from "@wisekit/client";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RANDOM_CASES, RANDOM_SEED } from "../../../scripts/random-cases.ts";
import { createManualClock, type ManualClock, settle } from "./support/manual-clock.ts";
import { card, cardArgs, jsonResponse, type SeenCall, stubFetch } from "./support/stub-fetch.ts";

const credentials = { clientId: "partner", clientSecret: "client-secret" };

/** A server that gives token 1, 2, 3 … and accepts only the last one it gave. */
function tokenServer(clock: ManualClock, auth: TokenProvider, { expiresIn = 3600, delayMs = 0 } = {}) {
  const server = { given: 0, inFlight: 0, mostInFlight: 0, forms: [] as string[], refused: 0, revoked: false };
  const fetch = stubFetch(async ({ url, init }: SeenCall) => {
    if (url.endsWith("/oauth/token")) {
      server.inFlight += 1;
      server.mostInFlight = Math.max(server.mostInFlight, server.inFlight);
      server.forms.push(String(init.body));
      if (delayMs > 0) await new Promise<void>((resolve) => void clock.setTimeout(resolve, delayMs));
      server.inFlight -= 1;
      server.given += 1;
      const tokens = { access_token: `access-${server.given}`, refresh_token: `refresh-${server.given}` };
      return jsonResponse({ ...tokens, token_type: "bearer", expires_in: expiresIn });
    }
    if (!server.revoked && init.headers.authorization === `Bearer access-${server.given}`) return jsonResponse(card);
    server.refused += 1;
    server.revoked = false;
    return jsonResponse({ error: "invalid_token" }, 401);
  });
  const wise = createClient({ environment: "sandbox", fetch, auth, clock, rateLimits: false });
  return { server, fetch, wise };
}

describe("auth as a function", () => {
  it("is asked for every attempt, and its token is sent", async () => {
    let count = 0;
    const fetch = stubFetch(() => jsonResponse(card));
    const wise = createClient({ environment: "sandbox", fetch, auth: async () => `token-${++count}` });
    await wise.cards.get(cardArgs);
    await wise.cards.get(cardArgs);
    expect(fetch.calls.map((call) => call.init.headers.authorization)).toEqual(["Bearer token-1", "Bearer token-2"]);
  });

  it("is told which token was refused, and another one is tried once", async () => {
    const asked: (string | undefined)[] = [];
    const fetch = stubFetch(jsonResponse({}, 401), jsonResponse(card));
    const auth = (refused?: string) => {
      asked.push(refused);
      return refused ? "new" : "old";
    };
    await createClient({ environment: "sandbox", fetch, auth }).cards.resetPinCount(cardArgs);
    expect([asked, fetch.calls.map((call) => call.init.headers.authorization)]).toEqual([
      [undefined, "old"],
      ["Bearer old", "Bearer new"],
    ]);
  });

  it("that gives the same token again, or a second refusal, is an AuthenticationError", async () => {
    for (const auth of ["fixed", () => "fixed", (refused?: string) => `${refused}+`]) {
      const fetch = stubFetch(() => jsonResponse({}, 401));
      const call = createClient({ environment: "sandbox", fetch, auth }).cards.get(cardArgs);
      await expect(call).rejects.toMatchObject({ code: "ERR_AUTHENTICATION" });
      expect(fetch.calls.length).toBeLessThanOrEqual(2);
    }
  });

  it.each([undefined, "", "line\nbreak", 5])("that gives %j sends nothing", async (given) => {
    const fetch = stubFetch(() => jsonResponse(card));
    const wise = createClient({ environment: "sandbox", fetch, auth: async () => given as string });
    await expect(wise.cards.get(cardArgs)).rejects.toThrow(TypeError);
    expect(fetch.calls).toHaveLength(0);
  });

  it("that fails, fails the call with its own reason", async () => {
    const reason = new Error("vault is sealed");
    const fetch = stubFetch(() => jsonResponse(card));
    const wise = createClient({ environment: "sandbox", fetch, auth: () => Promise.reject(reason) });
    await expect(wise.cards.get(cardArgs)).rejects.toBe(reason);
  });
});

describe("a token provider", () => {
  it.each<[string, TokenProvider, string]>([
    ["clientCredentials", clientCredentials(credentials), "grant_type=client_credentials"],
    [
      "userToken",
      userToken({ ...credentials, refreshToken: "refresh-0" }),
      "grant_type=refresh_token&refresh_token=refresh-0",
    ],
    [
      "authorizationCode",
      authorizationCode({ ...credentials, code: "c", redirectUri: "https://app/back" }),
      "grant_type=authorization_code&client_id=partner&code=c&redirect_uri=https%3A%2F%2Fapp%2Fback",
    ],
    [
      "registrationCode",
      registrationCode({ ...credentials, email: "a@b.example", registrationCode: "r".repeat(32) }),
      `grant_type=registration_code&client_id=partner&email=a%40b.example&registration_code=${"r".repeat(32)}`,
    ],
  ])("%s sends its grant with the first call, and refreshes from then on", async (_, auth, form) => {
    const clock = createManualClock();
    const { server, wise } = tokenServer(clock, auth);
    await wise.cards.get(cardArgs);
    await clock.advance(3_600_000);
    await wise.cards.get(cardArgs);
    expect(server.forms).toEqual([form, "grant_type=refresh_token&refresh_token=refresh-1"]);
  });

  it("makes one refresh for 100 calls that are refused at once", async () => {
    const clock = createManualClock();
    const { server, wise } = tokenServer(clock, userToken({ ...credentials, refreshToken: "refresh-0" }), {
      delayMs: 50,
    });
    const first = wise.cards.get(cardArgs);
    await clock.passTimer(50);
    await first;
    server.given = 7; // Token 1 no longer counts.
    const calls = Promise.all(Array.from({ length: 100 }, () => wise.cards.get(cardArgs)));
    await clock.passTimer(50);
    await calls;
    expect([server.refused, server.forms.length]).toEqual([100, 2]);
  });

  it("does not refresh again for a late refusal of the old token", async () => {
    const clock = createManualClock();
    const source = userToken({ ...credentials, refreshToken: "refresh-0" });
    const { server, wise } = tokenServer(clock, source);
    await wise.cards.get(cardArgs);
    server.revoked = true;
    await wise.cards.get(cardArgs);
    expect(server.given).toBe(2);
    await wise.cards.get(cardArgs);
    expect(server.given).toBe(2);
  });

  it("refreshes two minutes ahead in the background, and keeps no call waiting for it", async () => {
    const clock = createManualClock();
    const { server, fetch, wise } = tokenServer(clock, clientCredentials(credentials), { delayMs: 1000 });
    const first = wise.cards.get(cardArgs);
    await clock.passTimer(1000);
    await first;
    await clock.advance(3_600_000 - 119_000);
    expect(await wise.cards.get(cardArgs)).toEqual(card);
    expect(fetch.calls.map((call) => call.init.headers.authorization)).toContain("Bearer access-1");
    expect(server.given).toBe(1);
    await clock.passTimer(1000);
    expect(server.given).toBe(2);
    await wise.cards.get(cardArgs);
    expect(fetch.calls.at(-1)?.init.headers.authorization).toBe("Bearer access-2");
  });

  it("waits for the new token only when the old one has expired", async () => {
    const clock = createManualClock();
    const { fetch, wise } = tokenServer(clock, clientCredentials(credentials));
    await wise.cards.get(cardArgs);
    await clock.advance(3_600_001);
    await wise.cards.get(cardArgs);
    expect(fetch.calls.at(-1)?.init.headers.authorization).toBe("Bearer access-2");
  });

  it("stores a rotated refresh token before it uses the access token that came with it", async () => {
    const steps: string[] = [];
    const memory = createMemoryStore();
    const store = {
      ...memory,
      async set(tokens: StoredTokens) {
        await settle();
        await memory.set(tokens);
        steps.push(`stored ${tokens.refreshToken}`);
      },
    };
    const clock = createManualClock();
    const auth = userToken({ ...credentials, refreshToken: "refresh-0", store });
    const { fetch, wise } = tokenServer(clock, auth);
    const call = wise.cards.get(cardArgs).then(() => steps.push("called"));
    await call;
    expect(steps).toEqual(["stored refresh-1", "called"]);
    expect(fetch.calls).toHaveLength(2);
  });

  it("does not lose a rotated refresh token that could not be stored", async () => {
    const memory = createMemoryStore();
    let isDown = true;
    const store = {
      ...memory,
      set: (tokens: StoredTokens) => (isDown ? Promise.reject(new Error("the store is down")) : memory.set(tokens)),
    };
    const clock = createManualClock();
    const auth = userToken({ ...credentials, refreshToken: "refresh-0", store });
    const { server, fetch, wise } = tokenServer(clock, auth);
    await expect(wise.cards.get(cardArgs)).rejects.toThrow("the store is down");
    isDown = false;
    await wise.cards.get(cardArgs);
    expect(server.forms).toEqual(["grant_type=refresh_token&refresh_token=refresh-0"]);
    expect(fetch.calls.at(-1)?.init.headers.authorization).toBe("Bearer access-1");
    expect(await memory.get()).toMatchObject({ accessToken: "access-1", refreshToken: "refresh-1" });
  });

  it("uses what another process has stored instead of refreshing again", async () => {
    const clock = createManualClock();
    const store = createMemoryStore({ accessToken: "access-0", expiresAt: clock.now() + 3_600_000, refreshToken: "r" });
    const { server, wise } = tokenServer(clock, userToken({ ...credentials, refreshToken: "refresh-0", store }));
    await wise.cards.get(cardArgs);
    expect(server.forms).toEqual([]);
  });

  it("hands a refused grant to every call that waited, and tries again with the next one", async () => {
    let isUp = false;
    const fetch = stubFetch(({ url }: SeenCall) => {
      if (!url.endsWith("/oauth/token")) return jsonResponse(card);
      return isUp
        ? jsonResponse({ access_token: "a", token_type: "bearer", expires_in: 60 })
        : jsonResponse({ error: "invalid_grant" }, 401);
    });
    const auth = userToken({ ...credentials, refreshToken: "refresh-0" });
    const wise = createClient({ environment: "sandbox", fetch, auth });
    const calls = await Promise.allSettled([wise.cards.get(cardArgs), wise.cards.get(cardArgs)]);
    expect(calls.map((call) => call.status === "rejected" && call.reason.operation)).toEqual([
      "oauth.token",
      "oauth.token",
    ]);
    isUp = true;
    expect(await wise.cards.get(cardArgs)).toEqual(card);
  });

  it("refuses to be made without credentials", () => {
    expect(() => clientCredentials({ clientId: "partner", clientSecret: "" })).toThrow(TypeError);
  });

  it("keeps one refresh in flight, whatever calls, refusals and expiries come together", async () => {
    const step = fc.oneof(
      fc.record({ call: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ passMs: fc.integer({ min: 1, max: 400_000 }) }),
      fc.constant({ revoke: true as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const clock = createManualClock();
        const auth = userToken({ ...credentials, refreshToken: "refresh-0" });
        const { server, wise } = tokenServer(clock, auth, { expiresIn: 300, delayMs: 20 });
        const calls: Promise<unknown>[] = [];
        for (const action of steps) {
          if ("call" in action) {
            for (let index = 0; index < action.call; index += 1) calls.push(wise.cards.get(cardArgs).catch(() => {}));
          } else if ("passMs" in action) await clock.advance(action.passMs);
          else server.revoked = true;
        }
        await clock.advance(60_000);
        await Promise.all(calls);
        return server.mostInFlight <= 1;
      }),
      { numRuns: RANDOM_CASES, seed: RANDOM_SEED },
    );
  });
});
