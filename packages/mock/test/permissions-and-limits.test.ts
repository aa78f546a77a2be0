import { startMock } from "@wisekit/mock";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { call, cardPath, codesOf, over } from "./support/mock-caller.ts";

type Permission = { type: string; isEnabled: boolean; isLocked: boolean };
type Limit = { type: string; threshold: number; expiresAt: string | null };

let mock: Awaited<ReturnType<typeof startMock>>;
beforeEach(async () => {
  mock = await startMock({ clock: () => Date.parse("2026-07-17T12:00:00Z") });
});
afterEach(() => mock.stop());

const permissionsPath = `${cardPath}/spending-permissions`;
const bulkPath = permissionsPath.replace("/v3/", "/v4/");
const limitsPath = `${cardPath}/spending-limits`;

async function enabled(): Promise<string[]> {
  const { body } = await call<{ permissions: Permission[] }>(over(mock), permissionsPath);
  return body.permissions.filter(({ isEnabled }) => isEnabled).map(({ type }) => type);
}

async function limits(): Promise<Limit[]> {
  const { body } = await call<{ spendings: { type: string; limits: Limit[] }[] }>(over(mock), limitsPath);
  return body.spendings.flatMap((spending) => spending.limits);
}

describe("spending permissions", () => {
  it("start as in the documented example", async () => {
    const { body } = await call<{ permissions: Permission[] }>(over(mock), permissionsPath);
    expect(body.permissions.filter(({ isLocked }) => isLocked).map(({ type }) => type)).toEqual([
      "POS_CONTACTLESS",
      "POS_MAGSTRIPE",
    ]);
    expect(await enabled()).toEqual(["POS_CHIP", "MOBILE_WALLETS"]);
  });

  it("are set one by one, with an empty 200", async () => {
    const response = await call(over(mock), permissionsPath, {
      method: "PATCH",
      json: { type: "ECOM", isEnabled: true },
    });
    expect([response.status, response.text]).toEqual([200, ""]);
    expect(await enabled()).toContain("ECOM");
  });

  it("are set together or not at all", async () => {
    const before = await enabled();
    const permissions = [
      { type: "ECOM", isEnabled: true },
      { type: "POS_CONTACTLESS", isEnabled: true },
    ];
    const rejected = await call(over(mock), bulkPath, { method: "PATCH", json: { permissions } });
    expect([rejected.status, await enabled()]).toEqual([422, before]);
    const accepted = await call(over(mock), bulkPath, {
      method: "PATCH",
      json: {
        permissions: [
          { type: "ECOM", isEnabled: true },
          { type: "POS_CHIP", isEnabled: false },
        ],
      },
    });
    expect([accepted.status, await enabled()]).toEqual([200, ["ECOM", "MOBILE_WALLETS"]]);
  });

  it("named twice in one call count as the last entry says, and none at all change nothing", async () => {
    const twice = [
      { type: "ECOM", isEnabled: true },
      { type: "ECOM", isEnabled: false },
    ];
    expect((await call(over(mock), bulkPath, { method: "PATCH", json: { permissions: twice } })).status).toBe(200);
    expect((await call(over(mock), bulkPath, { method: "PATCH", json: { permissions: [] } })).status).toBe(200);
    expect(await enabled()).toEqual(["POS_CHIP", "MOBILE_WALLETS"]);
  });
});

describe("spending limits", () => {
  it("are set up to the profile's limit and not above", async () => {
    const set = (maxLimitAmount: number) =>
      call(over(mock), limitsPath, { method: "PATCH", json: { cardLimitType: "DAILY", maxLimitAmount } });
    expect((await set(10_000)).status).toBe(200);
    const rejected = await set(10_000.01);
    expect([rejected.status, codesOf(rejected)]).toEqual([422, ["card.limit.exceeds.profile.limit"]]);
    expect((await limits()).find(({ type }) => type === "DAILY")?.threshold).toBe(10_000);
  });

  it("are removed, and removing again is a success", async () => {
    for (let time = 0; time < 2; time++) {
      expect((await call(over(mock), `${limitsPath}/MONTHLY`, { method: "DELETE" })).status).toBe(200);
    }
    expect((await limits()).map(({ type }) => type)).toEqual(["TRANSACTION", "DAILY", "LIFETIME"]);
  });

  it("end with the local day and month, in summer time", async () => {
    expect((await limits()).map(({ expiresAt }) => expiresAt)).toEqual([
      null,
      "2026-07-17T23:00:00.000Z",
      "2026-07-31T23:00:00.000Z",
      null,
    ]);
  });

  it("of a kind that there is not are rejected by the contract", async () => {
    expect((await call(over(mock), `${limitsPath}/WEEKLY`, { method: "DELETE" })).status).toBe(400);
  });
});
