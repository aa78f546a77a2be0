import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RANDOM_CASES, RANDOM_SEED } from "../../../scripts/random-cases.ts";
import { createTestClient } from "./support/create-test-client.ts";
import { cardArgs } from "./support/stub-fetch.ts";

describe("path arguments", () => {
  it.each(["", ".", "..", "%2e", "%2E%2e", ".%2e", "%252e%252e"])(
    "refuses %j before anything is sent",
    async (cardToken) => {
      const { wise, fetch } = createTestClient([], { rateLimits: false });
      await expect(wise.cards.get({ profileId: 1, cardToken })).rejects.toThrow(TypeError);
      expect(fetch.calls).toHaveLength(0);
    },
  );

  it.each([undefined, null, {}, [], true, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    "refuses %s as a profile",
    async (profileId) => {
      const { wise, fetch } = createTestClient([], { rateLimits: false });
      await expect(wise.cards.get({ ...cardArgs, profileId: profileId as number })).rejects.toThrow(TypeError);
      expect(fetch.calls).toHaveLength(0);
    },
  );

  it("refuses text that is not well-formed, and does not repeat it in the message", async () => {
    const { wise } = createTestClient([], { rateLimits: false });
    const reason = await wise.cards.get({ profileId: 1, cardToken: "secret\ud800" }).catch((error: Error) => error);
    expect(reason).toBeInstanceOf(TypeError);
    expect(String(reason)).not.toContain("secret");
  });

  it("never lets a value leave its segment, whatever it is", async () => {
    const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.string({ unit: codeUnit })), async (cardToken) => {
        const { wise, fetch } = createTestClient([], { rateLimits: false });
        const isSent = await wise.cards.get({ profileId: 7, cardToken }).then(
          () => true,
          (error) => !(error instanceof TypeError),
        );
        const [call] = fetch.calls;
        if (!call) return !isSent;
        const segments = new URL(call.url).pathname.split("/");
        return (
          segments.length === 7 &&
          segments.slice(0, 6).join("/") === "/v3/spend/profiles/7/cards" &&
          decodeURIComponent(segments[6] ?? "") === cardToken
        );
      }),
      { numRuns: RANDOM_CASES, seed: RANDOM_SEED },
    );
  });

  it("holds for the openapi-fetch client too", async () => {
    const { wise, fetch } = createTestClient([], { rateLimits: false });
    const path = "/v3/spend/profiles/{profileId}/cards/{cardToken}";
    const get = (params: object) => wise.http.GET(path, { params } as never);
    await expect(get({ path: { profileId: 1, cardToken: ".." } })).rejects.toThrow(TypeError);
    await expect(get({ path: { profileId: 1 } })).rejects.toThrow(TypeError);
    await expect(wise.http.GET(path, {} as never)).rejects.toThrow(TypeError);
    expect(fetch.calls).toHaveLength(0);
  });
});
