import {
  cursorSteps,
  dateWindowSteps,
  lastIdSteps,
  offsetSteps,
  type PagePosition,
  type PageSteps,
  pageNumberSteps,
  stepFrom,
} from "@wisekit/client/internal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

type Arguments = Readonly<Record<string, unknown>>;

interface Item {
  readonly id: string;
}

const itemsOf = (count: number): Item[] => Array.from({ length: count }, (_, index) => ({ id: `item ${index}` }));

/** Walks a server's pages. Each position goes through JSON, as it does in a cache that is sent from server to browser. */
function walk(steps: PageSteps, serve: (args: Arguments) => unknown, args: Arguments = {}) {
  const asked: Arguments[] = [];
  const got: unknown[] = [];
  const context = { where: "things.list.all()", args, nowMs: Date.UTC(2026, 2, 1, 12) };
  for (let position: PagePosition | undefined = {}; position; ) {
    const pageArguments = { ...args, ...steps.argumentsOf(position, context) };
    asked.push(pageArguments);
    if (asked.length > 500) throw new Error("endless");
    const step = stepFrom(steps, position, serve(pageArguments), context);
    if (step.problem !== undefined) return { asked, got, problem: step.problem };
    got.push(...step.items);
    position = step.next && JSON.parse(JSON.stringify(step.next));
  }
  return { asked, got, problem: undefined };
}

const counts = {
  total: fc.nat(60),
  size: fc.integer({ min: 1, max: 9 }),
  first: fc.constantFrom(0 as const, 1 as const),
};

describe("page numbers", () => {
  it("give every item once, from page 0 or 1, with and without a total", () => {
    const property = fc.property(fc.record({ ...counts, counted: fc.boolean() }), ({ total, size, first, counted }) => {
      const all = itemsOf(total);
      const steps = pageNumberSteps({
        page: "page",
        first,
        size: "size",
        items: ["data", "things"],
        ...(counted && { total: ["data", "total"] }),
      });
      const { got } = walk(
        steps,
        ({ page }) => {
          const start = (Number(page) - first) * size;
          return { data: { things: all.slice(start, start + size), ...(counted && { total }) } };
        },
        { size },
      );
      expect(got).toEqual(all);
    });
    fc.assert(property);
  });

  it("without a total and a size end with an empty page", () => {
    const pages = [itemsOf(3), [{ id: "last" }], []];
    const { got, asked } = walk(pageNumberSteps({ page: "page", first: 0 }), ({ page }) => pages[Number(page)]);
    expect([got.length, asked]).toEqual([4, [{ page: 0 }, { page: 1 }, { page: 2 }]]);
  });

  it("of which two begin alike are a problem", () => {
    const steps = pageNumberSteps({ page: "page", first: 1, total: ["total"], items: ["things"] });
    const { problem, asked } = walk(steps, () => ({ things: itemsOf(2), total: 100 }));
    expect([problem, asked.length]).toEqual(["got the same page twice", 2]);
  });
});

describe("offsets", () => {
  it("advance by what has come, with and without a total", () => {
    const property = fc.property(
      fc.record({
        total: fc.nat(60),
        sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        counted: fc.boolean(),
      }),
      ({ total, sizes, counted }) => {
        const all = itemsOf(total);
        let request = 0;
        const steps = offsetSteps({ offset: "offset", ...(counted && { items: ["things"], total: ["total"] }) });
        const { got } = walk(steps, ({ offset }) => {
          const things = all.slice(Number(offset), Number(offset) + (sizes[request++ % sizes.length] ?? 1));
          return counted ? { things, total } : things;
        });
        expect(got).toEqual(all);
      },
    );
    fc.assert(property);
  });
});

