import { describe, expect, it } from "vitest";
import { act, smallOperation, stopsOf } from "./support/small-contract.ts";

const arrayOfText = "{ type: array, items: { type: string } }";
const object = (fields: string) => `{ type: object, properties: { ${fields} } }`;

/** A paged read with these arguments in the query. */
function paged(pagination: string, query: Readonly<Record<string, string>>, schema: string): string {
  const parameters = Object.entries(query).map(([name, of]) => `  - { name: ${name}, in: query, schema: ${of} }`);
  return act(
    `
x-pagination: { ${pagination} } # here
parameters:
${parameters.join("\n")}
responses:
  "200": { description: A page., content: { application/json: { schema: ${schema} } } }
`,
    { method: "get" },
  );
}

const integer = "{ type: integer }";
const text = "{ type: string }";
const page = { style: "page-number", page: "page" };

describe("pages", () => {
  it.each([
    [
      "numbered, with a total",
      paged(
        "style: page-number, page: page, size: size, items: things, total: meta.total",
        { page: "{ type: integer, minimum: 1 }", size: "{ type: integer, maximum: 50 }" },
        object(`things: ${arrayOfText}, meta: ${object(`total: ${integer}`)}`),
      ),
      { ...page, first: 1, size: "size", maximumSize: 50, items: ["things"], total: ["meta", "total"] },
    ],
    [
      "numbered from 0, in a bare array",
      paged("style: page-number, page: page, first: 0", { page: integer }, arrayOfText),
      { ...page, first: 0, size: undefined, maximumSize: undefined, items: undefined, total: undefined },
    ],
    [
      "by offset and limit",
      paged("style: offset, offset: from, limit: most", { from: integer, most: integer }, arrayOfText),
      { style: "offset", offset: "from", limit: "most", maximumSize: undefined, items: undefined, total: undefined },
    ],
    [
      "by a cursor",
      paged(
        "style: cursor, cursor: start, next: page.next, items: data.things",
        { start: text },
        object(`data: ${object(`things: ${arrayOfText}`)}, page: ${object('next: { type: [string, "null"] }')}`),
      ),
      {
        style: "cursor",
        cursor: "start",
        next: ["page", "next"],
        size: undefined,
        maximumSize: undefined,
        items: ["data", "things"],
      },
    ],
    [
      "by the id of the last item",
      paged(
        "style: last-id, cursor: after, id: of.id",
        { after: integer },
        `{ type: array, items: ${object(`of: ${object(`id: ${integer}`)}`)} }`,
      ),
      {
        style: "last-id",
        cursor: "after",
        id: ["of", "id"],
        size: undefined,
        maximumSize: undefined,
        items: undefined,
      },
    ],
    [
      "by windows of days",
      paged(
        "style: date-window, from: from, to: to, maximumDays: 30, boundary: inclusive, format: date",
        { from: "{ type: string, format: date }", to: "{ type: string, format: date }" },
        arrayOfText,
      ),
      {
        style: "date-window",
        from: "from",
        to: "to",
        maximumDays: 30,
        boundary: "inclusive",
        format: "date",
        items: undefined,
      },
    ],
  ])("%s", async (_title, paths, expected) => {
    const { pagination } = await smallOperation({ paths });
    const { item, ...rest } = pagination ?? {};
    expect(rest).toEqual(expected);
    expect(item).toBeTypeOf("object");
  });

  it("are walked by the names of the arguments, whatever they are called on the wire", async () => {
    const paths = paged("style: page-number, page: page", { "page-number": integer }, arrayOfText).replace(
      "name: page-number,",
      "name: page-number, x-sdk-argument: page,",
    );
    expect((await smallOperation({ paths })).pagination).toMatchObject({ page: "page" });
  });

  it("may be asked for by POST, in a body", async () => {
    const paths = act(`
x-pagination: { style: cursor, cursor: next, next: next, items: things }
requestBody:
  required: true
  content: { application/json: { schema: ${object(`next: ${text}`)} } }
responses:
  "200": { description: A page., content: { application/json: { schema: ${object(`next: ${text}, things: ${arrayOfText}`)} } } }
`).replace("x-retry: never\n    x-invalidates: []", "x-retry: read");
    const { pagination, isRead } = await smallOperation({ paths });
    expect([pagination?.style, isRead]).toEqual(["cursor", true]);
  });
});

describe("generation stops on pages", () => {
  it.each([
    [
      "whose number is a text",
      paged("style: page-number, page: page", { page: text }, arrayOfText),
      "x-pagination: page must be of type integer",
    ],
    [
      "whose total is a text",
      paged(
        "style: page-number, page: page, items: a, total: b",
        { page: integer },
        object(`a: ${arrayOfText}, b: ${text}`),
      ),
      "x-pagination: b must be an integer",
    ],
    [
      "whose cursor has another type than what names the next page",
      paged(
        "style: cursor, cursor: start, next: next, items: a",
        { start: integer },
        object(`a: ${arrayOfText}, next: ${text}`),
      ),
      "x-pagination: next is of type string, and start of type integer",
    ],
    [
      "whose windows have another format",
      paged(
        "style: date-window, from: from, to: to, maximumDays: 30, boundary: inclusive, format: date",
        { from: "{ type: string, format: date }", to: "{ type: string, format: date-time }" },
        arrayOfText,
      ),
      "x-pagination: to must have the format date",
    ],
    [
      "whose items may be null",
      paged(
        "style: page-number, page: page, items: a",
        { page: integer },
        object('a: { type: [array, "null"], items: {} }'),
      ),
      "the items of a page are an array that is never null, and says what is in it",
    ],
    [
      "that may be null",
      paged(
        "style: page-number, page: page, items: a",
        { page: integer },
        `{ type: [object, "null"], properties: { a: ${arrayOfText} } }`,
      ),
      "pages are walked in a JSON response that is never null",
    ],
  ])("%s", async (_title, paths, reason) => {
    expect(await stopsOf({ paths })).toEqual([`here: ${reason}`]);
  });
});
