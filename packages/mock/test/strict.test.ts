import { createMock, type LocalMock, type MockOptions, mergeCoverage, renderCoverage, startMock } from "@wisekit/mock";
import { toHaveKeptTheContract } from "@wisekit/mock/playwright";
import { test } from "@wisekit/mock/vitest";
import { describe, expect, it } from "vitest";
import { readArguments } from "../src/cli/arguments.ts";
import { contractOf, post } from "./support/kinds-contract.ts";
import { call, cardPath, over } from "./support/mock-caller.ts";
import { assumedKinds, prismKinds } from "./support/rules-contract.ts";

const headers = { authorization: "Bearer any" };
const json = { ...headers, "content-type": "application/json" };
const cards = "/v3/spend/profiles/123456/cards";
const statusPath = `${cardPath}/status`;
const freeze = { method: "PUT", headers: json, body: '{"status":"FROZEN"}' };

function findings(mock: LocalMock): string[] {
  return mock.deviations.list().map(({ side, at, message }) => `${side} ${at} ${message}`);
}

async function findingsOf(options: MockOptions, path: string, init: RequestInit): Promise<string[]> {
  const mock = createMock(options);
  await mock.fetch(path, { headers, ...init });
  return findings(mock);
}

const text = { type: "string" };
const bodies = contractOf(
  {
    "/shared": post("strict.shared", "application/json", {
      allOf: [
        { $ref: "#/components/schemas/Base" },
        { type: "object", properties: { list: { type: "array", items: { $ref: "#/components/schemas/Base" } } } },
      ],
    }),
    "/either": post("strict.either", "application/json", {
      type: "object",
      properties: { currency: text },
      oneOf: [
        { type: "object", required: ["type", "iban"], properties: { type: { const: "iban" }, iban: text } },
        { type: "object", required: ["type", "sort"], properties: { type: { const: "sort" }, sort: text } },
      ],
    }),
    "/open": post("strict.open", "application/json", {
      type: "object",
      properties: { known: { type: "object", properties: { inner: text } } },
      additionalProperties: true,
    }),
    "/form": post("strict.form", "application/x-www-form-urlencoded", { type: "object", properties: { count: text } }),
  },
  { Base: { type: "object", properties: { name: text, inner: { type: "object", properties: { deep: text } } } } },
);

describe("without strict, the mock", () => {
  it("finds nothing in a query parameter, a field and an assumption that strict would find", async () => {
    const mock = createMock();
    await mock.fetch(`${cards}?page=2`, { headers });
    await mock.fetch(statusPath, { ...freeze, body: '{"status":"FROZEN","note":"x"}' });
    await mock.fetch(statusPath, freeze);
    expect(mock.deviations.count).toBe(0);
  });
});

