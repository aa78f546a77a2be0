import { isDecodeError, type OperationData } from "@wisekit/client";
import { cursorSteps, dateWindowSteps, lastIdSteps, offsetSteps, pageNumberSteps } from "@wisekit/client/internal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RANDOM_CASES, RANDOM_SEED } from "../../../scripts/random-cases.ts";
import { createTestCall } from "./support/create-test-client.ts";
import { jsonResponse, type SeenCall } from "./support/stub-fetch.ts";

type Page = NonNullable<OperationData["page"]>;

/** Walks the pages that `respond` gives for each query, and reports what was asked, what came, and what was thrown. */
async function walk(
  page: Page,
  respond: (query: Record<string, string>) => unknown,
  { query = [], args = {} }: { readonly query?: readonly string[]; readonly args?: object } = {},
) {
  const asked: string[] = [];
  const { run, clock } = createTestCall(
    { query, page },
    [
      ({ url }: SeenCall) => {
        const { searchParams } = new URL(url);
        asked.push(searchParams.toString());
        if (asked.length > 100) throw new Error("endless");
        return jsonResponse(JSON.stringify(respond(Object.fromEntries(searchParams))));
      },
    ],
    { maxRetries: 0 },
  );
  const items: unknown[] = [];
  let error: unknown;
  try {
    for await (const item of run.all(args)) items.push(item);
  } catch (thrown) {
    error = thrown;
  }
  return { asked, items, error, clock };
}

async function collect(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const collected: unknown[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

const numbers = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

describe("pages by number", () => {
  const query = ["page", "size"];

  it("may begin at 0", async () => {
    const page: Page = { style: pageNumberSteps, page: "page", first: 0, size: "size", maximumSize: 2 };
    const { asked, items } = await walk(page, ({ page: number }) => numbers(2 * Number(number), 3).slice(0, 2), {
      query,
    });
    expect([asked, items]).toEqual([
      ["size=2&page=0", "size=2&page=1"],
      [0, 1, 2],
    ]);
  });

  it("hold their items and their total where the contract says", async () => {
    const page: Page = {
      style: pageNumberSteps,
      page: "page",
      first: 1,
      items: ["data", "orders"],
      total: ["meta", "total"],
    };
    const { asked, items } = await walk(
      page,
      ({ page: number }) => ({ data: { orders: [Number(number)] }, meta: { total: 3 } }),
      { query },
    );
    expect([asked, items]).toEqual([
      ["page=1", "page=2", "page=3"],
      [1, 2, 3],
    ]);
  });

  it("end with an empty page, where neither total nor size is known", async () => {
    const page: Page = { style: pageNumberSteps, page: "page", first: 1 };
    const { items, asked } = await walk(page, ({ page: number }) => (Number(number) > 3 ? [] : [number]), { query });
    expect([items, asked.length]).toEqual([["1", "2", "3"], 4]);
  });
});

describe("pages by offset", () => {
  const page: Page = {
    style: offsetSteps,
    offset: "offset",
    size: "limit",
    maximumSize: 100,
    total: ["total"],
    items: ["items"],
  };
  const query = ["offset", "limit"];

  it("advance by what has come, as a server may give less than was asked for", async () => {
    const { asked, items } = await walk(
      page,
      ({ offset }) => ({ items: numbers(Number(offset), Math.min(Number(offset) + 40, 100)), total: 100 }),
      { query },
    );
    expect(asked).toEqual(["limit=100&offset=0", "limit=100&offset=40", "limit=100&offset=80"]);
    expect(items).toEqual(numbers(0, 100));
  });

  it("end with an empty page where there is no total", async () => {
    const { total: _, ...uncounted } = page as Extract<Page, { readonly offset: string }>;
    const { asked, items } = await walk(
      uncounted,
      ({ offset }) => ({ items: numbers(Number(offset), Math.min(Number(offset) + 40, 100)) }),
      { query, args: { limit: 50 } },
    );
    expect(asked).toEqual(["limit=50&offset=0", "limit=50&offset=40", "limit=50&offset=80", "limit=50&offset=100"]);
    expect(items).toEqual(numbers(0, 100));
  });

  it("are a DecodeError if the server does not heed the offset", async () => {
    const { error, asked } = await walk(page, () => ({ items: [1, 2], total: 1e9 }), { query });
    expect([isDecodeError(error), asked.length]).toEqual([true, 2]);
    expect(String(error)).toBe("DecodeError: things.run got the same page twice (attempt 1)");
  });
});

describe("pages by cursor", () => {
  const page: Page = {
    style: cursorSteps,
    cursor: "cursor",
    next: ["paging", "next"],
    size: "size",
    maximumSize: 100,
    items: ["items"],
  };
  const query = ["cursor", "size"];
  const chain: Record<string, object> = {
    "": { items: [1, 2], paging: { next: "b" } },
    b: { items: [], paging: { next: "c" } },
    c: { items: [3], paging: { next: null } },
  };

  it("end when a page names no next one; an empty page may name one", async () => {
    const { asked, items } = await walk(page, ({ cursor = "" }) => chain[cursor], { query });
    expect([asked, items]).toEqual([
      ["size=100", "size=100&cursor=b", "size=100&cursor=c"],
      [1, 2, 3],
    ]);
  });

  it.each([undefined, null, ""])("end with the cursor %j", async (next) => {
    const { asked } = await walk(page, () => ({ items: [1], paging: { next } }), { query });
    expect(asked).toHaveLength(1);
  });

  it("are a DecodeError if a cursor comes again, after however many others", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 10 }), async (lead, loop) => {
        const next = (at: number): number => (at + 1 < lead + loop ? at + 1 : lead);
        const { error, asked } = await walk(
          page,
          ({ cursor = "0" }) => ({ items: [cursor], paging: { next: String(next(Number(cursor))) } }),
          { query },
        );
        expect(String(error)).toBe("DecodeError: things.run got the same cursor twice (attempt 1)");
        expect(asked.length).toBeLessThanOrEqual(4 * (lead + loop + 1));
      }),
      { numRuns: RANDOM_CASES, seed: RANDOM_SEED },
    );
  });
});

