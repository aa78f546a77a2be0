import { createScaFlow, isScaRequiredError, type ScaRequiredError } from "@wisekit/client";
import { describe, expect, it } from "vitest";
import { createTestClient } from "./support/create-test-client.ts";
import { createManualClock, settle } from "./support/manual-clock.ts";
import { cardArgs, jsonResponse, type SeenCall, type StubResponse } from "./support/stub-fetch.ts";

const token = "5b8c1b6c-0b0e-4c4f-9d0a-52f7cf1e3c5e";
const rejected = { "x-2fa-approval-result": "REJECTED", "x-2fa-approval": token };
const challenged: StubResponse = () => jsonResponse({ status: 403 }, 403, rejected);
const noStatus: StubResponse = () => jsonResponse({}, 404);
const request = { cardToken: cardArgs.cardToken, keyVersion: 1, encryptedPayload: "a.b.c.d.e" };

describe("a call that strong customer authentication stops", () => {
  it("is a challenge and no permission error", async () => {
    const { wise } = createTestClient([challenged]);
    const error: unknown = await wise.cardData.pin(request).catch((thrown: unknown) => thrown);
    expect(isScaRequiredError(error) && error.oneTimeToken).toBe(token);
    expect(error).toMatchObject({ name: "ScaRequiredError", code: "ERR_SCA_REQUIRED", operation: "cardData.pin" });
  });

  it.each([
    ["without the header", {}],
    ["that was approved", { "x-2fa-approval-result": "APPROVED", "x-2fa-approval": token }],
    ["without a token", { "x-2fa-approval-result": "REJECTED" }],
  ])("is a permission error on a 403 %s", async (_, headers) => {
    const { wise } = createTestClient([jsonResponse({ status: 403 }, 403, headers)]);
    await expect(wise.cardData.pin(request)).rejects.toMatchObject({ code: "ERR_PERMISSION" });
  });

  it("is repeated once, unchanged but for the token, when the challenge is cleared", async () => {
    const challenges: ScaRequiredError[] = [];
    const { fetch, wise } = createTestClient([challenged, noStatus, jsonResponse({ pin: "1234" })], {
      onSca: async (challenge) => void challenges.push(challenge),
    });
    expect((await wise.cardData.pin(request, { correlationId: "mine" }))["~unseal"]()).toBe('{"pin":"1234"}');
    const [first, second] = fetch.calls.filter(({ url }) => url.endsWith("/pin"));
    const { "x-2fa-approval": approval, ...headers } = second?.init.headers ?? {};
    expect([second?.url, second?.init.body, headers]).toEqual([first?.url, first?.init.body, first?.init.headers]);
    expect(approval).toBe(token);
    expect(challenges.map(({ operation, oneTimeToken }) => [operation, oneTimeToken])).toEqual([
      ["cardData.pin", token],
    ]);
  });

  it("is not repeated a second time", async () => {
    const asked: unknown[] = [];
    const { fetch, wise } = createTestClient([challenged], { onSca: async (challenge) => void asked.push(challenge) });
    await expect(wise.cardData.pin(request)).rejects.toMatchObject({ code: "ERR_SCA_REQUIRED" });
    expect([asked.length, fetch.calls.filter(({ url }) => url.endsWith("/pin")).length]).toEqual([1, 2]);
  });

  it("throws what the clearing throws", async () => {
    const reason = new Error("the user closed the dialogue");
    const { wise } = createTestClient([challenged], { onSca: () => Promise.reject(reason) });
    await expect(wise.cardData.pin(request)).rejects.toBe(reason);
  });

  it("stops waiting for the clearing when the signal is aborted", async () => {
    const { wise } = createTestClient([challenged], { onSca: () => new Promise(() => {}) });
    const controller = new AbortController();
    const call = wise.cardData.pin(request, { signal: controller.signal }).catch((error: Error) => error.name);
    await settle();
    controller.abort();
    expect(await call).toBe("AbortError");
  });

  it("may take its time: a person does not count against the deadline", async () => {
    const clock = createManualClock();
    const onSca = () => new Promise<void>((resolve) => void clock.setTimeout(resolve, 90_000));
    const { wise } = createTestClient([challenged, jsonResponse({ pin: "1234" })], {
      clock,
      onSca,
      totalTimeoutMs: 1000,
    });
    const call = wise.cardData.pin(request);
    await clock.passTimer(90_000);
    expect(String(await call)).toBe("[sealed card data]");
  });

  it("may be repeated by hand with the token as an option", async () => {
    const { fetch, wise } = createTestClient([jsonResponse({ pin: "1" })]);
    await wise.cardData.pin(request, { oneTimeToken: token });
    expect(fetch.calls[0]?.init.headers["x-2fa-approval"]).toBe(token);
  });
});

describe("createScaFlow", () => {
  it.each(["sms", "whatsapp", "voice"] as const)("asks, triggers and verifies by %s", async (channel) => {
    const properties = { oneTimeToken: token, challenges: [] };
    const { fetch, wise } = createTestClient([
      ({ url }: SeenCall) =>
        jsonResponse(url.endsWith("trigger") ? { obfuscatedPhoneNo: "*8" } : { oneTimeTokenProperties: properties }),
    ]);
    const flow = createScaFlow(wise, { oneTimeToken: token });
    expect(await flow.status()).toEqual(properties);
    expect(await flow.trigger(channel)).toEqual({ obfuscatedPhoneNo: "*8" });
    expect(await flow.verify(channel, "111111")).toEqual(properties);
    expect(
      fetch.calls.map(({ url, init }) => [new URL(url).pathname, init.headers["one-time-token"], init.body]),
    ).toEqual([
      ["/v1/one-time-token/status", token, null],
      [`/v1/one-time-token/${channel}/trigger`, token, null],
      [`/v1/one-time-token/${channel}/verify`, token, '{"otpCode":"111111"}'],
    ]);
  });
});
