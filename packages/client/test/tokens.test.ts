import {
  authorizationCode,
  clientCredentials,
  createClient,
  registrationCode,
  type TokenProvider,
  type TokenStore,
  userToken,
} from "@wisekit/client";
import { describe, expect, it } from "vitest";
import { createManualClock } from "./support/manual-clock.ts";
import { card, cardArgs, jsonResponse, stubFetch } from "./support/stub-fetch.ts";
import { createTokenServer, credentials } from "./support/token-server.ts";

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
      userToken({ ...credentials, refreshToken: "refresh-ann" }),
      "grant_type=refresh_token&refresh_token=refresh-ann",
    ],
    [
      "authorizationCode",
      authorizationCode({ ...credentials, code: "code-ann", redirectUri: "https://app/back" }),
      "grant_type=authorization_code&client_id=partner&code=code-ann&redirect_uri=https%3A%2F%2Fapp%2Fback",
    ],
    [
      "registrationCode",
      registrationCode({ ...credentials, email: "ann@b.example", registrationCode: "r".repeat(32) }),
      `grant_type=registration_code&client_id=partner&email=ann%40b.example&registration_code=${"r".repeat(32)}`,
    ],
  ])("%s sends its grant with the first call, and from then on what it was given", async (name, auth, form) => {
    const clock = createManualClock();
    const { fetch, forms } = createTokenServer(clock);
    const wise = createClient({ environment: "sandbox", fetch, auth, clock });
    await wise.cards.get(cardArgs);
    await clock.advance(43_200_000);
    await wise.cards.get(cardArgs);
    const next = name === "clientCredentials" ? form : "grant_type=refresh_token&refresh_token=refresh-ann";
    expect(forms).toEqual([form, next]);
  });

  it("cannot be made without credentials", () => {
    expect(() => clientCredentials({ clientId: "partner", clientSecret: "" })).toThrow(
      "clientCredentials(): clientSecret must be a non-empty string",
    );
    expect(() => userToken(credentials)).toThrow("userToken(): refreshToken must be a non-empty string");
  });

  it.each([0, -1, 1.1, Number.NaN, Number.POSITIVE_INFINITY, "1"])("cannot be made with refreshAt %j", (refreshAt) => {
    expect(() => clientCredentials({ ...credentials, refreshAt: refreshAt as number })).toThrow(
      "clientCredentials(): refreshAt must be a number > 0 and <= 1",
    );
  });

  it("cannot be made with a store that lacks a method", () => {
    const store = { get() {}, set() {}, lock() {} } as unknown as TokenStore;
    expect(() => clientCredentials({ ...credentials, store })).toThrow("clientCredentials(): store must have delete()");
  });
});
