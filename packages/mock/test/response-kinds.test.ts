import { createMock, startMock } from "@wisekit/mock";
import { describe, expect, it } from "vitest";
import { handledMock } from "./support/handled-mock.ts";
import { content, contractOf, get, post, responseKinds } from "./support/kinds-contract.ts";

const authorization = "Bearer any";
const json = "application/json";

describe("a response without a handler", () => {
  const mock = createMock({ contract: responseKinds });

  it.each<[string, string, unknown]>([
    ["an array", "/array", [{ value: expect.any(Number) }]],
    ["an alternative", "/either", { value: expect.any(Number) }],
    ["null", "/nothing", null],
    ["null or an object", "/nullable", null],
    ["recursive", "/tree", expect.objectContaining({ name: expect.any(String) })],
    ["a map", "/map", expect.any(Object)],
    ["bound by a pattern", "/strict", expect.objectContaining({ code: expect.stringMatching(/^[A-Z]{4}[0-9]{2}$/) })],
  ])("is %s", async (_, path, body) => {
    const response = await mock.fetch(path, { headers: { authorization } });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, json]);
    expect(await response.json()).toEqual(body);
    expect(mock.requests.last()?.violations.output).toEqual([]);
  });

  it.each([
    ["text", "/text", "text/plain", /^hello$/],
    ["JOSE", "/jose", "application/jose+json", /^a\.b\.c$/],
    ["a PDF", "/pdf", "application/pdf", /^%PDF-1\.4\n/],
    ["a file of another kind", "/unknown", "application/x-qif", /./],
    ["the CSV that the path names", "/statement.csv", "text/csv", /^a,b$/],
    ["the PDF that the path names", "/statement.pdf", "application/pdf", /^%PDF/],
    [
      "the workbook that the path names",
      "/statement.xlsx",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      /^PK/,
    ],
    ["the only one left for a format that no media type names", "/statement.mt940", "text/plain", /./],
  ])("is %s", async (_, path, mediaType, body) => {
    const response = await mock.fetch(path, { headers: { authorization } });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, mediaType]);
    expect(await response.text()).toMatch(body);
    expect(mock.requests.last()?.violations.output).toEqual([]);
  });

  it("is the literal path's, where that fits as well", async () => {
    const response = await mock.fetch("/statement.json", { headers: { authorization } });
    expect([await response.json(), mock.requests.last()?.operation]).toEqual([{ lines: [] }, "responses.statement"]);
  });

  it("has the headers that the contract shows", async () => {
    const { headers } = await mock.fetch("/statement.pdf", { headers: { authorization } });
    expect(headers.get("content-disposition")).toBe('attachment; filename="a.pdf"');
  });

  it("is empty, and of no media type, where the contract has none", async () => {
    const response = await mock.fetch("/none", { headers: { authorization } });
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([200, null, ""]);
  });

  it.each([
    ["text/csv", "text/csv", 200],
    ["application/json;q=0.5, text/csv", "text/csv", 200],
    ["*/*", json, 200],
    ["application/pdf", json, 406],
  ])("is chosen by Accept: %s", async (accept, mediaType, status) => {
    const response = await mock.fetch("/negotiated", { headers: { authorization, accept } });
    expect([response.status, response.headers.get("content-type")]).toEqual([status, mediaType]);
  });

  it("is the same for the same seed where it is made up", async () => {
    const ask = async (seed: number) => {
      const response = await createMock({ contract: responseKinds, seed }).fetch("/strict", {
        headers: { authorization },
      });
      return response.text();
    };
    expect(await ask(1)).toBe(await ask(1));
    expect(await ask(1)).not.toBe(await ask(2));
  });
});

describe("a handler's response", () => {
  const bytes = Uint8Array.from([0x25, 0x50, 0xff, 0x00]);
  const { fetch: fetchKinds } = handledMock(responseKinds, ({ responseMediaType }) =>
    responseMediaType === undefined
      ? { status: 200, mediaType: "application/pdf", body: bytes }
      : { status: 200, mediaType: responseMediaType, body: responseMediaType === json ? {} : "a,b" },
  );

  it("can be bytes", async () => {
    const response = await fetchKinds("/pdf", { headers: { authorization } });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });

  it("can be bytes over HTTP, whole and broken off", async () => {
    await using mock = await startMock({ contract: responseKinds });
    const whole = await fetch(`${mock.url}/pdf`, { headers: { authorization } });
    expect(await whole.text()).toMatch(/^%PDF[\s\S]*%%EOF\n$/);
    mock.faults.next("responses.pdf", { connection: "truncate" });
    const broken = await fetch(`${mock.url}/pdf`, { headers: { authorization } });
    await expect(broken.text()).rejects.toThrow();
    expect(mock.requests.last()?.responseBody).toMatch(/^\(\d+ bytes of application\/pdf\)$/);
    mock.faults.next("responses.pdf", { breakContract: true });
    const other = await fetch(`${mock.url}/pdf`, { headers: { authorization } });
    expect(await other.text()).toBe('{"unexpected":true}');
  });

  it("is held to the media types of the contract", async () => {
    const response = await fetchKinds("/text", { headers: { authorization } });
    expect([response.status, await response.json()]).toEqual([
      500,
      expect.objectContaining({ message: expect.stringContaining("application/pdf") }),
    ]);
  });

  it.each([
    ["/negotiated", "text/csv", "text/csv"],
    ["/negotiated", "*/*", json],
    ["/statement.csv", "*/*", "text/csv"],
  ])("of %s with Accept: %s is told which media type is wanted", async (path, accept, mediaType) => {
    const response = await fetchKinds(path, { headers: { authorization, accept } });
    expect(response.headers.get("content-type")).toBe(mediaType);
  });
});

describe("a dated version of the API", () => {
  const limits = (name: string, example: object, version?: string) => ({
    ...(version && { "x-api-version": version }),
    ...get(name, content(json, { type: "object", examples: [example] })),
  });
  const mock = createMock({
    contract: contractOf({
      "/v4/limits": limits("limits.get", { daily: 1 }),
      "/2026Q3/limits": limits("limits.get", { windows: {} }, "2026Q3"),
      "/2026Q4/limits": { ...post("limits.set", json, { type: "object" }), ...limits("limits.get", {}, "2026Q4") },
    }),
  });

  it("has operations of its own, under names of its own", async () => {
    for (const path of ["/v4/limits", "/2026Q3/limits", "/2026Q4/limits"])
      await mock.fetch(path, { headers: { authorization } });
    const seen = mock.requests.list().map(({ operation, responseBody }) => [operation, responseBody]);
    expect(seen).toEqual([
      ["limits.get", { daily: 1 }],
      ["2026Q3/limits.get", { windows: {} }],
      ["2026Q4/limits.get", {}],
    ]);
  });

  it("meets the faults that are meant for it", async () => {
    mock.faults.next("2026Q3/limits.get", { status: 503 });
    const statuses = [];
    for (const path of ["/v4/limits", "/2026Q3/limits"]) {
      statuses.push((await mock.fetch(path, { headers: { authorization } })).status);
    }
    expect(statuses).toEqual([200, 503]);
  });
});
