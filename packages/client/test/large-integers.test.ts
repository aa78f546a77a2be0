import { createClient } from "@wisekit/client";
import { describe, expect, it } from "vitest";
import { createTestCall, createTestClient } from "./support/create-test-client.ts";
import { card, cardArgs, jsonResponse } from "./support/stub-fetch.ts";

const large = "90071992547409931";
const page = `{"cards":[{"token":"a","profileId":1},{"token":"b","profileId":${large}}],"totalCount":2}`;

describe("an integer beyond 2^53 in a response", () => {
  it("is a DecodeError in a field that the contract knows as a number, which names the field and no value", async () => {
    const { wise } = createTestClient([jsonResponse(page)]);
    const error: unknown = await wise.cards.list({ profileId: 1 }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "ERR_DECODE", status: 200 });
    expect(String(error)).toContain("got a response with an integer beyond 2^53 at /cards/1/profileId");
    expect(String(error)).not.toContain(large);
  });

  it("takes no read down in a field that the contract does not know: it is a string of its digits there", async () => {
    const grown = JSON.stringify({ ...card, added: { profileId: 0, ids: [0, 1] }, more: "text" })
      .replace('"profileId":0', `"profileId":${large}`)
      .replace("[0,1]", `[1,-${large}]`);
    const { wise } = createTestClient([jsonResponse(grown)]);
    const added = { profileId: large, ids: [1, `-${large}`] };
    expect(await wise.cards.get(cardArgs)).toEqual({ ...card, added, more: "text" });
  });

  it("leaves strings of digits what they are, however they are quoted", async () => {
    const text = `{"a":"${large}","b":"\\"${large}","c":${large},"d":"\\\\"}`;
    const { run } = createTestCall({}, [jsonResponse(text)]);
    expect(await run()).toEqual({ a: large, b: `"${large}`, c: large, d: "\\" });
  });

  it('is a string everywhere with largeIntegers: "string"', async () => {
    const { wise } = createTestClient([jsonResponse(page)], { largeIntegers: "string" });
    const { cards } = await wise.cards.list({ profileId: 1 });
    expect(cards.map(({ profileId }) => profileId)).toEqual([1, large]);
  });
});

describe('largeIntegers: "string"', () => {
  it("takes strings of digits as arguments, in the path, the query and wherever a body has an integer", async () => {
    const operation = {
      method: "POST",
      path: "/things/{id}",
      query: ["after"],
      body: { fields: ["amount", "items", "byName", "note"], integers: ["amount", "items.id", "byName.*"] },
    } as const;
    const { run, fetch } = createTestCall(operation, [jsonResponse({})], { largeIntegers: "string" });
    const items = [
      { id: large, text: "1" },
      { id: "-5", text: "2", left: undefined },
    ];
    await run({ id: large, after: large, amount: large, items, byName: { a: large, b: 2 }, note: large });
    const [call] = fetch.calls;
    expect(call?.url).toMatch(new RegExp(`/things/${large}\\?after=${large}$`));
    expect(call?.init.body).toBe(
      `{"amount":${large},"items":[{"id":${large},"text":"1"},{"id":-5,"text":"2"}],"byName":{"a":${large},"b":2},"note":"${large}"}`,
    );
  });

  it("writes no text that is not an integer as one", async () => {
    const operation = { method: "POST", body: { fields: ["id"], integers: ["id"] } };
    const { run, fetch } = createTestCall(operation, [jsonResponse({})], { largeIntegers: "string" });
    for (const id of ["007", "1e5", "1.5", "", "-", "1,2", '1"', "٣"]) await run({ id });
    const sent = fetch.calls.map(({ init }) => JSON.parse(String(init.body)));
    expect(sent.every(({ id }) => typeof id === "string")).toBe(true);
  });

  it("is the only other way", () => {
    const options = { environment: "sandbox", largeIntegers: "round" as never } as const;
    expect(() => createClient(options)).toThrow(new TypeError('createClient(): largeIntegers must be "string"'));
  });
});

describe("an amount of money in an argument", () => {
  const limit = { ...cardArgs, cardLimitType: "DAILY" } as const;

  it.each([0.1 + 0.2, 1.0005, 1e-7, 5000.12345, 0.0001])(
    "of %d, with more than three fraction digits, is a TypeError that names the argument, and is not sent",
    async (maxLimitAmount) => {
      const { fetch, wise } = createTestClient();
      await expect(wise.spendingLimits.set({ ...limit, maxLimitAmount })).rejects.toThrow(
        new TypeError("spendingLimits.set(): maxLimitAmount must be an amount of at most 3 fraction digits"),
      );
      expect(fetch.calls).toEqual([]);
    },
  );

  it.each([0, 5000, 0.3, 1.005, 12.34, 123456789012.123, 9007199254740991, -0.5])(
    "of %d is sent",
    async (maxLimitAmount) => {
      const { fetch, wise } = createTestClient([jsonResponse("")]);
      await wise.spendingLimits.set({ ...limit, maxLimitAmount });
      expect(JSON.parse(String(fetch.calls[0]?.init.body))).toEqual({ cardLimitType: "DAILY", maxLimitAmount });
    },
  );

  it("is found inside lists, objects and maps, and no other number is held to it", async () => {
    const body = { fields: ["items", "byName"] };
    const operation = { method: "POST", body, amounts: ["items.price.value", "byName.*"] };
    const { run } = createTestCall(operation, [() => jsonResponse({})]);
    await run({ items: [{ price: { value: 1.5 }, rate: 1.23456 }], byName: { a: 1 } });
    await expect(run({ items: [{ price: { value: 1 } }, { price: { value: 1.2345 } }] })).rejects.toThrow(
      "things.run(): items.1.price.value must be an amount of at most 3 fraction digits",
    );
    await expect(run({ byName: { a: 1.2345 } })).rejects.toThrow("things.run(): byName.a must be an amount");
  });
});
