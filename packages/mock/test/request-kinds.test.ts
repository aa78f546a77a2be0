import { createMock, startMock } from "@wisekit/mock";
import { describe, expect, it } from "vitest";
import { handledMock } from "./support/handled-mock.ts";
import { bodyKinds, content, contractOf, get } from "./support/kinds-contract.ts";

const authorization = "Bearer any";

async function show(value: unknown): Promise<unknown> {
  if (value instanceof File) return `${value.name} (${value.type}) ${await value.text()}`;
  if (Array.isArray(value)) return Promise.all(value.map(show));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(async ([name, entry]) => [name, await show(entry)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

function form(fields: Record<string, string | File | (string | File)[]>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const entry of [value].flat()) data.append(name, entry);
  return data;
}

const json = "application/json";
const receipt = new File(["%PDF"], "receipt.pdf", { type: "application/pdf" });
const page = new File(["png"], "page.png", { type: "image/png" });

describe("a request body", () => {
  const echo = handledMock(bodyKinds, async ({ body }) => ({
    status: 200,
    body: { got: (await show(body)) ?? "nothing" },
  }));
  const plain = createMock({ contract: bodyKinds });

  it.each<[string, string, string | undefined, string | FormData | undefined, number, unknown]>([
    ["an object", "/object", json, '{"name":"a","note":null}', 200, { name: "a", note: null }],
    ["an object that lacks a field", "/object", json, "{}", 400, undefined],
    ["an array", "/array", json, '[{"name":"ab"}]', 200, [{ name: "ab" }]],
    ["an array with a wrong item", "/array", json, '[{"name":"a"}]', 400, undefined],
    ["a map", "/map", json, '{"a":1,"b":2}', 200, { a: 1, b: 2 }],
    ["a map with a wrong value", "/map", json, '{"a":"one"}', 400, undefined],
    [
      "an alternative",
      "/either",
      json,
      '{"currency":"EUR","type":"iban","iban":"x"}',
      200,
      { currency: "EUR", type: "iban", iban: "x" },
    ],
    ["an alternative without the field beside it", "/either", json, '{"type":"iban","iban":"x"}', 400, undefined],
    [
      "an alternative with a wrong field beside it",
      "/either",
      json,
      '{"currency":"e","type":"iban","iban":"x"}',
      400,
      undefined,
    ],
    ["an alternative that there is not", "/either", json, '{"currency":"EUR","type":"cash"}', 400, undefined],
    ["an object narrowed by allOf", "/narrowed", json, '{"name":"ab"}', 200, { name: "ab" }],
    ["an object that allOf asks more of", "/narrowed", json, "{}", 400, undefined],
    ["none, where it is optional", "/optional", undefined, undefined, 200, "nothing"],
    ["none, where it is required", "/object", undefined, undefined, 400, undefined],
    ["an optional one that is wrong", "/optional", json, '{"name":1}', 400, undefined],
    ["a merge patch", "/patch", "application/merge-patch+json", '{"name":null}', 200, { name: null }],
    ["a merge patch sent as plain JSON", "/patch", json, '{"name":null}', 415, undefined],
    [
      "a form",
      "/form",
      "application/x-www-form-urlencoded",
      "count=2&tags=a&tags=b",
      200,
      { count: 2, tags: ["a", "b"] },
    ],
    [
      "a form with one value of an array",
      "/form",
      "application/x-www-form-urlencoded",
      "count=2&tags=a",
      200,
      { count: 2, tags: ["a"] },
    ],
    ["a form with a wrong field", "/form", "application/x-www-form-urlencoded", "count=two", 400, undefined],
    [
      "a file",
      "/files",
      undefined,
      form({ receipt, count: "3" }),
      200,
      { receipt: "receipt.pdf (application/pdf) %PDF", count: 3 },
    ],
    [
      "several files",
      "/files",
      undefined,
      form({ receipt, pages: [page, page] }),
      200,
      {
        receipt: "receipt.pdf (application/pdf) %PDF",
        pages: ["page.png (image/png) png", "page.png (image/png) png"],
      },
    ],
    ["multipart without its file", "/files", undefined, form({ note: "a" }), 400, undefined],
    ["text in place of a file", "/files", undefined, form({ receipt: "text" }), 400, undefined],
    ["a file in place of text", "/files", undefined, form({ receipt, note: receipt }), 400, undefined],
    ["multipart that is cut off", "/files", "multipart/form-data; boundary=x", "--x\r\n", 400, undefined],
    ["JSON in place of multipart", "/files", json, '{"receipt":"a"}', 415, undefined],
    ["JOSE, which is text", "/sealed", "application/jose+json", "a.b.c.d.e", 200, "a.b.c.d.e"],
    ["JOSE that is too short", "/sealed", "application/jose+json", "a.b", 400, undefined],
    ["JOSE sent as JSON", "/sealed", json, '"a.b.c.d.e"', 415, undefined],
    ["text", "/text", "text/plain", "hello", 200, "hello"],
    ["text that begins like JSON", "/text", "text/plain", "[1]", 200, "[1]"],
    ["text that is too long", "/text", "text/plain", "hello!", 400, undefined],
    ["XML, which nobody takes", "/object", "application/xml", "<a/>", 415, undefined],
  ])("that is %s", async (_, path, mediaType, body, status, got) => {
    const headers = { authorization, ...(mediaType !== undefined && { "content-type": mediaType }) };
    const init = { method: "POST", headers, ...(body !== undefined && { body }) };
    const response = await echo.fetch(path, init);
    expect([response.status, (await response.json()) as unknown]).toEqual([
      status,
      status === 200 ? { got } : expect.anything(),
    ]);
    expect((await plain.fetch(path, init)).status).toBe(status);
  });

  it("with files is recorded by the files' names and sizes", async () => {
    await plain.fetch("/files", { method: "POST", headers: { authorization }, body: form({ receipt, note: "a" }) });
    expect(plain.requests.last("bodies.files")?.body).toEqual({
      receipt: { fileName: "receipt.pdf", mediaType: "application/pdf", bytes: 4 },
      note: "a",
    });
  });

  it("of up to 20 MiB is read if it is multipart", async () => {
    await using mock = await startMock({ contract: bodyKinds });
    const large = new File([new Uint8Array(1_000_000)], "large.bin");
    const body = form({ receipt: large });
    const response = await fetch(`${mock.url}/files`, { method: "POST", headers: { authorization }, body });
    expect(response.status).toBe(200);
  });
});

describe("a parameter", () => {
  const parameter = (name: string, place: string, schema: object, more: object = {}) => ({
    name,
    in: place,
    schema,
    ...more,
  });
  const states = { type: "array", items: { type: "string", enum: ["open", "closed"] } };
  const numbers = { type: "array", items: { type: "integer" } };
  const contract = contractOf({
    "/lists": get("parameters.lists", content(json, { type: "object", examples: [{}] }), {
      parameters: [
        parameter("state", "query", states),
        parameter("id", "query", numbers, { explode: false }),
        parameter("x-tags", "header", { type: "array", items: { type: "string" } }),
      ],
    }),
    "/things/{id}": {
      parameters: [
        parameter("id", "path", { type: "string" }, { required: true }),
        parameter("X-Kind", "header", { type: "string" }),
      ],
      ...get("parameters.overridden", content(json, { type: "object", examples: [{}] }), {
        parameters: [
          parameter("id", "path", { type: "integer" }, { required: true }),
          parameter("x-kind", "header", { const: "a" }, { required: true }),
        ],
      }),
    },
    "/constant": get("parameters.constant", content(json, { type: "object", examples: [{}] }), {
      parameters: [parameter("Accept-Minor-Version", "header", { type: "integer", const: 1 }, { required: true })],
    }),
    "/{name}/of/{from}-{to}.{format}": get("parameters.parts", content(json, { type: "object", examples: [{}] }), {
      parameters: ["name", "from", "to", "format"].map((name) =>
        parameter(name, "path", { type: name === "to" ? "integer" : "string" }, { required: true }),
      ),
    }),
  });
  const echo = handledMock(contract, ({ path, query, headers }) => ({ status: 200, body: { path, query, headers } }));
  const plain = createMock({ contract });

  it.each<[string, string, Record<string, string>, number, object]>([
    ["an array, repeated", "/lists?state=open&state=closed", {}, 200, { query: { state: ["open", "closed"] } }],
    ["an array of one value", "/lists?state=open", {}, 200, { query: { state: ["open"] } }],
    ["an array with a wrong value", "/lists?state=open&state=lost", {}, 400, {}],
    ["an array with commas", "/lists?id=1,2", {}, 200, { query: { id: [1, 2] } }],
    ["an array with encoded commas", "/lists?id=1%2C2", {}, 200, { query: { id: [1, 2] } }],
    ["an array with commas and a wrong value", "/lists?id=1,two", {}, 400, {}],
    ["an array in a header", "/lists", { "x-tags": "a,b" }, 200, { headers: { "x-tags": ["a", "b"] } }],
    ["overridden by its operation", "/things/7", { "x-kind": "a" }, 200, { path: { id: 7 } }],
    ["wrong by the operation's own schema", "/things/seven", { "x-kind": "a" }, 400, {}],
    ["a header that the operation demands", "/things/7", {}, 400, {}],
    ["a constant header", "/constant", { "accept-minor-version": "1" }, 200, {}],
    ["a constant header of another value", "/constant", { "accept-minor-version": "2" }, 400, {}],
    ["a constant header that is missing", "/constant", {}, 400, {}],
    ["part of a segment", "/a/of/1-2.x.y", {}, 200, { path: { name: "a", from: "1", to: 2, format: "x.y" } }],
    ["part of a segment, and wrong", "/a/of/1-two.x", {}, 400, {}],
    ["part of a segment that does not fit", "/a/of/12.x", {}, 404, {}],
  ])("that is %s", async (_, path, headers, status, got) => {
    const response = await echo.fetch(path, { headers: { authorization, ...headers } });
    expect([response.status, (await response.json()) as unknown]).toEqual([
      status,
      status === 200 ? expect.objectContaining(got) : expect.anything(),
    ]);
    expect((await plain.fetch(path, { headers: { authorization, ...headers } })).status).toBe(status);
  });
});
