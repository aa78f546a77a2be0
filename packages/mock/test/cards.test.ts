import { startMock } from "@wisekit/mock";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { call, cardPath, cardToken, codesOf, over, profileId } from "./support/mock-caller.ts";

type Mock = Awaited<ReturnType<typeof startMock>>;
type Page = { cards: { token: string; status: { value: string } }[]; totalCount: number };

let mock: Mock;
beforeEach(async () => {
  mock = await startMock();
});
afterEach(() => mock.stop());

const cardsPath = `/v3/spend/profiles/${profileId}/cards`;

async function tokenIn(status: string): Promise<string> {
  const { body } = await call<Page>(over(mock), `${cardsPath}?pageSize=100`);
  const card = body.cards.find(({ status: { value } }) => value === status);
  if (!card) throw new Error(`no card is ${status}`);
  return card.token;
}

describe("cards.list", () => {
  it("gives pages of ten, the rest on the second, and an empty page after the last", async () => {
    const first = await call<Page>(over(mock), cardsPath);
    const second = await call<Page>(over(mock), `${cardsPath}?pageNumber=2`);
    const third = await call<Page>(over(mock), `${cardsPath}?pageSize=10&pageNumber=3`);
    expect(first.body.cards).toHaveLength(10);
    expect(second.body.cards).toHaveLength(first.body.totalCount - 10);
    expect(third.body).toEqual({ cards: [], totalCount: first.body.totalCount });
    const tokens = [...first.body.cards, ...second.body.cards].map(({ token }) => token);
    expect(new Set(tokens).size).toBe(first.body.totalCount);
    expect(tokens[0]).toBe(cardToken);
  });

  it("rejects a page size out of bounds and a page number below one, each by its path", async () => {
    const response = await call<{ errors: { path: string; code: string }[] }>(
      over(mock),
      `${cardsPath}?pageSize=101&pageNumber=0`,
    );
    expect(response.status).toBe(400);
    expect(response.body.errors.map(({ path }) => path)).toEqual(["pageSize", "pageNumber"]);
  });

  it("forbids a profile that does not exist", async () => {
    expect((await call(over(mock), "/v3/spend/profiles/999/cards")).status).toBe(403);
  });
});

describe("cards.get", () => {
  it("responds with the example card", async () => {
    const { body } = await call<Record<string, unknown>>(over(mock), cardPath);
    expect(body).toMatchObject({
      token: cardToken,
      profileId,
      lastFourDigits: "6320",
      bankIdentificationNumber: "459661",
    });
  });

  it("does not know another profile's card", async () => {
    const response = await call(over(mock), `/v3/spend/profiles/30000000/cards/${cardToken}`);
    expect(response.status).toBe(404);
    expect(codesOf(response)).toEqual(["card.not.found"]);
  });

  it("responds 401 without a bearer token", async () => {
    const response = await call<{ error: string }>(over(mock), cardPath, { authorization: null });
    expect(response.status).toBe(401);
    expect(response.body.error).toBe("invalid_token");
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
  });
});

describe("cards.updateStatus", () => {
  it("freezes, unfreezes and blocks for good", async () => {
    for (const status of ["FROZEN", "FROZEN", "ACTIVE", "BLOCKED", "BLOCKED"]) {
      const response = await call<{ status: { value: string } }>(over(mock), `${cardPath}/status`, {
        method: "PUT",
        json: { status },
      });
      expect(response.body.status.value).toBe(status);
    }
    const rejected = await call(over(mock), `${cardPath}/status`, { method: "PUT", json: { status: "ACTIVE" } });
    expect(rejected.status).toBe(409);
    expect(codesOf(rejected)).toEqual(["card.status.transition.not.allowed"]);
  });

  it.each([
    ["INACTIVE", "ACTIVE", 200],
    ["INACTIVE", "BLOCKED", 200],
    ["INACTIVE", "FROZEN", 409],
    ["PARTNER_SUSPENDED", "ACTIVE", 409],
    ["EXPIRED", "ACTIVE", 409],
    ["PURGED", "BLOCKED", 409],
    ["BLOCKED", "ACTIVE", 409],
  ])("from %s to %s gives %i", async (from, to, status) => {
    const token = await tokenIn(from);
    const response = await call(over(mock), `${cardsPath}/${token}/status`, { method: "PUT", json: { status: to } });
    expect(response.status).toBe(status);
  });

  it("rejects a status that only Wise sets", async () => {
    const response = await call(over(mock), `${cardPath}/status`, { method: "PUT", json: { status: "EXPIRED" } });
    expect(response.status).toBe(400);
    expect(codesOf(response)).toEqual(["request.invalid"]);
  });
});

describe("cards.updatePhoneNumber", () => {
  it("takes a card token that is no UUID", async () => {
    const path = "/v3/spend/profiles/30000000/cards/12345-12345-12345-12345/phone-number";
    const response = await call(over(mock), path, { method: "PUT", json: { phoneNumber: "+6588888888" } });
    expect(response.body).toEqual({
      token: "12345-12345-12345-12345",
      profileId: 30000000,
      phoneNumber: "+6588888888",
    });
  });

  it.each([
    ["12345678", 400],
    ["+00000", 422],
  ])("rejects %s with %i", async (phoneNumber, status) => {
    const response = await call(over(mock), `${cardPath}/phone-number`, { method: "PUT", json: { phoneNumber } });
    expect(response.status).toBe(status);
  });
});

describe("cards.resetPinCount", () => {
  it("responds with an empty 200, again and again", async () => {
    for (let time = 0; time < 2; time++) {
      const response = await call(over(mock), `${cardPath}/reset-pin-count`, { method: "POST" });
      expect([response.status, response.text]).toEqual([200, ""]);
    }
  });
});
