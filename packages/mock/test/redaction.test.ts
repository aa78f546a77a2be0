import { inspect } from "node:util";
import { createMock, type LocalMock, startMock } from "@wisekit/mock";
import { toHaveReceived } from "@wisekit/mock/playwright";
import { describe, expect, it } from "vitest";
import { formatJson, formatPretty } from "../src/cli/log-format.ts";
import { contractOf, post } from "./support/kinds-contract.ts";
import { call, cardPath, cardToken, over } from "./support/mock-caller.ts";

const headers = { authorization: "Bearer any" };
const json = { ...headers, "content-type": "application/json" };
const form = { authorization: `Basic ${btoa("client:secret")}`, "content-type": "application/x-www-form-urlencoded" };
const pan = "4111111111111111";
const text = { type: "string" };

async function recorded(mock: LocalMock, path: string, init: RequestInit) {
  await mock.fetch(path, init);
  const last = mock.requests.last();
  if (!last) throw new Error("nothing was recorded");
  return last;
}

const positions = contractOf(
  {
    "/places/{code}": {
      parameters: [
        { name: "code", in: "path", required: true, schema: text, "x-sensitive": "token" },
        { name: "pin", in: "query", schema: text },
        { name: "hint", in: "query", schema: { ...text, "x-sensitive": "pii" } },
      ],
      ...post(
        "places.set",
        "application/json",
        {
          type: "object",
          properties: {
            id: { type: "integer" },
            pin: text,
            deep: { $ref: "#/components/schemas/Deep" },
            list: { type: "array", items: { $ref: "#/components/schemas/Deep" } },
            map: { type: "object", additionalProperties: { ...text, "x-sensitive": "pii" } },
            free: { type: "object", additionalProperties: true },
          },
        },
        {
          responses: {
            200: {
              description: "Done.",
              headers: { "X-Hint": { schema: { ...text, examples: ["for you"] }, "x-sensitive": "pii" } },
              content: {
                "application/json": {
                  schema: {
                    type: "object",
                    properties: {
                      hint: { ...text, examples: ["shown"] },
                      code: { $ref: "#/components/schemas/Secret" },
                    },
                  },
                },
              },
            },
          },
        },
      ),
    },
  },
  {
    Secret: { ...text, "x-sensitive": "token", examples: ["hidden"] },
    Deep: { type: "object", properties: { code: { $ref: "#/components/schemas/Secret" }, pin: text } },
  },
);

describe("inside the contract, the record", () => {
  it("shows the code of an error, although OAuth has a secret field of that name", async () => {
    const call = await recorded(createMock(), cardPath.replace(cardToken, "00000000-0000-4000-8000-000000000000"), {
      headers,
    });
    expect(call.responseBody).toMatchObject({ errors: [{ code: "card.not.found" }] });
    expect(formatJson(call)).toContain('"code":"card.not.found"');
  });

  it("shows the code of an error that a fault made, whatever its status", async () => {
    const mock = createMock();
    mock.faults.next("cards.get", { status: 418 });
    expect((await recorded(mock, cardPath, { headers })).responseBody).toMatchObject({
      errors: [{ code: "request.invalid" }],
    });
  });

  it("redacts by position, not by name", async () => {
    const body = {
      id: Number(pan),
      pin: "1234",
      deep: { code: "a", pin: "b" },
      list: [{ code: "c" }],
      map: { x: "d" },
    };
    const call = await recorded(createMock({ contract: positions }), "/places/top-secret?pin=12&hint=blue", {
      method: "POST",
      headers: json,
      body: JSON.stringify(body),
    });
    const mask = "[redacted]";
    expect([call.path, call.query, call.body, call.responseBody, call.responseHeaders["x-hint"]]).toEqual([
      `/places/${mask}`,
      { pin: "12", hint: mask },
      { ...body, deep: { code: mask, pin: "b" }, list: [{ code: mask }], map: { x: mask } },
      { hint: "shown", code: mask },
      mask,
    ]);
  });

  it("redacts fields that the contract does not know by name, and card numbers in them", async () => {
    const call = await recorded(createMock({ contract: positions }), `/places/x?other=${pan}`, {
      method: "POST",
      headers: json,
      body: JSON.stringify({ free: { code: "a", note: pan, size: 3 }, cvv2: "123", number: `a ${pan} b` }),
    });
    expect(call.body).toEqual({
      free: { code: "[redacted]", note: "[redacted]", size: 3 },
      cvv2: "[redacted]",
      number: "a [redacted] b",
    });
    expect(call.query).toEqual({ other: "[redacted]" });
  });

  it("has the fields of a form, secrets redacted", async () => {
    const call = await recorded(createMock(), "/oauth/token", {
      method: "POST",
      headers: form,
      body: "grant_type=refresh_token&refresh_token=secret-refresh",
    });
    expect(call.body).toEqual({ grant_type: "refresh_token", refresh_token: "[redacted]" });
    expect(call.headers.authorization).toBe("[redacted]");
    expect(call.responseBody).toMatchObject({ access_token: "[redacted]", token_type: "bearer" });
  });
});

