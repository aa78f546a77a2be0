import { createMock, type LocalMock } from "@wisekit/mock";
import { describe, expect, it } from "vitest";
import { formatPretty } from "../src/cli/log-format.ts";
import { handledMock } from "./support/handled-mock.ts";
import { call, cardPath } from "./support/mock-caller.ts";
import { assumedKinds } from "./support/rules-contract.ts";

const headers = { authorization: "Bearer any" };

async function assumedBy(mock: LocalMock, path: string): Promise<string | null> {
  return (await mock.fetch(path, { headers })).headers.get("x-wisekit-assumed");
}

describe("a response that rests on an assumption", () => {
  const mock = createMock({ contract: assumedKinds });

  it("says so where the operation has it, in ASCII", async () => {
    expect(await assumedBy(mock, "/operation")).toBe("assumed.operation: No source says what ? or when ? it returns.");
    expect(mock.requests.last()?.assumptions).toEqual([
      "assumed.operation: No source says what – or when – it returns.",
    ]);
  });

  it("says so where the response, the parameter that is wrong and the error codes have it", async () => {
    expect(await assumedBy(mock, "/response/1")).toBeNull();
    expect(await assumedBy(mock, "/response/0")).toBe(
      "assumed.response 400: No source documents this error. | assumed.response id: No source bounds it. | Code: No source lists the codes.",
    );
  });

  it("says nothing where the operation was not carried out", async () => {
    mock.faults.next("assumed.operation", { status: 503 });
    expect(await assumedBy(mock, "/operation")).toBeNull();
    expect((await mock.fetch("/operation")).headers.get("x-wisekit-assumed")).toBeNull();
  });

  it("says nothing where its handler knows that it is documented", async () => {
    const other = handledMock(assumedKinds, () => ({ status: 200, body: {}, isDocumented: true }));
    expect(await assumedBy(other, "/operation")).toBeNull();
  });

  it("has a line for it in the log", async () => {
    await assumedBy(mock, "/operation");
    const last = mock.requests.last();
    expect(last && formatPretty(last)).toContain("assumed assumed.operation: No source says");
  });
});

describe("the mock's own handlers", () => {
  it("tell the documented response from the assumed one", async () => {
    const mock = createMock();
    const assumed = async (path: string, options = {}) =>
      (await call(mock, path, options)).headers.get("x-wisekit-assumed");
    const freeze = { method: "PUT", json: { status: "FROZEN" } };
    const list = "/v3/spend/profiles/123456/cards";
    const limit = `${cardPath}/spending-limits/DAILY`;
    await call(mock, `${cardPath}/spending-limits`, {
      method: "PATCH",
      json: { cardLimitType: "DAILY", maxLimitAmount: 1 },
    });
    expect([
      await assumed(list),
      await assumed(`${cardPath}/status`, freeze),
      await assumed(limit, { method: "DELETE" }),
    ]).toEqual([null, null, null]);
    expect([
      await assumed(`${list}?pageNumber=99`),
      await assumed(`${cardPath}/status`, freeze),
      await assumed(limit, { method: "DELETE" }),
    ]).toEqual([
      expect.stringMatching(/^cards\.list: /),
      expect.stringMatching(/^cards\.updateStatus: /),
      expect.stringMatching(/^spendingLimits\.remove: /),
    ]);
  });
});
