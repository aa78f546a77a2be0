import { type Auth, clientCredentials, createClient, createClientWith, type OperationData } from "@wisekit/client";
import { describe, expect, it } from "vitest";
import { createTestCall } from "./support/create-test-client.ts";
import { card, cardArgs, jsonResponse, type SeenCall, stubFetch } from "./support/stub-fetch.ts";

const both: Auth = { user: "user-token", application: async () => "application-token" };

async function sentAuthorization(auth: OperationData["auth"] | undefined, given: Auth | undefined, args = {}) {
  const { run, fetch } = createTestCall(auth === undefined ? {} : { auth }, [], { auth: given });
  await run(args);
  return fetch.calls[0]?.init.headers.authorization;
}

describe("the token of a call", () => {
  it.each<[string, OperationData["auth"] | undefined, string]>([
    ["the user's, where the contract says nothing", undefined, "Bearer user-token"],
    ["the user's, where the contract names it", ["user"], "Bearer user-token"],
    ["the application's, where the contract names that", ["application"], "Bearer application-token"],
    ["the preferred one, where either will do", ["application", "user"], "Bearer application-token"],
    ["the user's, where that is preferred", ["user", "application"], "Bearer user-token"],
  ])("is %s", async (_, auth, authorization) => {
    expect(await sentAuthorization(auth, both)).toBe(authorization);
  });

  it("is the one there is, where either will do", async () => {
    expect(await sentAuthorization(["application", "user"], { user: "user-token" })).toBe("Bearer user-token");
    expect(await sentAuthorization(["user", "application"], { application: "app" })).toBe("Bearer app");
  });

  it("is a user's, if auth is a single token", async () => {
    expect(await sentAuthorization(["user"], "single")).toBe("Bearer single");
    expect(await sentAuthorization(["application", "user"], "single")).toBe("Bearer single");
  });

  it.each<[OperationData["auth"], Auth, string]>([
    [["application"], "single", "things.run() needs a token of the kind application"],
    [["application"], { user: "user-token" }, "things.run() needs a token of the kind application"],
    [["user"], { application: "app" }, "things.run() needs a token of the kind user"],
    [["user", "application"], { user: undefined }, "things.run() needs a token of the kind user or application"],
  ])("that %j takes is missed before anything is sent, with %j", async (auth, given, message) => {
    const { run, fetch } = createTestCall({ auth: auth ?? [] }, [], { auth: given });
    const error = await run().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain(message);
    expect(fetch.calls).toHaveLength(0);
  });

  it.each<[OperationData["auth"], Auth, string]>([
    [["user", "personal"], { personal: "made-by-hand" }, "Bearer made-by-hand"],
    [["user", "personal"], { user: "user-token", personal: "made-by-hand" }, "Bearer user-token"],
    [["personal"], { user: "user-token", personal: async () => "made-by-hand" }, "Bearer made-by-hand"],
  ])("is a personal one, where the contract takes it: %j, %j", async (auth, given, authorization) => {
    expect(await sentAuthorization(auth, given)).toBe(authorization);
  });

  it("is never a personal one, where the contract does not take it, as for cards", async () => {
    const fetch = stubFetch(() => jsonResponse(card));
    const wise = createClient({ environment: "sandbox", fetch, auth: { personal: "made-by-hand" } });
    await expect(wise.cards.get(cardArgs)).rejects.toThrow("cards.get() needs a token of the kind user");
    await expect(wise.as({ personal: "another" }).cards.get(cardArgs)).rejects.toThrow("of the kind user");
    expect(fetch.calls).toHaveLength(0);
  });

  it("is a personal one of a user by as(), under a key or without", async () => {
    const { wise, fetch } = createTestCall({ auth: ["personal"] });
    await wise.as({ personal: "of-ann" }).things.run();
    await wise.as({ personal: () => "of-bob" }, { key: "bob" }).things.run();
    expect(fetch.calls.map(({ init }) => init.headers.authorization)).toEqual(["Bearer of-ann", "Bearer of-bob"]);
    expect(() => wise.as({ personal: () => "of-bob" })).toThrow("as(): key must be a non-empty string");
  });

  it("is left out by a client without auth, as in a browser behind a proxy", async () => {
    for (const auth of [["user"], ["application"]] as const)
      expect(await sentAuthorization(auth, undefined)).toBeUndefined();
  });

  it("is never sent to an operation that takes none, not even as a header of the caller", async () => {
    expect(await sentAuthorization("none", both)).toBeUndefined();
    const headers = { Authorization: "Bearer of-the-caller" };
    const { run, fetch } = createTestCall({ auth: "none" }, [], { auth: both, headers });
    await run({}, { headers });
    expect(fetch.calls[0]?.init.headers).not.toHaveProperty("authorization");
  });

  it("gives way to the credentials of an operation that takes those", async () => {
    const auth = { user: "clientId", password: "clientSecret" };
    const sent = await sentAuthorization(auth, both, { clientId: "partner", clientSecret: "s" });
    expect(sent).toBe(`Basic ${btoa("partner:s")}`);
  });

  it("of the application is renewed after a 401 without the user's being asked for", async () => {
    let given = 0;
    const asked: string[] = [];
    const application = clientCredentials({ clientId: "partner", clientSecret: "secret" });
    const user = () => {
      asked.push("user");
      return "user-token";
    };
    const { run, fetch } = createTestCall(
      { auth: ["application"] },
      [
        ({ url, init }: SeenCall) => {
          if (url.endsWith("/oauth/token")) {
            given += 1;
            return jsonResponse({ access_token: `app-${given}`, token_type: "bearer", expires_in: 3600 });
          }
          return jsonResponse({}, init.headers.authorization === "Bearer app-2" ? 200 : 401);
        },
      ],
      { auth: { user, application } },
    );
    await run();
    expect([given, asked, fetch.calls.length]).toEqual([2, [], 4]);
  });
});

describe("the option auth", () => {
  it.each([{ token: "x" }, 5, null, { user: 5 }, { user: { token: "x" } }])("cannot be %j", (auth) => {
    expect(() => createClientWith({ environment: "sandbox", auth: auth as never }, {})).toThrow(
      "createClientWith(): auth must be a token, a function, a provider, or { user, application, personal } of these",
    );
  });
});
