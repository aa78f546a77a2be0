// @vitest-environment happy-dom
import { dehydrate, hydrate, QueryClient, QueryClientProvider, useInfiniteQuery } from "@tanstack/react-query";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { isDecodeError, type WiseClient } from "@wisekit/client";
import {
  cursorSteps,
  dateWindowSteps,
  lastIdSteps,
  offsetSteps,
  type PageSteps,
  pageNumberSteps,
} from "@wisekit/client/internal";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { attachClient } from "../src/attached-client.ts";
import { createInfiniteOptions } from "../src/infinite-query-factory.ts";
import { createQueryFactory } from "../src/query-factory.ts";

interface Item {
  readonly id: string;
}
interface Page {
  readonly things: Item[];
  readonly total?: number;
  readonly next?: string | null;
}
interface Args {
  readonly from?: string;
  readonly to?: string;
}

const all: Item[] = Array.from({ length: 7 }, (_, index) => ({ id: `item ${index}` }));
const pages = (size: number) => (start: number) => all.slice(start, start + size);

let asked: object[];
let serve: (args: Record<string, unknown>) => Page;
let queryClient: QueryClient;
beforeEach(() => {
  asked = [];
  queryClient = createQueryClient();
});
afterEach(cleanup);

function createQueryClient(): QueryClient {
  const client = new QueryClient();
  const list = async (args: Record<string, unknown>) => {
    asked.push(args);
    return serve(args);
  };
  attachClient(client, { things: { list } } as unknown as WiseClient);
  return client;
}

function infinite(steps: PageSteps) {
  const names = ["page", "offset", "cursor", "from", "to"];
  return createInfiniteOptions(createQueryFactory<Args, Page>("things.list", names), steps);
}

const items = ["things"];
const numbered = infinite(pageNumberSteps({ page: "page", first: 1, items, total: ["total"] }));
const byCursor = infinite(cursorSteps({ cursor: "cursor", next: ["next"], items }));

const byNumber = ({ page }: Record<string, unknown>) => ({ things: pages(3)((Number(page) - 1) * 3), total: 7 });

async function fetchAll(factory: ReturnType<typeof infinite>, args: Args = {}) {
  const { pages: got } = await queryClient.fetchInfiniteQuery({ ...factory(args), pages: 20 });
  return got.flatMap(({ things }) => things);
}

describe("an infinite query", () => {
  it("walks page numbers up to the total", async () => {
    serve = byNumber;
    expect(await fetchAll(numbered)).toEqual(all);
    expect(asked).toEqual([{ page: 1 }, { page: 2 }, { page: 3 }]);
  });

  it("walks offsets by what has come", async () => {
    serve = ({ offset }) => ({ things: pages(offset === 0 ? 2 : 4)(Number(offset)) });
    expect(await fetchAll(infinite(offsetSteps({ offset: "offset", items })))).toEqual(all);
    expect(asked).toEqual([{ offset: 0 }, { offset: 2 }, { offset: 6 }, { offset: 7 }]);
  });

  it("walks cursors, over an empty page that names a next one", async () => {
    const served: Record<string, Page> = { start: { things: [], next: "a" }, a: { things: all, next: null } };
    serve = ({ cursor = "start" }) => served[String(cursor)] as Page;
    expect(await fetchAll(byCursor)).toEqual(all);
    expect(asked).toEqual([{}, { cursor: "a" }]);
  });

  it("walks the ids of last items", async () => {
    serve = ({ cursor }) => ({ things: pages(4)(all.findIndex(({ id }) => id === cursor) + 1) });
    expect(await fetchAll(infinite(lastIdSteps({ cursor: "cursor", id: ["id"], items })))).toEqual(all);
    expect(asked).toEqual([{}, { cursor: "item 3" }, { cursor: "item 6" }]);
  });

  it("walks date windows", async () => {
    const steps = dateWindowSteps({
      from: "from",
      to: "to",
      maximumDays: 10,
      boundary: "inclusive",
      format: "date",
      items,
    });
    serve = ({ from }) => ({ things: [{ id: String(from) }] });
    expect(await fetchAll(infinite(steps), { from: "2026-01-01", to: "2026-01-25" })).toHaveLength(3);
    expect(asked).toEqual([
      { from: "2026-01-01", to: "2026-01-10" },
      { from: "2026-01-11", to: "2026-01-20" },
      { from: "2026-01-21", to: "2026-01-25" },
    ]);
  });

  it("has a key without what the walk sets, whatever untyped code gives", async () => {
    serve = byNumber;
    const options = numbered({ from: "a", page: 9 } as Args);
    expect(options.queryKey).toEqual(["wisekit", "things", "list", { from: "a" }, "infinite"]);
    await queryClient.fetchInfiniteQuery(options);
    expect(asked).toEqual([{ from: "a", page: 1 }]);
  });
});