describe("of a contract with API keys, the record", () => {
  const contract = {
    openapi: "3.1.0",
    info: { title: "Keys", version: "1" },
    paths: {
      "/things": {
        get: {
          "x-sdk-name": "things.list",
          security: [{ InHeader: [] }, { InQuery: [] }],
          parameters: [{ name: "X-Client-Key", in: "header", schema: text }],
          responses: { 200: { description: "Done." } },
        },
      },
    },
    components: {
      securitySchemes: {
        InHeader: { type: "apiKey", in: "header", name: "X-Client-Key" },
        InQuery: { $ref: "#/components/securitySchemes/Query" },
        Query: { type: "apiKey", in: "query", name: "subscription" },
      },
    },
  };

  it.each([
    ["a header", "/things", { "x-client-key": "a-secret-key" }],
    ["a query parameter", "/things?subscription=a-secret-key", {}],
    ["a path outside the contract", "/nowhere?subscription=a-secret-key", { "x-client-key": "a-secret-key" }],
  ])("does not show the key in %s, nor does the log", async (_, path, own) => {
    const mock = createMock({ contract, onUnhandledOperation: "example" });
    const call = await recorded(mock, path, { headers: own });
    for (const shown of [JSON.stringify(call), formatPretty(call), formatJson(call)]) {
      expect(shown).not.toContain("a-secret-key");
    }
    expect(JSON.stringify(call)).toContain("[redacted]");
  });
});

describe("outside the contract, the record", () => {
  it("redacts an unknown path's body by name", async () => {
    const call = await recorded(createMock(), "/nowhere?pin=1234", {
      method: "POST",
      headers: { ...json, "one-time-token": "secret" },
      body: JSON.stringify({ pin: "1234", inner: { refresh_token: "x" }, size: 3 }),
    });
    expect(call.body).toEqual({ pin: "[redacted]", inner: { refresh_token: "[redacted]" }, size: 3 });
    expect([call.query, call.headers["one-time-token"]]).toEqual([{ pin: "[redacted]" }, "[redacted]"]);
  });

  it.each([
    ["a path", `/cards/${pan}`, undefined],
    ["a query", `/cards?n=${pan}`, undefined],
    ["text in JSON", "/cards", JSON.stringify({ n: `x ${pan}` })],
    ["a number in JSON", "/cards", `{"n":${pan}}`],
    ["groups with spaces", "/cards", JSON.stringify({ n: "4111 1111 1111 1111" })],
    ["groups with hyphens", "/cards", JSON.stringify({ n: "4111-1111-1111-1111" })],
    ["13 digits", "/cards", JSON.stringify({ n: "4222222222222" })],
    ["19 digits", "/cards", JSON.stringify({ n: "6304000000000000000" })],
  ])("redacts a card number in %s, and so do deviations and log", async (_, path, body) => {
    const mock = createMock();
    const call = await recorded(mock, path, { method: body ? "POST" : "GET", headers: json, ...(body && { body }) });
    for (const shown of [JSON.stringify(call), formatPretty(call), JSON.stringify(mock.deviations.list())]) {
      expect(shown.replace(/[ -]/g, "")).not.toMatch(/4111111111111111|4222222222222|6304000000000000000/);
    }
    expect(JSON.stringify(call)).toContain("[redacted]");
  });

  it("shows digits that are no card number, and UUIDs", async () => {
    const kept = { a: "4111111111111112", b: "411111111111", c: "12345678-1234-1234-1234-123456789012", d: 41111111 };
    const call = await recorded(createMock(), "/nowhere", {
      method: "POST",
      headers: json,
      body: JSON.stringify(kept),
    });
    expect(call.body).toEqual(kept);
  });

  it.each([
    [
      "JSON that is cut off",
      json,
      `{"pin": "9876", "number": "${pan}", "refresh_token":"secret`,
      ["9876", pan, "secret"],
    ],
    ["a body of another media type", { ...headers, "content-type": "application/xml" }, `<n>${pan}</n>`, [pan]],
  ])("redacts what it can find in %s", async (_, own, body, secrets) => {
    const call = await recorded(createMock(), `${cardPath}/status`, { method: "PUT", headers: own, body });
    for (const secret of secrets) expect(JSON.stringify(call)).not.toContain(secret);
    expect(call.body).toEqual(expect.any(String));
  });
});

describe("toHaveReceived", () => {
  it("sees what the test sent, fields of forms and sensitive ones included", async () => {
    const mock = createMock();
    await mock.fetch("/oauth/token", {
      method: "POST",
      headers: form,
      body: "grant_type=refresh_token&refresh_token=mine",
    });
    await call(mock, `${cardPath}/phone-number`, { method: "PUT", json: { phoneNumber: "+6588888888" } });
    const grant = { grant_type: "refresh_token", refresh_token: "mine" };
    expect(toHaveReceived(mock, "oauth.token", { body: grant, times: 1 }).pass).toBe(true);
    expect(toHaveReceived(mock, "oauth.token", { body: { ...grant, refresh_token: "other" } }).pass).toBe(false);
    expect(toHaveReceived(mock, "cards.updatePhoneNumber", { body: { phoneNumber: "+6588888888" } }).pass).toBe(true);
  });

  it("does not show it", async () => {
    await using mock = await startMock();
    const lines: string[] = [];
    mock.requests.subscribe((entry) => lines.push(formatJson(entry)));
    await call(over(mock), `${cardPath}/phone-number`, { method: "PUT", json: { phoneNumber: "+6588888888" } });
    const { message } = toHaveReceived(mock, "cards.updatePhoneNumber", { body: { phoneNumber: "+1" } });
    const routes = await (await fetch(`${mock.url}/__mock/requests`)).text();
    const shown = [
      message(),
      ...lines,
      routes,
      inspect(mock.requests, { depth: 9, showHidden: true }),
      JSON.stringify(mock.requests.list()),
    ];
    for (const where of shown) expect(where).not.toContain("+6588888888");
    expect(message()).toContain('"phoneNumber":"[redacted]"');
  });
});
