import { createClient, isDecodeError } from "@wisekit/client";
import { describe, expect, it } from "vitest";
import { createTestClient } from "./support/create-test-client.ts";
import { card, jsonResponse, type SeenCall, stubFetch } from "./support/stub-fetch.ts";

type Page = { cards: unknown; totalCount?: unknown };

/** Walks the pages that the function gives for each page number, and reports what was asked and got. */
async function walk(pageOf: (page: number, size: number) => Page, args: object = {}) {
  const asked: string[] = [];
  const fetch = stubFetch(({ url }: SeenCall) => {
    const query = new URL(url).searchParams;
    asked.push(query.toString());
    if (asked.length > 50) throw new Error("endless");
    return jsonResponse(pageOf(Number(query.get("pageNumber")), Number(query.get("pageSize"))));
  });
  const wise = createClient({ environment: "sandbox", fetch, rateLimits: false });
  const got: string[] = [];
  let error: unknown;
  try {
    for await (const { token } of wise.cards.list.all({ profileId: 1, ...args })) got.push(token);
  } catch (thrown) {
    error = thrown;
  }
  return { asked, got, error };
}

function numbered(from: number, count: number) {
  return Array.from({ length: count }, (_, index) => ({ ...card, token: `card ${from + index}` }));
}

describe("a walk through all pages", () => {
  it("asks for the largest pages and gives every item once, in order", async () => {
    const { asked, got } = await walk((page, size) => ({
      cards: numbered((page - 1) * size, Math.min(size, 250 - (page - 1) * size)),
      totalCount: 250,
    }));
    expect(asked).toEqual(["pageSize=100&pageNumber=1", "pageSize=100&pageNumber=2", "pageSize=100&pageNumber=3"]);
    expect(got).toEqual(numbered(0, 250).map(({ token }) => token));
  });

  it("keeps to the page size that it is given", async () => {
    const { asked } = await walk((page) => ({ cards: numbered(page * 10, 10), totalCount: 20 }), { pageSize: 10 });
    expect(asked).toEqual(["pageSize=10&pageNumber=1", "pageSize=10&pageNumber=2"]);
  });

  it("ends at once when there is nothing", async () => {
    expect(await walk(() => ({ cards: [], totalCount: 0 }))).toMatchObject({ got: [], asked: { length: 1 } });
  });

  it("goes on after a page that is shorter than promised", async () => {
    const { got } = await walk((page) => ({ cards: numbered(page * 40, 40), totalCount: 120 }));
    expect(got).toHaveLength(120);
  });

  it("ends with an empty page, however many were counted", async () => {
    const { got, asked } = await walk((page) => ({
      cards: page > 2 ? [] : numbered(page * 100, 100),
      totalCount: 9999,
    }));
    expect([got.length, asked.length]).toEqual([200, 3]);
  });

  it("follows a count that changes on the way", async () => {
    const totals = [100, 250, 250];
    const { got } = await walk((page) => ({ cards: numbered(page * 100, 100), totalCount: totals[page - 1] ?? 250 }));
    expect(got).toHaveLength(100);
    const shrinking = await walk((page) => ({ cards: numbered(page * 100, 100), totalCount: page === 1 ? 500 : 200 }));
    expect(shrinking.got).toHaveLength(200);
  });

  it("does without a count: the first page that is not full is the last", async () => {
    const { got, asked } = await walk((page) => ({ cards: numbered(page * 100, page < 3 ? 100 : 5) }));
    expect([got.length, asked.length]).toEqual([205, 3]);
  });

  it("never asks for ever: the same page twice is a DecodeError", async () => {
    const { error, asked } = await walk(() => ({ cards: numbered(0, 100), totalCount: 1e9 }));
    expect(isDecodeError(error)).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it("reports an answer without a list", async () => {
    const { error } = await walk(() => ({ cards: null, totalCount: 3 }));
    expect(isDecodeError(error)).toBe(true);
  });

  it("asks for a page only when it is needed", async () => {
    let pages = 0;
    const fetch = stubFetch(() => {
      pages += 1;
      return jsonResponse({ cards: numbered(pages * 10, 10), totalCount: 1000 });
    });
    const wise = createClient({ environment: "sandbox", fetch });
    let seen = 0;
    for await (const _ of wise.cards.list.all({ profileId: 1, pageSize: 10 })) if (++seen === 10) break;
    expect(pages).toBe(1);
  });

  it("passes the signal on, and takes neither a page nor a one-time token", async () => {
    const wise = createClient({ environment: "sandbox", fetch: stubFetch(() => jsonResponse({ cards: [] })) });
    const next = (args: object, options?: object) => wise.cards.list.all({ profileId: 1, ...args }, options).next();
    await expect(next({}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
    await expect(next({ pageNumber: 2 })).rejects.toThrow(TypeError);
    await expect(next({}, { oneTimeToken: "x" })).rejects.toThrow(TypeError);
  });
});

describe("a walk", () => {
  const ten = Array.from({ length: 10 }, (_, index) => ({ ...card, token: `card-${index}` }));
  const pagesOfFour = () => {
    const responses = [ten.slice(0, 4), ten.slice(4, 8), ten.slice(8)].map((cards) =>
      jsonResponse({ cards, totalCount: 10 }),
    );
    return createTestClient(responses);
  };

  it("gives all items as an array", async () => {
    const { wise, fetch } = pagesOfFour();
    const all = await wise.cards.list.all({ profileId: 1 }).toArray();
    expect(all.map(({ token }) => token)).toEqual(ten.map(({ token }) => token));
    expect(fetch.calls).toHaveLength(3);
  });

  it.each([
    [1, 1],
    [4, 1],
    [5, 2],
    [10, 3],
    [11, 3],
    [Number.POSITIVE_INFINITY, 3],
  ])(
    "of toArray({ limit: %d }) gives no more items, and requests no page that they do not need: %d",
    async (limit, pages) => {
      const { wise, fetch } = pagesOfFour();
      expect(await wise.cards.list.all({ profileId: 1 }).toArray({ limit })).toHaveLength(Math.min(limit, 10));
      expect(fetch.calls).toHaveLength(pages);
    },
  );

  it("takes no limit that is no number of items, and no unknown option, before anything is sent", async () => {
    const { wise, fetch } = pagesOfFour();
    for (const limit of [0, -1, 1.5, Number.NaN]) {
      await expect(wise.cards.list.all({ profileId: 1 }).toArray({ limit })).rejects.toThrow(
        new TypeError("cards.list.all().toArray(): limit must be an integer >= 1"),
      );
    }
    const options = { max: 1 } as object;
    await expect(wise.cards.list.all({ profileId: 1 }).toArray(options)).rejects.toThrow('unknown option "max"');
    expect(fetch.calls).toEqual([]);
  });

  it("gives the responses page by page", async () => {
    const { wise } = pagesOfFour();
    const sizes: number[] = [];
    for await (const { cards, totalCount } of wise.cards.list.all({ profileId: 1 }).pages()) {
      expect(totalCount).toBe(10);
      sizes.push(cards.length);
    }
    expect(sizes).toEqual([4, 4, 2]);
  });
});
