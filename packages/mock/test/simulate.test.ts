import { createMock, type LocalMock, type Purchase } from "@wisekit/mock";
import { beforeEach, describe, expect, it } from "vitest";
import { call, cardPath, cardToken } from "./support/mock-caller.ts";

let mock: LocalMock;
let now: number;
beforeEach(() => {
  now = Date.parse("2026-07-17T12:00:00Z");
  mock = createMock({ clock: () => now });
});

const declined = (declineReason: string, detailedDeclineReason: string | null = null) => ({
  approved: false,
  declineReason,
  detailedDeclineReason,
});

function tokenIn(status: string): string {
  const card = mock.state.cards.list().find((entry) => entry.status === status);
  if (!card) throw new Error(`no card is ${status}`);
  return card.token;
}

describe("a purchase", () => {
  it.each([
    ["FROZEN", "CARD_FROZEN"],
    ["INACTIVE", "CARD_INACTIVE"],
    ["BLOCKED", "CARD_BLOCKED"],
    ["PARTNER_SUSPENDED", "CARD_PARTNER_SUSPENDED"],
    ["EXPIRED", "CARD_EXPIRED"],
    ["PURGED", "CARD_EXPIRED"],
  ])("with a card that is %s is declined with %s", (status, reason) => {
    expect(mock.simulate.purchase(tokenIn(status), { method: "ECOM", amount: 1 })).toEqual(declined(reason));
  });

  it("of a kind that is switched off is declined with the detail", () => {
    expect(mock.simulate.purchase(cardToken, { method: "ECOM", amount: 1 })).toEqual(
      declined("PAYMENT_METHOD_NOT_ALLOWED", "ECOM_DISABLED"),
    );
    expect(mock.simulate.purchase(cardToken, { method: "ATM", amount: 1 })).toEqual(
      declined("PAYMENT_METHOD_NOT_ALLOWED"),
    );
  });

  it("with chip and PIN, the first one, unlocks and enables contactless and magnetic stripe", async () => {
    const contactless: Purchase = { method: "CONTACTLESS", amount: 5 };
    expect(mock.simulate.purchase(cardToken, contactless)).toEqual(declined("PRE_ACTIVATED_CARD_PIN_ENTRY_REQUIRED"));
    expect(mock.simulate.chipAndPinPurchase(cardToken)).toEqual({ approved: true });
    expect(mock.simulate.purchase(cardToken, contactless)).toEqual({ approved: true });
    const { body } = await call<{ permissions: object[] }>(mock, `${cardPath}/spending-permissions`);
    expect(body.permissions).toContainEqual({ type: "POS_MAGSTRIPE", isEnabled: true, isLocked: false });
    expect(body.permissions).toContainEqual({ type: "ECOM", isEnabled: false, isLocked: false });
  });

  it("counts towards the limits until midnight and the first of the month, local time", async () => {
    const pay = (amount: number) => mock.simulate.purchase(cardToken, { method: "WALLET", amount });
    expect(pay(100.01)).toEqual(declined("PAYMENT_METHOD_TRANSACTION_LIMIT_EXCEEDED"));
    for (let time = 0; time < 5; time++) expect(pay(100)).toEqual({ approved: true });
    const daily = declined("PAYMENT_METHOD_DAILY_LIMIT_EXCEEDED", "CARD_GENERAL_DAILY_LIMIT_EXCEEDED_CHANGEABLE");
    expect(pay(0.01)).toEqual(daily);
    now = Date.parse("2026-07-17T22:59:59Z");
    expect(pay(1)).toEqual(daily);
    now = Date.parse("2026-07-17T23:00:00Z");
    for (let time = 0; time < 5; time++) expect(pay(100)).toEqual({ approved: true });
    mock.simulate.advanceTime({ days: 1 });
    expect(pay(1)).toEqual(
      declined("PAYMENT_METHOD_MONTHLY_LIMIT_EXCEEDED", "CARD_GENERAL_MONTHLY_LIMIT_EXCEEDED_CHANGEABLE"),
    );
    mock.simulate.advanceTime({ days: 14 });
    expect(pay(1)).toEqual({ approved: true });
    expect(mock.state.cards.get(cardToken)?.usage.lifetime).toBe(1001);
  });

  it("above the profile's limit is declined even where the card has none", () => {
    const [card] = mock.state.cards.list().filter(({ cardHolderName }) => cardHolderName === "Sofia Almeida");
    const pay = (amount: number) => mock.simulate.purchase(card?.token ?? "", { method: "ECOM", amount });
    expect(pay(10_000)).toEqual({ approved: true });
    expect(pay(1)).toEqual(declined("CUMULATIVE_LIMIT_EXCEEDED", "PROFILE_GENERAL_DAILY_LIMIT_EXCEEDED_CHANGEABLE"));
  });

  it("is declined after more than three wrong PINs, until the count is reset", async () => {
    for (let time = 1; time <= 4; time++) expect(mock.simulate.wrongPin(cardToken)).toEqual(declined("INCORRECT_PIN"));
    expect(mock.simulate.wrongPin(cardToken)).toEqual(declined("PIN_ENTRY_TRIES_EXCEEDED"));
    expect(mock.simulate.purchase(cardToken, { method: "WALLET", amount: 1 })).toEqual(
      declined("PIN_ENTRY_TRIES_EXCEEDED"),
    );
    await call(mock, `${cardPath}/reset-pin-count`, { method: "POST" });
    expect(mock.simulate.purchase(cardToken, { method: "WALLET", amount: 1 })).toEqual({ approved: true });
  });

  it("with the wrong PIN counts, with the right one forgets", () => {
    const pay = (pin: string) => mock.simulate.purchase(cardToken, { method: "CHIP_AND_PIN", amount: 1, pin });
    expect(pay("9999")).toEqual(declined("INCORRECT_PIN"));
    expect(mock.state.cards.get(cardToken)?.wrongPinEntries).toBe(1);
    expect(pay("1234")).toEqual({ approved: true });
    expect(mock.state.cards.get(cardToken)?.wrongPinEntries).toBe(0);
  });
});

