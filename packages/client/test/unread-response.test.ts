import { describe, expect, it } from "vitest";
import { createTestCall, createTestClient } from "./support/create-test-client.ts";
import { card, cardArgs, jsonResponse } from "./support/stub-fetch.ts";

describe("asResponse", () => {
  it("gives the response with its body unread", async () => {
    const { wise } = createTestClient([jsonResponse(card, 200, { "x-trace-id": "t" })]);
    const response = await wise.cards.get(cardArgs).asResponse();
    expect([response.status, response.headers.get("x-trace-id"), response.bodyUsed]).toEqual([200, "t", false]);
    expect(await response.json()).toEqual(card);
  });

  it("gives a response without a body, and one that is not what the contract says", async () => {
    const { run } = createTestCall({ response: "none" }, [new Response(null, { status: 204 })]);
    expect((await run().asResponse()).status).toBe(204);
    const { wise } = createTestClient([new Response("<html>")]);
    expect(await (await wise.cards.get(cardArgs).asResponse()).text()).toBe("<html>");
  });

  it("throws the error of a response that is no success, and nothing else is unhandled", async () => {
    const { wise } = createTestClient([jsonResponse({}, 404)]);
    await expect(wise.cards.get(cardArgs).asResponse()).rejects.toMatchObject({ code: "ERR_NOT_FOUND" });
  });

  it("ends its body with the deadline of the call", async () => {
    const stalled = () =>
      new Response(new ReadableStream({ start: (to) => to.enqueue(new TextEncoder().encode("{")) }));
    const { wise, clock } = createTestClient([stalled], { totalTimeoutMs: 2000 });
    const response = await wise.cards.get(cardArgs).asResponse();
    const reading = response.text().catch((error: unknown) => error);
    await clock.passTimer(2000);
    expect(await reading).toMatchObject({ code: "ERR_TIMEOUT" });
    expect(clock.pending()).toEqual([]);
  });

  it("comes too late once the body has been read", async () => {
    const { wise } = createTestClient();
    const call = wise.cards.get(cardArgs);
    await call;
    await expect(call.asResponse()).rejects.toThrow("asResponse() must be called at once");
  });

  it("gives no card data, which is sealed", async () => {
    const { wise } = createTestClient([jsonResponse({ pin: "1234" })]);
    const pin = wise.cardData.pin({ cardToken: "t", keyVersion: 1, encryptedPayload: "x" });
    await expect(pin.asResponse()).rejects.toThrow(
      new TypeError("cardData.pin(): asResponse() cannot be used; card data is sealed"),
    );
  });
});