describe("pages after the last item", () => {
  const page: Page = { style: lastIdSteps, cursor: "after", id: ["reference", "id"], size: "limit", maximumSize: 2 };
  const query = ["after", "limit"];
  const disputes = numbers(1, 6).map((id) => ({ reference: { id: `d${id}` } }));

  it("ask for what follows the last item, and end with an empty page", async () => {
    const { asked, items } = await walk(
      page,
      ({ after, limit }) => {
        const start = disputes.findIndex(({ reference }) => reference.id === after) + 1;
        return disputes.slice(start, start + Number(limit));
      },
      { query },
    );
    expect(asked).toEqual(["limit=2", "limit=2&after=d2", "limit=2&after=d4", "limit=2&after=d5"]);
    expect(items).toEqual(disputes);
  });

  it("are a DecodeError if the last item has no id, or the same one again", async () => {
    const without = await walk(page, () => [{ reference: {} }], { query });
    expect(String(without.error)).toBe("DecodeError: things.run got an item without reference.id (attempt 1)");
    const again = await walk(page, () => [disputes[0]], { query });
    expect([isDecodeError(again.error), again.asked.length]).toEqual([true, 2]);
  });
});

describe("windows of days", () => {
  const days = { style: dateWindowSteps, from: "from", to: "to", maximumDays: 7, format: "date" } as const;
  const query = ["from", "to"];
  const windows = async (page: Page, args: object) => {
    const { asked, error } = await walk(page, ({ from }) => [from], { query, args });
    if (error) throw error;
    return asked.map((text) => decodeURIComponent(text.replace(/from=(.*)&to=(.*)/, "$1 $2")));
  };

  it("follow each other, the last day of each included", async () => {
    const page: Page = { ...days, boundary: "inclusive" };
    expect(await windows(page, { from: "2026-10-01", to: "2026-10-20" })).toEqual([
      "2026-10-01 2026-10-07",
      "2026-10-08 2026-10-14",
      "2026-10-15 2026-10-20",
    ]);
    expect(await windows(page, { from: "2026-10-01", to: "2026-10-07" })).toEqual(["2026-10-01 2026-10-07"]);
    expect(await windows(page, { from: "2026-10-01", to: "2026-10-01" })).toEqual(["2026-10-01 2026-10-01"]);
    expect(await windows(page, { from: "2026-10-01", to: "2026-10-08" })).toEqual([
      "2026-10-01 2026-10-07",
      "2026-10-08 2026-10-08",
    ]);
  });

  it("begin where the one before ends, where the last day is not included", async () => {
    const page: Page = { ...days, boundary: "exclusive" };
    expect(await windows(page, { from: "2026-10-01", to: "2026-10-10" })).toEqual([
      "2026-10-01 2026-10-08",
      "2026-10-08 2026-10-10",
    ]);
  });

  it("may be of times, which lie a millisecond apart where both ends are included", async () => {
    const page: Page = { ...days, format: "date-time", boundary: "inclusive", maximumDays: 1 };
    expect(await windows(page, { from: "2026-10-01T12:00:00Z", to: "2026-10-02T18:00:00+02:00" })).toEqual([
      "2026-10-01T12:00:00.000Z 2026-10-02T12:00:00.000Z",
      "2026-10-02T12:00:00.001Z 2026-10-02T16:00:00.000Z",
    ]);
  });

  it("end now, if no end is given", async () => {
    const page: Page = { ...days, boundary: "inclusive" };
    const today = new Date(1_800_000_000_000).toISOString().slice(0, 10);
    const asked = await windows(page, { from: "2027-01-10" });
    expect(asked.at(-1)).toMatch(new RegExp(`${today}$`));
  });

  it("go on after a window without items", async () => {
    const page: Page = { ...days, boundary: "inclusive" };
    const { items } = await walk(page, ({ from }) => (from === "2026-10-08" ? [] : [from]), {
      query,
      args: { from: "2026-10-01", to: "2026-10-20" },
    });
    expect(items).toEqual(["2026-10-01", "2026-10-15"]);
  });

  it("need a date to begin with", async () => {
    const page: Page = { ...days, boundary: "inclusive" };
    for (const args of [{}, { from: "soon" }, { from: "2026-10-01", to: "later" }]) {
      await expect(windows(page, args)).rejects.toThrow(/^things.run.all\(\): (from|to) must be a date$/);
    }
  });

  it("cover every day between first and last once", async () => {
    const day = fc.integer({ min: 0, max: 400 });
    await fc.assert(
      fc.asyncProperty(day, day, fc.integer({ min: 1, max: 90 }), async (first, length, maximumDays) => {
        const text = (index: number) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
        const page: Page = { ...days, maximumDays, boundary: "inclusive" };
        const last = first + Math.min(length, 90 * maximumDays);
        const asked = await windows(page, { from: text(first), to: text(last) });
        const covered = asked.flatMap((window) => {
          const [from = 0, to = 0] = window.split(" ").map((part) => (Date.parse(part) - Date.UTC(2026)) / 86_400_000);
          expect(to - from + 1).toBeLessThanOrEqual(maximumDays);
          return numbers(from, to + 1);
        });
        expect(covered).toEqual(numbers(first, last + 1));
      }),
      { numRuns: RANDOM_CASES, seed: RANDOM_SEED },
    );
  });
});

