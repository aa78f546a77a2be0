import { createMock } from "@wisekit/mock";
import { describe, expect, it } from "vitest";
import { content, contractOf, get } from "./support/kinds-contract.ts";

const number = { type: "integer" };
const query = (name: string) => ({ name, in: "query", schema: { type: "string" } });

/** A list whose example has one item and names a next page. */
const page = {
  type: "object",
  properties: {
    data: { type: "object", properties: { items: { type: "array", items: number } } },
    next: { type: ["string", "null"] },
  },
  examples: [{ data: { items: [7] }, next: "more" }],
};
const bare = { type: "array", items: number, examples: [[7]] };
const json = (schema: object) => content("application/json", schema as Record<string, unknown>);

const mock = createMock({
  contract: contractOf({
    "/numbered": get("pages.numbered", json(bare), {
      "x-pagination": { style: "page-number", page: "page", first: 0 },
      parameters: [{ name: "page", in: "query", schema: number }],
    }),
    "/offset": get("pages.offset", json(bare), {
      "x-pagination": { style: "offset", offset: "start" },
      parameters: [{ name: "offset", in: "query", "x-sdk-argument": "start", schema: number }],
    }),
    "/cursor": get("pages.cursor", json(page), {
      "x-pagination": { style: "cursor", cursor: "cursor", next: "next", items: "data.items" },
      parameters: [query("cursor")],
    }),
    "/plain": get("pages.plain", json(bare), { "x-pagination": "none", parameters: [query("cursor")] }),
  }),
});

async function ask(path: string): Promise<unknown> {
  const response = await mock.fetch(path, { headers: { authorization: "Bearer any" } });
  expect(mock.requests.last()?.violations).toEqual({ input: [], output: [] });
  return response.json();
}

describe("a paged operation without a handler", () => {
  it.each(["/numbered", "/numbered?page=0", "/offset", "/offset?offset=0"])("%s is the example", async (path) => {
    expect(await ask(path)).toEqual([7]);
  });

  it.each(["/numbered?page=1", "/offset?offset=1"])("%s is beyond it, and empty", async (path) => {
    expect(await ask(path)).toEqual([]);
  });

  it("names no next page on the last one", async () => {
    expect(await ask("/cursor")).toEqual({ data: { items: [7] }, next: "more" });
    expect(await ask("/cursor?cursor=more")).toEqual({ data: { items: [] }, next: null });
  });

  it("is told by the contract, not by the names of its parameters", async () => {
    expect(await ask("/plain?cursor=more")).toEqual([7]);
  });
});
