import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { specLint } from "../../checks/spec-lint.ts";
import { readContractModel } from "../../generate/contract-model.ts";
import { type ContractCopy, copyContract } from "../contract-copy.ts";
import { CELLS } from "./cells.ts";
import { consumerText, usagesOf, walksOf } from "./consumer-text.ts";
import { expectSuccess, type Observation } from "./observation.ts";

const CONTRACT = join(import.meta.dirname, "../fixtures/wide");
const CONSUMER = join(import.meta.dirname, "../fixtures/wide-consumer");

const SCENARIOS = [
  'const { scenarios } = await import("./scenarios.ts");',
  "for (const [title, act] of Object.entries(scenarios)) await observe(title, act);",
];

const model = await readContractModel(join(CONTRACT, "openapi.yaml"));
const undated = { ...model, operations: model.operations.filter(({ apiVersion }) => apiVersion === undefined) };
const usages = usagesOf(undated);
const walks = walksOf(undated);
let copy: ContractCopy;
let observed: Record<string, Observation>;

beforeAll(async () => {
  copy = await copyContract(CONTRACT);
  await copy.generate();
  await copy.addVersions(model.versions);
  await copy.build();
  const program = (name: string) => readFile(join(CONSUMER, name), "utf8");
  observed = (await copy.run({
    "main.ts": consumerText(undated, [...usages, ...walks], SCENARIOS),
    "observe.ts": await program("observe.ts"),
    "pages.ts": await program("pages.ts"),
    "render.ts": await program("render.ts"),
    "scenarios.ts": await program("scenarios.ts"),
    "type-claims.ts": await program("type-claims.ts"),
    "world.ts": await program("world.ts"),
  })) as Record<string, Observation>;
}, 240_000);

afterAll(() => copy?.remove());

describe("the fixture contract", () => {
  it("follows the rules of the contract", async () => {
    expect(await specLint(CONTRACT)).toEqual([]);
  });

  it.each(Object.entries(CELLS))("has an operation for %s", (_cell, operations) => {
    const names = model.operations.map(({ sdkName }) => sdkName);
    expect(operations).not.toEqual([]);
    expect(names).toEqual(expect.arrayContaining([...operations]));
  });
});

describe("every operation of the fixture contract", () => {
  it.each(usages)("$title gives a value, and the mock finds nothing wrong with it", (usage) => {
    expectSuccess(observed, usage);
  });
});

describe("what goes over the wire", () => {
  const requestOf = (title: string) => {
    const request = observed[title]?.requests.at(-1);
    if (!request) throw new Error(`${title} sent nothing`);
    return request;
  };
  const line = (sdkName: string) => decodeURIComponent(requestOf(`${sdkName} call`).line);
  const header = (sdkName: string, name: string) => requestOf(`${sdkName} call`).headers[name];

  it("writes lists into the query as the contract says", () => {
    expect(line("transfers.list")).toContain("status=processing");
    expect(line("balances.list")).toContain("types=STANDARD,SAVINGS");
    expect(line("recipients.list")).toContain("currency=GBP,EUR");
  });

  it("tells a path's id from a body's", () => {
    const { line: sent, body } = requestOf("profiles.updateRepresentative call");
    expect(sent).toContain("/v3/profiles/123456/business-profile/business-representative");
    expect(JSON.parse(body)).toEqual({ id: 9, lastName: "Smith" });
  });

  it("fills in a part of a path segment", () => {
    expect(line("statements.download")).toContain("/statement.csv?");
  });

  it("sends constant headers by itself", () => {
    expect(header("recipients.requirements", "accept-minor-version")).toBe("1");
    expect(header("jose.testJws", "x-tw-jose-method")).toBe("jws");
    expect(header("jose.testJws", "accept")).toBe("application/jose+json");
    expect(header("sca.createPin", "accept-encoding")).toBe("identity");
  });

  it("sends headers from arguments and options", () => {
    expect(header("cardData.details", "x-tw-twcard-card-token")).toMatch(/^ca0c8154-/);
    expect(requestOf("an option that is a header").headers["accept-language"]).toBe("de");
  });

  it.each([
    ["cardOrders.create", "application/json"],
    ["quotes.update", "application/merge-patch+json"],
    ["jose.testJws", "application/jose+json"],
    ["oauth.token", "application/x-www-form-urlencoded"],
    ["disputes.upload", "multipart/form-data"],
    ["profiles.setDirectors", "application/json"],
  ])("sends the body of %s as %s", (sdkName, mediaType) => {
    expect(header(sdkName, "content-type")).toMatch(new RegExp(`^${mediaType.replace("+", "\\+")}\\b`));
  });

  it("sends whole bodies as they are", () => {
    const body = (sdkName: string) => requestOf(`${sdkName} call`).body;
    expect(JSON.parse(body("profiles.setDirectors"))).toMatchObject([{ firstName: "Jane" }]);
    expect(JSON.parse(body("profiles.setLabels"))).toEqual({ region: "north" });
    expect(body("jose.testJws")).toBe("eyJhbGciOiJFUzI1NiJ9.e30.c2ln");
    expect(body("disputes.upload")).toContain("%PDF-1.7");
    expect(JSON.parse(requestOf("null removes a field").body)).toEqual({ sourceAmount: null });
  });

  it("asks each host for what is its own", () => {
    expect(line("cards.get")).toContain(" https://api.wise-sandbox.com/");
    expect(line("cardOrders.presetPin")).toContain(" https://twcard.wise-sandbox.com/");
    expect(line("settlements.submit")).toContain(" https://api-mtls.wise-sandbox.com/");
  });

  it("shows the token that the operation takes", () => {
    expect(header("cards.get", "authorization")).toBe("Bearer a-token-of-a-user");
    expect(header("wallets.activate", "authorization")).toBe("Bearer a-token-of-a-user");
    expect(header("spendControls.list", "authorization")).toMatch(/^Bearer (?!a-token-of-a-user)/);
    expect(header("rates.list", "authorization")).toMatch(/^Bearer (?!a-token-of-a-user)/);
    expect(header("oauth.introspect", "authorization")).toMatch(/^Basic /);
    expect(header("quotes.estimate", "authorization")).toBeUndefined();
  });

  it("gives each keyed call a key of its own", () => {
    const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
    expect(header("cardOrders.create", "x-idempotence-uuid")).toMatch(uuid);
    expect(header("balances.create", "x-idempotence-uuid")).not.toBe(header("cardOrders.create", "x-idempotence-uuid"));
    expect(JSON.parse(requestOf("a key in the body is made where there is none").body).customerTransactionId).toMatch(
      uuid,
    );
  });
});

