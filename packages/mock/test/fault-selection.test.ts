import { createMock, type FaultRule, type LocalMock } from "@wisekit/mock";
import { describe, expect, it } from "vitest";
import { parseFaultRule } from "../src/faults/parse-fault.ts";
import { sealForTest } from "./support/card-data-request.ts";
import { call, cardPath, cardToken } from "./support/mock-caller.ts";

const cards = "/v3/spend/profiles/123456/cards";

async function statuses(mock: LocalMock, count: number, path = cards): Promise<number[]> {
  const seen: number[] = [];
  for (let index = 0; index < count; index++) seen.push((await call(mock, path)).status);
  return seen;
}

describe("a fault of a user", () => {
  function twoUsers(): LocalMock {
    const mock = createMock();
    mock.state.profiles.update(30000000, { userId: 202 });
    return mock;
  }

  it("happens to calls about the user's profiles and cards only", async () => {
    const mock = twoUsers();
    mock.faults.add({ userId: 202, status: 503 });
    expect((await call(mock, "/v3/spend/profiles/30000000/cards")).status).toBe(503);
    expect([(await call(mock, cards)).status, (await call(mock, cardPath)).status]).toEqual([200, 200]);
  });

  it("happens to calls that name the card in a header", async () => {
    const mock = twoUsers();
    const { key } = await mock.keys.current();
    const ask = async () => {
      const response = await call(mock, "/twcard-data/v1/sensitive-card-data/pin", {
        method: "POST",
        headers: { "x-tw-twcard-card-token": cardToken },
        json: { keyVersion: 1, encryptedPayload: sealForTest(key, "RSA1_5").payload },
      });
      return response.status;
    };
    const owner = mock.state.profiles.get(123456)?.userId ?? 0;
    mock.faults.add({ userId: 202, status: 503 });
    expect(await ask()).toBe(200);
    mock.faults.add({ userId: owner, status: 503 });
    expect(await ask()).toBe(503);
  });

  it("does not happen to a call that is about nobody's profile", async () => {
    const mock = twoUsers();
    mock.faults.add({ userId: 101, status: 503 });
    const key = await call(mock, "/twcard-data/v1/clientSideEncryption/fetchEncryptingKey");
    expect(key.status).toBe(200);
  });
});

describe("a fault of the nth call", () => {
  it("happens to that call only, counted from when it was added", async () => {
    const mock = createMock();
    await statuses(mock, 2);
    mock.faults.add({ operation: "cards.list", nth: 3, status: 503 });
    await call(mock, cardPath);
    expect(await statuses(mock, 5)).toEqual([200, 200, 503, 200, 200]);
    expect(mock.faults.list()).toEqual([]);
  });

  it("happens to as many calls from there on as times says", async () => {
    const mock = createMock();
    mock.faults.add({ nth: 2, times: 2, status: 500 });
    expect(await statuses(mock, 4)).toEqual([200, 500, 500, 200]);
  });

  it("counts calls that another rule happened to", async () => {
    const mock = createMock();
    mock.faults.add({ nth: 3, status: 503 });
    mock.faults.add({ status: 500, times: 2 });
    expect(await statuses(mock, 4)).toEqual([500, 500, 503, 200]);
  });

  it("counts calls that its probability spares", async () => {
    const mock = createMock({ seed: 5 });
    mock.faults.add({ nth: 11, times: 1000, probability: 0.2, status: 503 });
    const seen = await statuses(mock, 40);
    expect(new Set(seen.slice(0, 10))).toEqual(new Set([200]));
    expect(new Set(seen.slice(10))).toEqual(new Set([200, 503]));
  });

  it("counts the calls of one card", async () => {
    const mock = createMock();
    mock.faults.add({ cardToken, nth: 2, status: 500 });
    const seen = [await statuses(mock, 1, cardPath), await statuses(mock, 3), await statuses(mock, 2, cardPath)];
    expect(seen).toEqual([[200], [200, 200, 200], [500, 200]]);
  });
});

describe("a fault of one card", () => {
  it("happens to calls about it, however the rule writes its token", async () => {
    const mock = createMock();
    mock.faults.add({ cardToken: cardToken.toUpperCase(), status: 500 });
    expect(await statuses(mock, 1, cardPath)).toEqual([500]);
  });
});

describe("a call that prefers a sequence", () => {
  it("meets the fault of a rule, and not one of its own", async () => {
    const mock = createMock();
    mock.faults.add({ status: 500 });
    expect((await call(mock, cards, { headers: { prefer: "sequence=503" } })).status).toBe(500);
  });
});

describe("faults in sequence", () => {
  it("happen one after the other, and then no more", async () => {
    const mock = createMock();
    mock.faults.add({ operation: "cards.list", sequence: [503, "ok", 429, { connection: "reset-before-commit" }] });
    expect(await statuses(mock, 3)).toEqual([503, 200, 429]);
    await expect(call(mock, cards)).rejects.toThrow("fetch failed");
    expect([await statuses(mock, 2), mock.faults.list()]).toEqual([[200, 200], []]);
  });

  it("wait as long as retryAfter says", async () => {
    const mock = createMock();
    mock.faults.add({ sequence: [429, "ok"], retryAfter: 7 });
    expect((await call(mock, cards)).headers.get("retry-after")).toBe("7");
    expect((await call(mock, cards)).status).toBe(200);
  });

  it("let a call that is to succeed meet no other fault", async () => {
    const mock = createMock();
    mock.faults.add({ status: 500 });
    mock.faults.add({ sequence: ["ok"] });
    expect(await statuses(mock, 2)).toEqual([200, 500]);
  });

  it("begin with the nth call", async () => {
    const mock = createMock();
    mock.faults.add({ nth: 2, sequence: [503, 500] });
    expect(await statuses(mock, 4)).toEqual([200, 503, 500, 200]);
  });
});

describe("a rule in words", () => {
  it("names user, nth call and sequence", () => {
    expect(parseFaultRule("cards.list user=202 nth=3 sequence=503,429,ok retry-after=1")).toEqual({
      operation: "cards.list",
      userId: 202,
      nth: 3,
      sequence: [503, 429, "ok"],
      retryAfter: 1,
    });
  });
});

describe("a rule that makes no sense", () => {
  it.each<[unknown, string]>([
    [{ status: 500, nth: 0 }, "faults.add(): nth must be an integer >= 1"],
    [{ status: 500, userId: "202" }, "faults.add(): userId must be an integer"],
    [{ sequence: [] }, 'faults.add(): sequence must be a list of statuses, faults and "ok"'],
    [{ sequence: [200] }, "faults.add(): sequence[0]: status must be an integer from 400 to 599"],
    [{ sequence: ["fine"] }, 'faults.add(): sequence must be a list of statuses, faults and "ok"'],
    [{ status: 500, cardToken: 5 }, "faults.add(): cardToken must be a string"],
    [
      { sequence: [{ status: 500, times: 2 }] },
      'faults.add(): sequence[0]: unknown option "times"; options are status',
    ],
    [{ sequence: [{ status: 500, cardToken }] }, 'faults.add(): sequence[0]: unknown option "cardToken"'],
    [{ sequence: [{ sequence: [500] }] }, 'faults.add(): sequence[0]: unknown option "sequence"'],
    [{ sequence: [503], status: 500 }, "faults.add(): sequence cannot be combined with status"],
    [{ sequence: [503], times: 2 }, "faults.add(): sequence cannot be combined with times"],
  ])("is rejected: %j", (rule, message) => {
    expect(() => createMock().faults.add(rule as FaultRule)).toThrow(message);
  });
});