function wrapper({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}

async function renderToTheEnd(options: object = {}) {
  const { result } = renderHook(() => useInfiniteQuery({ ...numbered({}), ...options }), { wrapper });
  await waitFor(() => expect(result.current.isSuccess).toBe(true));
  while (result.current.hasNextPage) await act(() => result.current.fetchNextPage());
  return result;
}

describe("useInfiniteQuery", () => {
  it("reaches the end with one page in memory", async () => {
    serve = byNumber;
    const result = await renderToTheEnd({ maxPages: 1 });
    expect(asked).toEqual([{ page: 1 }, { page: 2 }, { page: 3 }]);
    expect(result.current.data?.pages).toEqual([{ things: all.slice(6), total: 7 }]);
    await act(() => result.current.refetch());
    expect(asked.at(-1)).toEqual({ page: 3 });
    expect(result.current.hasNextPage).toBe(false);
  });

  it("shows a repeated cursor as an error of the next page, and keeps the pages before", async () => {
    serve = ({ cursor = "start" }) => ({ things: [{ id: String(cursor) }], next: "again" });
    const { result } = renderHook(() => useInfiniteQuery(byCursor({})), { wrapper });
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    for (let page = 0; page < 10 && !result.current.isError; page += 1) await act(() => result.current.fetchNextPage());
    expect(isDecodeError(result.current.error)).toBe(true);
    expect(result.current.error?.message).toBe("things.list got the same cursor twice (attempt 1)");
    expect(result.current.data?.pages[0]?.things).toEqual([{ id: "start" }]);
  });

  it("shows a response without a list as an error, and a cached one as the end", async () => {
    serve = () => ({}) as Page;
    const { result } = renderHook(() => useInfiniteQuery(numbered({})), { wrapper });
    await waitFor(() => expect(isDecodeError(result.current.error)).toBe(true));
    act(() => {
      queryClient.setQueryData(numbered({}).queryKey, { pages: [{} as Page], pageParams: [{}] });
    });
    await waitFor(() => expect([result.current.isSuccess, result.current.hasNextPage]).toEqual([true, false]));
  });

  it("goes on from pages that came from a server", async () => {
    serve = byNumber;
    await queryClient.fetchInfiniteQuery({ ...numbered({}), pages: 2 });
    const sent = JSON.parse(JSON.stringify(dehydrate(queryClient)));
    queryClient = createQueryClient();
    hydrate(queryClient, sent);
    const result = await renderToTheEnd({ staleTime: Number.POSITIVE_INFINITY });
    expect(asked).toEqual([{ page: 1 }, { page: 2 }, { page: 3 }]);
    expect(result.current.data?.pages.flatMap(({ things }) => things)).toEqual(all);
  });

  it("over date windows without an end asks for today again when it is fetched again", async () => {
    vi.useFakeTimers({ now: Date.parse("2026-03-05T10:00:00Z"), shouldAdvanceTime: true });
    const steps = dateWindowSteps({
      from: "from",
      to: "to",
      maximumDays: 90,
      boundary: "inclusive",
      format: "date-time",
      items,
    });
    const factory = infinite(steps);
    serve = () => ({ things: [] });
    const { result } = renderHook(() => useInfiniteQuery(factory({ from: "2026-03-01T00:00:00.000Z" })), { wrapper });
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    vi.setSystemTime(Date.parse("2026-03-06T10:00:00Z"));
    await act(() => result.current.refetch());
    expect(asked.map((args) => String((args as Args).to).slice(0, 13))).toEqual(["2026-03-05T10", "2026-03-06T10"]);
    expect(result.current.hasNextPage).toBe(false);
    vi.useRealTimers();
  });
});