describe("time", () => {
  it("lets a card expire, and purges it 555 days later", async () => {
    const status = async () => (await call<{ status: { value: string } }>(mock, cardPath)).body.status.value;
    now = Date.parse("2028-05-30T23:59:59.999Z");
    expect(await status()).toBe("ACTIVE");
    now += 1;
    expect(await status()).toBe("EXPIRED");
    mock.simulate.advanceTime({ days: 554 });
    expect(await status()).toBe("EXPIRED");
    mock.simulate.advanceTime({ days: 1 });
    expect(await status()).toBe("PURGED");
    expect(mock.state.cards.get(cardToken)).toMatchObject({ pan: undefined, cvv2: undefined, pin: undefined });
  });

  it("leaves a blocked card blocked until it is purged", async () => {
    const token = tokenIn("BLOCKED");
    now = Date.parse("2028-09-01T00:00:00Z");
    expect(mock.state.cards.get(token)?.status).toBe("BLOCKED");
    mock.simulate.advanceTime({ days: 600 });
    expect(mock.state.cards.get(token)?.status).toBe("PURGED");
  });
});

describe("the vendor", () => {
  it("suspends a card, which no client can undo, and lifts that again", async () => {
    mock.simulate.suspend(cardToken);
    const rejected = await call(mock, `${cardPath}/status`, { method: "PUT", json: { status: "ACTIVE" } });
    expect(rejected.status).toBe(409);
    mock.simulate.liftSuspension(cardToken);
    expect(mock.state.cards.get(cardToken)?.status).toBe("ACTIVE");
    expect(() => mock.simulate.liftSuspension(cardToken)).toThrow(TypeError);
  });
});

describe("activation", () => {
  it("by the partner lifts the locks, and enables nothing", async () => {
    const token = tokenIn("INACTIVE");
    await call(mock, `${cardPath.replace(cardToken, token)}/status`, { method: "PUT", json: { status: "ACTIVE" } });
    expect(mock.state.cards.get(token)?.permissions.POS_CONTACTLESS).toEqual({ isEnabled: false, isLocked: false });
  });
});
