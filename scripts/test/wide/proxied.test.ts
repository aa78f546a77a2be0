import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readContractModel } from "../../generate/contract-model.ts";
import { type ContractCopy, copyContract } from "../contract-copy.ts";
import { consumerText, usagesOf } from "./consumer-text.ts";
import { expectSuccess, type Observation } from "./observation.ts";

const CONTRACT = join(import.meta.dirname, "../fixtures/wide");
const CONSUMER = join(import.meta.dirname, "../fixtures/wide-consumer");

const SCENARIOS = [
  'const { scenarios } = await import("./proxy-scenarios.ts");',
  "for (const [title, act] of Object.entries(scenarios)) await observe(title, act);",
];

const model = await readContractModel(join(CONTRACT, "openapi.yaml"));
const undated = { ...model, operations: model.operations.filter(({ apiVersion }) => apiVersion === undefined) };
const grantable = undated.operations.filter(
  ({ scope, auth }) => scope && (auth.kind === "none" || (auth.kind === "token" && auth.of.includes("user"))),
);
const names = grantable.map(({ sdkName }) => sdkName);
const usages = usagesOf({ ...model, operations: grantable }).filter(({ title }) => / call(, body \d+)?$/.test(title));
let copy: ContractCopy;
let observed: Record<string, Observation>;

beforeAll(async () => {
  copy = await copyContract(CONTRACT);
  await copy.generate();
  await copy.addVersions(model.versions);
  await copy.build();
  const program = (name: string) => readFile(join(CONSUMER, name), "utf8");
  observed = (await copy.run({
    "main.ts": consumerText(undated, usages, SCENARIOS),
    "grantable.ts": `export const grantable = ${JSON.stringify(names)} as const;\n`,
    "direct-world.ts": await program("world.ts"),
    "world.ts": await program("proxied-world.ts"),
    "observe.ts": await program("observe.ts"),
    "pages.ts": await program("pages.ts"),
    "render.ts": await program("render.ts"),
    "proxy-scenarios.ts": await program("proxy-scenarios.ts"),
  })) as Record<string, Observation>;
}, 240_000);

afterAll(() => copy?.remove());

const value = (title: string) => {
  const { error, value: given } = observed[title] ?? { error: "was not tried" };
  expect({ title, error }).toEqual({ title });
  return given;
};

describe("through a proxy", () => {
  it("goes every kind of body and of response that the contract's language has for users", () => {
    const bodies = new Set(grantable.map(({ body }) => body.kind));
    const responses = new Set(grantable.map(({ response }) => response.kind));
    expect([...bodies].sort()).toEqual(["json", "multipart", "none", "text"]);
    expect([...responses].sort()).toEqual(["file", "json", "none", "sealed", "text"]);
  });

  it.each(usages)("$title gives a value, and the mock finds nothing wrong with it", (usage) => {
    expectSuccess(observed, usage);
  });

  it("a file comes while it is sent, with its media type and its name", () => {
    const headers = ["application/pdf", 'attachment; filename="a.pdf"'];
    expect(value("a file is passed on while it comes")).toEqual(["%PDF-", "1.7", ...headers]);
  });

  it("an upload goes while it comes, byte for byte", () => {
    const { status, parts } = value("an upload is passed on while it comes") as { status: number; parts: string[] };
    expect([status, parts[0]?.endsWith("%PDF-1.7"), parts[1]]).toEqual([200, true, "\r\n--b--\r\n"]);
    expect(value("an upload by undiciFetch is passed on")).toEqual({
      type: "multipart/form-data; boundary=b",
      body: `${parts[0]}\r\n--b--\r\n`,
    });
  });

  it("an upload that is too large is 413 as soon as it is, and Wise has no whole request", () => {
    expect(value("an upload that is too large")).toEqual({ status: 413, sent: 0 });
  });

  it("an upload that breaks off does so for Wise, too, and is 400", () => {
    expect(value("an upload that breaks off")).toEqual({ status: 400, sent: 0 });
  });

  it("an upload cannot be sent again with another token, so it fails, and the user need not connect again", () => {
    expect(value("an upload whose token was not accepted")).toEqual({ status: 502, code: "ERR_CONNECTION", sent: 1 });
  });

  it("a body of JOSE goes as it is", () => {
    expect(value("a body of JOSE")).toEqual([200, "eyJh.a.b.c.d", "application/jose+json", "identity"]);
  });

  it("goes the caller's idempotency key, and none is made where there is none", () => {
    expect(value("an idempotency key")).toEqual(["0c7b2f4e-8a35-4a1d-9a53-6f0b7e1d2c3b", null]);
  });

  it("what takes either token goes with the user's, and without one not at all", () => {
    expect(value("an operation that takes either token")).toEqual({
      statuses: [204, 500],
      token: "Bearer the-user",
      sent: 0,
    });
  });

  it("what takes the partner's token cannot go: no grant can name it", () => {
    const { status, errors } = value("a grant of an operation that takes the partner's token") as {
      status: number;
      errors: string[];
    };
    expect(status).toBe(500);
    expect(errors).toEqual([expect.stringContaining('unknown operation "jose.testJws"; operations are ')]);
  });

  it("a profile in the query is held against the grant, once, and one must be there", () => {
    expect(value("a profile in the query")).toEqual({
      statuses: [200, 200, 200, 403, 403],
      sent: ["?profile=123456", "?profile=123456", "?profile=123456"],
    });
  });

  it("goes a dated version of the API, under the same grant", () => {
    expect(value("an operation of a dated version")).toEqual([200, 403]);
  });
});
