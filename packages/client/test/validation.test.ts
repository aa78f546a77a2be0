import { createClient, isDecodeError } from "@wisekit/client";
import { type ResponseViolation, validateResponses } from "@wisekit/client/validate";
import { describe, expect, it, vi } from "vitest";
import { createTestClient } from "./support/create-test-client.ts";
import { card, cardArgs, jsonResponse, type StubResponse } from "./support/stub-fetch.ts";

function checkedClient(validate: "off" | "warn" | "error", ...responses: StubResponse[]) {
  const reported: ResponseViolation[] = [];
  const { wise } = createTestClient(responses);
  return {
    reported,
    wise: validateResponses(wise, { validate, onViolation: (violation) => reported.push(violation) }),
  };
}

const wrong = { ...card, profileId: "123456", status: { value: 5 }, lastFourDigits: undefined };
const expected = ["/lastFourDigits is missing", "/profileId must be integer", "/status/value must be string"];

describe("validateResponses", () => {
  it("lets through what the contract says, and what it does not know yet", async () => {
    const grown = { ...card, status: { value: "SHINY" }, added: 1, unlockSpendingPermissions: "SOON" };
    const { reported, wise } = checkedClient("error", jsonResponse(grown));
    expect(await wise.cards.get(cardArgs)).toEqual(grown);
    expect((await wise.cards.get(cardArgs).withResponse()).data).toEqual(grown);
    expect(reported).toEqual([]);
  });

  it("lets null through in any field of a card that may have none, such as its phone number", async () => {
    const { token, profileId, status } = card;
    const others = Object.fromEntries(
      [
        "clientId lastFourDigits phoneNumber cardHolderName expiryDate bankIdentificationNumber cardProgram",
        "unlockSpendingPermissions creationTime modificationTime",
      ].flatMap((names) => names.split(" ").map((name) => [name, null])),
    );
    const nulls = { token, profileId, status: { ...status, allowedTransitions: null }, ...others };
    const { reported, wise } = checkedClient("error", jsonResponse(nulls));
    expect(await wise.cards.get(cardArgs)).toEqual(nulls);
    expect(reported).toEqual([]);
  });

  it("says where null stands in place of a value without which the response means nothing", async () => {
    const { reported, wise } = checkedClient(
      "warn",
      jsonResponse({ ...card, token: null, profileId: null, status: { value: null } }),
      jsonResponse({ ...card, status: null }),
    );
    await wise.cards.get(cardArgs);
    await wise.cards.get(cardArgs);
    expect(reported.map(({ violations }) => violations)).toEqual([
      [
        "/token must be string, not null",
        "/profileId must be integer, not null",
        "/status/value must be string, not null",
      ],
      ["/status must be object, not null"],
    ]);
  });

  it("throws a DecodeError that says where, and quotes nothing", async () => {
    const { reported, wise } = checkedClient("error", jsonResponse(wrong, 200, { "x-trace-id": "t1" }));
    const error: unknown = await wise.cards.get(cardArgs).catch((thrown: unknown) => thrown);
    expect(isDecodeError(error)).toBe(true);
    expect(String(error)).toBe(
      `DecodeError: cards.get got a response that does not match the contract: ${expected.join("; ")} (attempt 1, trace id t1)`,
    );
    expect(reported).toEqual([{ operation: "cards.get", traceId: "t1", violations: expected }]);
  });

  it("writes a warning when asked to warn and nobody listens, and quotes nothing", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { wise } = createTestClient([jsonResponse(wrong)]);
    await validateResponses(wise, { validate: "warn" }).cards.get(cardArgs);
    expect(warn.mock.calls).toEqual([
      [`DecodeError: cards.get got a response that does not match the contract: ${expected.join("; ")} (attempt 1)`],
    ]);
    warn.mockRestore();
  });

  it("reports an onViolation that throws to onListenerError, and the call goes on", async () => {
    const reported: unknown[] = [];
    const reason = new Error("the listener is broken");
    const { wise } = createTestClient([jsonResponse(wrong)], { onListenerError: (error) => reported.push(error) });
    const onViolation = () => {
      throw reason;
    };
    await validateResponses(wise, { validate: "warn", onViolation }).cards.get(cardArgs);
    expect(reported).toEqual([reason]);
  });

  it("only tells when asked to warn", async () => {
    const { reported, wise } = checkedClient("warn", jsonResponse(wrong));
    expect(await wise.cards.get(cardArgs)).toMatchObject({ profileId: "123456" });
    expect(reported).toHaveLength(1);
  });

  it("looks into lists, one path for each finding, and at the items of every page", async () => {
    const page = { cards: [card, { ...card, token: null }], totalCount: 2 };
    const { reported, wise } = checkedClient("warn", () => jsonResponse(page));
    await wise.cards.list({ profileId: 1 });
    for await (const _ of wise.cards.list.all({ profileId: 1 }));
    expect(reported.map(({ violations }) => violations)).toEqual([
      ["/cards/1/token must be string, not null"],
      ["/cards/1/token must be string, not null"],
    ]);
  });

  it("refuses an answer of another type altogether", async () => {
    for (const answer of ["[]", "null", '"text"', "5"]) {
      const { wise } = checkedClient("error", jsonResponse(answer));
      await expect(wise.cards.get(cardArgs)).rejects.toThrow("the response must be object");
    }
  });

  it("leaves alone answers that are nothing or sealed, and errors", async () => {
    const { wise } = checkedClient("error", new Response(""), new Response("sealed"), jsonResponse({}, 404));
    await wise.cards.resetPinCount(cardArgs);
    const sealed = { cardToken: "t", keyVersion: 1, encryptedPayload: "x" };
    expect((await wise.cardData.pin(sealed))["~unseal"]()).toBe("sealed");
    await expect(wise.cards.get(cardArgs)).rejects.toMatchObject({ status: 404 });
  });

  it("gives the client itself when off, and knows no other way", () => {
    const wise = createClient({ environment: "sandbox" });
    expect(validateResponses(wise, { validate: "off" })).toBe(wise);
    expect(() => validateResponses(wise, { validate: "maybe" as never })).toThrow(TypeError);
  });
});
