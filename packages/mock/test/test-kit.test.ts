import { mockFixtures, toHaveReceived } from "@wisekit/mock/playwright";
import { test } from "@wisekit/mock/vitest";
import { describe, expect, it } from "vitest";
import { call, cardPath, over } from "./support/mock-caller.ts";

const freeze = { method: "PUT", json: { status: "FROZEN" } };

describe("the vitest fixture", () => {
  test("gives each test a mock of its own, and matchers", async ({ mock }) => {
    expect(mock).not.toHaveReceived("cards.updateStatus");
    await call(over(mock), `${cardPath}/status`, freeze);
    expect(mock).toHaveReceived("cards.updateStatus", { body: { status: "FROZEN" }, status: 200, times: 1 });
    expect(mock).toHaveKeptTheContract();
  });

  test("starts the next one anew", async ({ mock }) => {
    expect(mock.requests.list()).toEqual([]);
    await call(over(mock), `${cardPath}/status`, { method: "PUT", json: { status: "MELTED" } });
    expect(() => expect(mock).toHaveKeptTheContract()).toThrow("cards.updateStatus: body.status must be one of");
    expect(() => expect(mock).toHaveReceived("cards.updateStatus", { status: 200 })).toThrow("There are 0 instead of");
  });

  describe("with options", () => {
    test.override({ mockOptions: { scenario: "us-personal" } });
    test("starts the mock with them", ({ mock }) => {
      expect(mock.state.profiles.list().map(({ country }) => country)).toEqual(["US"]);
    });
  });
});

describe("the Playwright fixtures", () => {
  it("start a mock for a test and stop it afterwards", async () => {
    let url = "";
    await mockFixtures.mock({ mockOptions: { scenario: "empty" } }, async (mock) => {
      url = mock.url;
      await call(over(mock), "/v3/spend/profiles/123456/cards?pageSize=20");
      expect(toHaveReceived(mock, "cards.list", { query: { pageSize: "20" } }).pass).toBe(true);
    });
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe("mocks side by side", () => {
  it("share nothing", async () => {
    const { createMock } = await import("@wisekit/mock");
    const [one, other] = [createMock(), createMock()];
    await call(one, `${cardPath}/status`, freeze);
    one.faults.add({ operation: "cards.list", status: 500 });
    one.simulate.advanceTime({ days: 1 });
    expect((await call<{ status: { value: string } }>(other, cardPath)).body.status.value).toBe("ACTIVE");
    expect([other.faults.list(), other.requests.list().length, other.snapshot().clockOffsetMs]).toEqual([[], 1, 0]);
  });
});