describe("a walk in any style", () => {
  it.each<[string, Page]>([
    ["page", { style: pageNumberSteps, page: "page", first: 1 }],
    ["offset", { style: offsetSteps, offset: "offset" }],
    ["cursor", { style: cursorSteps, cursor: "cursor", next: ["next"] }],
    ["after", { style: lastIdSteps, cursor: "after", id: ["id"] }],
  ])("sets %s itself, so that the caller cannot", async (name, page) => {
    const { run, fetch } = createTestCall({ query: [name], page });
    await expect(run.all({ [name]: 5 }).next()).rejects.toThrow(
      `things.run.all(): ${name} cannot be set; all pages are read`,
    );
    expect(fetch.calls).toHaveLength(0);
  });

  it("reads by POST with the page in the body, and retries like a read", async () => {
    const page: Page = { style: cursorSteps, cursor: "cursor", next: ["next"], items: ["items"] };
    const { run, fetch, clock } = createTestCall(
      { method: "POST", retry: "read", body: { fields: ["filter", "cursor"] }, page },
      [jsonResponse({ items: [1], next: "b" }), jsonResponse({}, 503), jsonResponse({ items: [2] })],
    );
    const walked = collect(run.all({ filter: { state: "OPEN" } }));
    await clock.passTimer(500);
    expect(await walked).toEqual([1, 2]);
    expect(fetch.calls.map(({ init }) => init.body)).toEqual([
      '{"filter":{"state":"OPEN"}}',
      '{"filter":{"state":"OPEN"},"cursor":"b"}',
      '{"filter":{"state":"OPEN"},"cursor":"b"}',
    ]);
  });

  it("says with which attempt and trace id a page came that cannot be", async () => {
    const { run, clock } = createTestCall(
      { query: ["page"], page: { style: pageNumberSteps, page: "page", first: 1, items: ["items"] } },
      [jsonResponse({}, 503), jsonResponse({ things: [] }, 200, { "x-trace-id": "t1" })],
    );
    const error = run
      .all()
      .next()
      .catch((thrown: unknown) => thrown);
    await clock.passTimer(500);
    expect(String(await error)).toBe(
      "DecodeError: things.run got a response without the list items (attempt 2, trace id t1)",
    );
  });
});