describe("a strict mock", () => {
  it("serves a request with an unknown query parameter and finds the parameter", async () => {
    const mock = createMock({ strict: true });
    const response = await mock.fetch(`${cards}?pageSize=10&page=2&PageNumber=1`, { headers });
    expect(response.status).toBe(200);
    expect(findings(mock)).toEqual([
      "request query.page is not in the contract; parameters are pageSize, pageNumber",
      "request query.PageNumber is not in the contract; parameters are pageSize, pageNumber",
    ]);
    expect(toHaveKeptTheContract(mock).pass).toBe(false);
  });

  it("knows the parts of a query parameter that is an object", async () => {
    const options = { strict: true, contract: prismKinds, acceptedAssumptions: ["prism.deep"] };
    expect(await findingsOf(options, "/deep?filter[least]=1", {})).toEqual([]);
    expect(await findingsOf(options, "/deep?filters[least]=1", {})).toEqual([
      "request query.filters[least] is not in the contract; parameters are filter",
    ]);
  });

  it.each<[string, string, object, string[]]>([
    ["in the body", "/shared", { name: "a", nam: 1 }, ["body.nam"]],
    ["inside a field", "/shared", { inner: { deep: "a", deeper: 1 } }, ["body.inner.deeper"]],
    ["inside a list", "/shared", { list: [{ name: "a" }, { title: "b" }] }, ["body.list.1.title"]],
    ["of another alternative", "/either", { type: "iban", iban: "a", sort: "b", currency: "EUR" }, ["body.sort"]],
    ["nowhere, where any field may be", "/open", { other: { any: 1 }, known: { inner: "a" } }, []],
    ["inside a known field of an open object", "/open", { known: { outer: "a" } }, ["body.known.outer"]],
  ])("finds an unknown field %s", async (_, path, body, at) => {
    const found = await findingsOf({ strict: true, contract: bodies }, path, {
      method: "POST",
      headers: json,
      body: JSON.stringify(body),
    });
    expect(found).toEqual(at.map((place) => `request ${place} is not in the contract`));
  });

  it("finds an unknown field of a form", async () => {
    const form = { ...headers, "content-type": "application/x-www-form-urlencoded" };
    const sent = { method: "POST", headers: form, body: "count=1&cuont=2" };
    expect(await findingsOf({ strict: true, contract: bodies }, "/form", sent)).toEqual([
      "request body.cuont is not in the contract",
    ]);
  });

  it.each([
    ["as text", { ...freeze, headers }],
    ["without a media type", { ...freeze, headers, body: Buffer.from(freeze.body) }],
  ])("responds 415 to JSON that came %s", async (_, init) => {
    const mock = createMock({ strict: true });
    const response = await mock.fetch(statusPath, init);
    expect(response.status).toBe(415);
    expect(findings(mock)).toContainEqual(
      expect.stringMatching(/^request header.content-type must be application\/json/),
    );
    expect(mock.state.cards.get(cardPath.split("/").at(-1) ?? "")?.status).toBe("ACTIVE");
  });

  it("finds calls outside the contract", async () => {
    expect(await findingsOf({ strict: true }, "/nowhere", {})).toEqual(["request path is not in the contract"]);
  });

  it("finds a response that rests on an assumption, unless the assumption is accepted", async () => {
    const found = await findingsOf({ strict: true, contract: assumedKinds }, "/response/0", {});
    expect(found.filter((finding) => finding.startsWith("response"))).toEqual([
      'response assumption "assumed.response 400" is not in acceptedAssumptions: No source documents this error.',
      'response assumption "assumed.response id" is not in acceptedAssumptions: No source bounds it.',
      'response assumption "Code" is not in acceptedAssumptions: No source lists the codes.',
    ]);
    const accepted = ["assumed.response 400", "assumed.response id", "Code"];
    const left = await findingsOf(
      { strict: true, contract: assumedKinds, acceptedAssumptions: accepted },
      "/response/0",
      {},
    );
    expect(left.filter((finding) => finding.startsWith("response"))).toEqual([]);
  });

  it("rejects an accepted assumption that is about nothing in the contract", () => {
    expect(() => createMock({ acceptedAssumptions: ["cards.updateStats"] })).toThrow(
      'createMock(): acceptedAssumptions: no assumption is about "cards.updateStats"; name what stands before the colon in x-wisekit-assumed',
    );
  });

  it("can be made strict, and lenient again, while it runs", async () => {
    const mock = createMock();
    mock.configure({ strict: true, acceptedAssumptions: ["cards.updateStatus"] });
    await call(mock, statusPath, { method: "PUT", json: { status: "FROZEN" } });
    await call(mock, statusPath, { method: "PUT", json: { status: "FROZEN" } });
    expect(mock.deviations.count).toBe(0);
    await mock.fetch(`${cards}?page=2`, { headers });
    mock.configure({ strict: false });
    await mock.fetch(`${cards}?page=2`, { headers });
    expect(mock.deviations.count).toBe(1);
    mock.configure({ strict: true });
    mock.reset();
    await mock.fetch(`${cards}?page=2`, { headers });
    expect(mock.deviations.count).toBe(0);
  });

  it("is asked for on the command line", () => {
    const args = readArguments(["--strict", "--accept-assumption", "ErrorCode", "--accept-assumption", "cards.list"]);
    expect([args.strict, args.acceptedAssumptions]).toEqual([true, ["ErrorCode", "cards.list"]]);
    expect(readArguments([]).strict).toBe(false);
  });

  describe("for one test", () => {
    test.override({ mockOptions: { strict: true } });
    test("is an option of the fixture", async ({ mock }) => {
      await over(mock).fetch(`${cards}?page=2`, { headers });
      expect(mock).not.toHaveKeptTheContract();
    });
  });
});

describe("x-wisekit-assumed", () => {
  const assumed = async (mock: LocalMock, path: string, init: RequestInit = {}) =>
    (await mock.fetch(path, { headers, ...init })).headers.get("x-wisekit-assumed");

  it("is there for an error that a fault puts in place of the response", async () => {
    const mock = createMock();
    mock.faults.next("cards.updateStatus", { status: 409 });
    expect(await assumed(mock, statusPath, freeze)).toMatch(/^cards\.updateStatus 409: .* \| ErrorCode: /);
  });

  it("is there for a response to a call beyond the rate limit", async () => {
    const mock = createMock({ rateLimits: true, clock: () => 0 });
    for (let index = 0; index < 100; index++) await call(mock, cardPath);
    expect(await assumed(mock, cardPath)).toMatch(/^cards\.get 429: /);
  });

  it("is there for a response of a whole Prism", async () => {
    const mock = createMock({ contract: prismKinds });
    expect(await assumed(mock, "/deep?filter[least]=1")).toBe("prism.deep: No source says what it returns.");
  });

  it("is counted in the coverage, by what it is about", async () => {
    const mock = createMock({ coverage: true, contract: assumedKinds });
    for (const path of ["/operation", "/operation", "/response/1", "/response/0"]) await mock.fetch(path, { headers });
    const report = mock.coverage();
    expect(report.assumptions).toEqual({
      "assumed.operation: No source says what – or when – it returns.": 2,
      "assumed.response 400: No source documents this error.": 1,
      "assumed.response id: No source bounds it.": 1,
      "Code: No source lists the codes.": 1,
    });
    const sum = mergeCoverage([report, report]);
    expect(sum.assumptions["Code: No source lists the codes."]).toBe(2);
    expect(renderCoverage(sum)).toContain("Assumptions relied on: 4\n  4x assumed.operation: No source says");
  });

  it("is there over HTTP, in the recorded call", async () => {
    await using mock = await startMock({ contract: assumedKinds });
    expect((await over(mock).fetch("/operation", { headers })).headers.get("x-wisekit-assumed")).not.toBeNull();
    expect(mock.requests.last()?.assumptions).toHaveLength(1);
  });
});
