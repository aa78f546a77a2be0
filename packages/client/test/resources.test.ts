import { inspect } from "node:util";
import { createClient, createClientWith } from "@wisekit/client";
import { createProxy } from "@wisekit/client/proxy";
import { cards, permissions, resources } from "@wisekit/client/resources";
import { describe, expect, it } from "vitest";
import { createTestClient } from "./support/create-test-client.ts";
import { card, cardArgs, jsonResponse, stubFetch } from "./support/stub-fetch.ts";

const options = () => ({ environment: "sandbox", auth: "access", fetch: stubFetch(() => jsonResponse(card)) }) as const;

describe("a client with some resources", () => {
  it("calls their operations like a client with all", async () => {
    const { fetch, ...rest } = options();
    const wise = createClientWith({ ...rest, fetch }, { cards, permissions });
    expect(await wise.cards.get(cardArgs)).toEqual(card);
    expect(fetch.calls[0]?.url).toBe(
      `https://api.wise-sandbox.com/v3/spend/profiles/123456/cards/${cardArgs.cardToken}`,
    );
  });

  it("has no others", async () => {
    const wise = createClientWith(options(), { cards });
    expect(["cards" in wise, "permissions" in wise]).toEqual([true, false]);
    await expect(
      wise.http.GET("/v3/spend/profiles/{profileId}/spending-limits", { params: { path: { profileId: 1 } } }),
    ).rejects.toThrow("http: the client's resources have no GET /v3/spend/profiles/{profileId}/spending-limits");
  });

  it("has them under the names that it is given, and reports operations under the contract's", async () => {
    const { wise } = createTestClient([jsonResponse({}, 404)]);
    const mine = createClientWith({ ...options(), fetch: stubFetch(jsonResponse({}, 404)) }, { myCards: cards });
    for (const call of [wise.cards.get(cardArgs), mine.myCards.get(cardArgs)]) {
      await expect(call).rejects.toMatchObject({ operation: "cards.get" });
    }
  });

  it("can be the client of a proxy, which serves the resources that it is given", async () => {
    const client = createClientWith(options(), { cards });
    const profiles = [{ id: 123456, cards: "all" as const }];
    const proxy = createProxy({
      resources: { cards },
      authorize: () => ({ client, allow: { operations: ["cards.get"], profiles } }),
    });
    const path = `https://app.example/v3/spend/profiles/123456/cards/${cardArgs.cardToken}`;
    expect((await proxy(new Request(path))).status).toBe(200);
    expect((await proxy(new Request(`${path}/spending-permissions`))).status).toBe(404);
  });

  it("can have all of them", () => {
    const wise = createClientWith(options(), resources);
    expect(Object.keys(resources).every((name) => name in wise)).toBe(true);
  });
});

describe("a client", () => {
  it("makes a resource and its methods once", () => {
    const wise = createClient(options());
    expect(wise.cards).toBe(wise.cards);
    expect(wise.cards.get).toBe(wise.cards.get);
    expect(wise.http).toBe(wise.http);
  });

  it("has methods that work on their own", async () => {
    const { get } = createClient(options()).cards;
    expect(await get(cardArgs)).toEqual(card);
  });

  it("works through a Proxy of a framework, and as a prototype", async () => {
    const wise = createClient(options());
    expect(await new Proxy(wise, {}).cards.get(cardArgs)).toEqual(card);
    expect(await (Object.create(wise) as typeof wise).cards.get(cardArgs)).toEqual(card);
  });

  it("prints nothing of its options", () => {
    const wise = createClient({ ...options(), auth: "secret-token", headers: { "x-secret": "secret-header" } });
    void wise.cards.get;
    expect(inspect(wise, { depth: 9, showHidden: true })).not.toMatch(/secret/);
    expect(JSON.stringify(wise)).not.toMatch(/secret/);
  });
});