describe("cursors", () => {
  const steps = cursorSteps({ cursor: "cursor", next: ["page", "next"], items: ["things"] });

  it("are followed over empty pages until none is named", () => {
    const property = fc.property(fc.array(fc.nat(3), { minLength: 1, maxLength: 40 }), (lengths) => {
      const serve = ({ cursor = 0 }: Arguments) => {
        const page = Number(cursor);
        const next = page + 1 < lengths.length ? page + 1 : [null, undefined, ""][page % 3];
        return { things: itemsOf(lengths[page] ?? 0), page: { next } };
      };
      const { got, asked } = walk(steps, serve);
      expect([got.length, asked.length]).toEqual([lengths.reduce((sum, length) => sum + length, 0), lengths.length]);
      expect(asked[0]).toEqual({});
    });
    fc.assert(property);
  });

  it("that come again, after however many others, are a problem", () => {
    const property = fc.property(fc.nat(20), fc.integer({ min: 1, max: 20 }), (before, length) => {
      const serve = ({ cursor = 0 }: Arguments) => {
        const next = Number(cursor) + 1;
        return { things: [], page: { next: next < before + length ? next : before } };
      };
      expect(walk(steps, serve).problem).toBe("got the same cursor twice");
    });
    fc.assert(property);
  });
});

describe("ids of the last item", () => {
  const steps = lastIdSteps({ cursor: "after", id: ["id"] });

  it("are followed until an empty page", () => {
    const all = itemsOf(7);
    const serve = ({ after }: Arguments) => {
      const start = all.findIndex(({ id }) => id === after) + 1;
      return all.slice(start, start + 3);
    };
    const { got, asked } = walk(steps, serve);
    expect(got).toEqual(all);
    expect(asked.at(-1)).toEqual({ after: "item 6" });
  });

  it("that an item lacks, or that come again, are problems", () => {
    expect(walk(steps, () => [{}]).problem).toBe("got an item without id");
    expect(walk(steps, () => itemsOf(2)).problem).toBe("got the same cursor twice");
  });
});

describe("date windows", () => {
  it("cover every day once, inclusive or exclusive, and never more than the contract allows", () => {
    const day = 86_400_000;
    const property = fc.property(
      fc.record({
        start: fc.date({
          min: new Date("2020-01-01T00:00:00Z"),
          max: new Date("2026-01-01T00:00:00Z"),
          noInvalidDate: true,
        }),
        days: fc.nat(400),
        maximumDays: fc.integer({ min: 1, max: 90 }),
        boundary: fc.constantFrom("inclusive" as const, "exclusive" as const),
      }),
      ({ start, days, maximumDays, boundary }) => {
        const date = (ms: number) => new Date(ms).toISOString().slice(0, 10);
        const fromMs = Date.parse(date(start.getTime()));
        const steps = dateWindowSteps({ from: "from", to: "to", maximumDays, boundary, format: "date" });
        const args = { from: date(fromMs), to: date(fromMs + days * day) };
        const { got } = walk(
          steps,
          ({ from, to }) => {
            const [start, end] = [
              Date.parse(String(from)),
              Date.parse(String(to)) + (boundary === "inclusive" ? day : 0),
            ];
            expect(end - start).toBeLessThanOrEqual(maximumDays * day);
            return Array.from({ length: (end - start) / day }, (_, index) => date(start + index * day));
          },
          args,
        );
        const covered = days + (boundary === "inclusive" ? 1 : 0);
        expect(got).toEqual(Array.from({ length: covered }, (_, index) => date(fromMs + index * day)));
      },
    );
    fc.assert(property);
  });

  it("without an end reach to now", () => {
    const steps = dateWindowSteps({
      from: "from",
      to: "to",
      maximumDays: 30,
      boundary: "inclusive",
      format: "date-time",
    });
    const { asked } = walk(steps, () => [], { from: "2026-01-01T00:00:00.000Z" });
    expect(asked).toEqual([
      { from: "2026-01-01T00:00:00.000Z", to: "2026-01-31T00:00:00.000Z" },
      { from: "2026-01-31T00:00:00.001Z", to: "2026-03-01T12:00:00.000Z" },
    ]);
  });

  it("need a beginning", () => {
    const steps = dateWindowSteps({ from: "from", to: "to", maximumDays: 30, boundary: "inclusive", format: "date" });
    expect(() => walk(steps, () => [])).toThrow(new TypeError("things.list.all(): from must be a date"));
  });
});

it("a response without its list is a problem", () => {
  const steps = pageNumberSteps({ page: "page", first: 1, items: ["data", "things"] });
  expect(walk(steps, () => ({ data: {} })).problem).toBe("got a response without the list data.things");
  expect(walk(offsetSteps({ offset: "offset" }), () => null).problem).toBe("got a response without the list");
});