describe("what comes back", () => {
  const value = (title: string) => {
    const { error, value: given } = observed[title] ?? { error: "was not tried" };
    expect({ title, error }).toEqual({ title });
    return given;
  };

  it.each<[string, unknown]>([
    ["profiles.list", [{ type: "PERSONAL", firstName: "Jane" }]],
    ["balances.totals", { GBP: { value: 12.5, currency: "GBP" } }],
    ["sca.facetecKey", "-----BEGIN PUBLIC KEY-----"],
    ["jose.testJws", "eyJhbGciOiJFUzI1NiJ9.e30.c2ln"],
    ["cardOrders.presetPin", "142"],
    ["balances.close", "undefined"],
    ["cardOrders.updateStatus", "undefined"],
    ["disputes.submit", { key: "final" }],
    ["transfers.receipt", { mediaType: "application/pdf", fileName: "receipt.pdf" }],
    ["statements.download", { mediaType: "text/csv" }],
    ["recipients.requirements", [{ fields: [{ group: [{ name: "Street" }] }] }]],
  ])("%s gives what the contract describes", (sdkName, expected) => {
    const given = value(`${sdkName} call`);
    if (typeof expected === "string") expect(given).toBe(expected);
    else expect(given).toMatchObject(expected as object);
  });

  it("never shows what is sealed", () => {
    expect(JSON.stringify(value("cardData.details call"))).not.toContain("pan");
  });

  it("keeps an operation of the sandbox out of production, and says so", () => {
    const { error, requests } = observed["an operation of the sandbox in production"] ?? { requests: [] };
    expect(error).toMatch(/^TypeError: .*simulation\.authorise.*sandbox/);
    expect(requests).toEqual([]);
    value("an operation of the sandbox on a server of one's own");
  });

  it("keeps a key over attempts, in errors, and on the server", () => {
    const keys = value("a key is kept over the attempts of a call") as string[];
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
    expect(value("an error of a keyed call holds its key")).toBe("0c7b2f4e-8a35-4a1d-9a53-6f0b7e1d2c3b");
    const [first, second] = value("a repeated key gets the first response") as unknown[];
    expect(second).toEqual(first);
    expect(observed["a repeated key with another body is a conflict"]?.error).toMatch(/^ConflictError: /);
  });

  it("differs by version", () => {
    expect(value("spendLimits.get call")).toMatchObject({ daily: 100 });
    expect(value("one name in the version 2026Q3")).toMatchObject({ windows: { daily: { value: 100 } } });
    expect(value("one name in the version 2026Q4")).toMatchObject([{ currency: "GBP" }]);
    value("what only the version 2026Q3 has");
  });

  it("says what is assumed", () => {
    expect(value("what is assumed is said in a header")).toMatch(/present status/);
  });

  it("takes a file from the disk", () => {
    expect(value("a file from the disk")).toEqual({ receipt: "ab4f5d2" });
  });
});

describe("a walk through pages", () => {
  const windows = ["rates.list", "statements.lines"];
  const numbered = walks.filter(({ title, operation }) => / every page/.test(title) && !windows.includes(operation));
  const endless = walks.filter(({ title }) => title.endsWith("one page for ever"));

  it.each(numbered)("$title sees every item once, in order", ({ title }) => {
    const { value, error } = observed[title] ?? { error: "was not tried" };
    expect(error).toBeUndefined();
    expect(indices(value)).toEqual([0, 1, 2, 3, 4]);
  });

  it.each(endless)("$title ends with an error instead of going on", ({ title }) => {
    expect(observed[title]?.error).toMatch(/^DecodeError: /);
  });

  it("in windows of time goes on where the last one ended", () => {
    const days = (name: string) => observed[`${name} every page`]?.value as { from: string; to: string }[];
    expect(days("rates.list").map(({ from, to }) => [from.slice(0, 10), to.slice(0, 10)])).toEqual([
      ["2026-10-01", "2026-10-31"],
      ["2026-10-31", "2026-11-30"],
      ["2026-11-30", "2026-12-15"],
    ]);
    expect(days("statements.lines").map(({ from, to }) => [from, to])).toEqual([
      ["2026-10-01", "2026-10-07"],
      ["2026-10-08", "2026-10-14"],
      ["2026-10-15", "2026-10-17"],
    ]);
  });
});

/** The `index` of every item in a value, wherever it is. */
function indices(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  if ("index" in value) return [value.index];
  return Object.values(value).flatMap(indices);
}
