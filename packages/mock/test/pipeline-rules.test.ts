import { createMock, type LocalMock, type MockOptions } from "@wisekit/mock";
import { describe, expect, it } from "vitest";
import contract from "../src/generated/openapi.gen.json" with { type: "json" };
import { cardToken } from "./support/mock-caller.ts";

const json = { type: "object", properties: { echo: { type: "string", examples: ["an example"] } } };
const response = { description: "Done.", content: { "application/json": { schema: json } } };
const error = { description: "Not now.", content: { "application/json": { schema: { type: "object" } } } };
const errors = { 400: error, 401: error, 403: error, 404: error, 409: error, 429: error };
const profileId = { name: "profileId", in: "path", required: true, schema: { type: "integer" } };
const card = { name: "cardToken", in: "path", required: true, schema: { type: "string" } };
const key = { name: "x-key", in: "header", "x-idempotency-key": true, schema: { type: "string" } };
// Our own validators do not read objects in the query; the second half of the contract has one everywhere.
const filter = { name: "filter", in: "query", style: "deepObject", schema: { type: "object" } };

function operation(name: string, parameters: object[], more: object = {}) {
  return { "x-sdk-name": name, parameters, responses: { 200: response, ...errors }, ...more };
}

function pathsOf(prefix: string, extra: object[]): object {
  const scaOf = { "x-sca": "where-applicable" };
  return {
    [`/${prefix}/{profileId}/cards/{cardToken}`]: {
      get: operation(`${prefix}.card`, [profileId, card, ...extra], { "x-requires-card-status": ["ACTIVE"] }),
      put: operation(`${prefix}.secret`, [profileId, card, ...extra], scaOf),
    },
    [`/${prefix}/{profileId}/secret`]: { get: operation(`${prefix}.profileSecret`, [profileId, ...extra], scaOf) },
    [`/${prefix}/{profileId}/keyed`]: {
      post: operation(`${prefix}.keyed`, [profileId, key, ...extra], {
        requestBody: { content: { "application/json": { schema: { type: "object" } } } },
      }),
    },
  };
}

const document = { ...contract, paths: { ...contract.paths, ...pathsOf("read", []), ...pathsOf("prism", [filter]) } };

function mockOf(options: MockOptions = {}): LocalMock {
  return createMock({ contract: document, onUnhandledOperation: "example", ...options });
}

async function ask(mock: LocalMock, path: string, { method = "GET", headers = {}, body }: RequestInit = {}) {
  const own = { authorization: "Bearer any", ...(headers as Record<string, string>) };
  const received = await mock.fetch(path, { method, headers: own, ...(body != null && { body }) });
  return { status: received.status, headers: received.headers, text: await received.text() };
}

async function clear(mock: LocalMock, token: string): Promise<void> {
  const headers = { "one-time-token": token, "content-type": "application/json" };
  await ask(mock, "/v1/one-time-token/sms/trigger", { method: "POST", headers });
  await ask(mock, "/v1/one-time-token/sms/verify", { method: "POST", headers, body: '{"otpCode":"111111"}' });
}

describe.each([
  ["without a handler", "read"],
  ["that our validators cannot read", "prism"],
])("an operation %s", (_, prefix) => {
  const path = `/${prefix}/123456/cards/${cardToken}`;

  it("is held to the status that the card must have", async () => {
    const mock = mockOf();
    expect((await ask(mock, path)).status).toBe(200);
    mock.state.cards.update(cardToken, { status: "FROZEN" });
    const rejected = await ask(mock, path);
    expect([rejected.status, rejected.text]).toEqual([403, expect.stringContaining("FROZEN")]);
    const unknown = await ask(mock, `/${prefix}/123456/cards/00000000-0000-4000-8000-000000000000`);
    expect(unknown.status).toBe(404);
  });

  it.each([
    ["a card", `/${prefix}/123456/cards/${cardToken}`, "PUT"],
    ["a profile", `/${prefix}/123456/secret`, "GET"],
  ])("on %s is held to strong customer authentication", async (_what, secret, method) => {
    const mock = mockOf({ sca: true });
    const challenged = await ask(mock, secret, { method });
    expect([challenged.status, challenged.headers.get("x-2fa-approval-result")]).toEqual([403, "REJECTED"]);
    const headers = { "x-2fa-approval": challenged.headers.get("x-2fa-approval") ?? "" };
    expect((await ask(mock, secret, { method, headers })).status).toBe(403);
    await clear(mock, headers["x-2fa-approval"]);
    const passed = await ask(mock, secret, { method, headers });
    expect([passed.status, passed.headers.get("x-2fa-approval-result")]).toEqual([200, "APPROVED"]);
    expect((await ask(mock, secret, { method, headers })).status).toBe(403);
  });

  it("does not spend a one-time token on a call that fails", async () => {
    const mock = mockOf({ sca: true });
    const first = await ask(mock, path, { method: "PUT" });
    const headers = { "x-2fa-approval": first.headers.get("x-2fa-approval") ?? "" };
    await clear(mock, headers["x-2fa-approval"]);
    expect((await ask(mock, path, { method: "PUT", headers: { ...headers, prefer: "code=404" } })).status).toBe(404);
    expect((await ask(mock, path, { method: "PUT", headers })).status).toBe(200);
  });

  it("does not pass a second time with a one-time token that another call is about to spend", async () => {
    const mock = mockOf({ sca: true });
    const challenged = await ask(mock, path, { method: "PUT" });
    const headers = { "x-2fa-approval": challenged.headers.get("x-2fa-approval") ?? "" };
    await clear(mock, headers["x-2fa-approval"]);
    const both = await Promise.all([1, 2].map(() => ask(mock, path, { method: "PUT", headers })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
  });

  it("is not challenged where strong customer authentication is off, for the mock or the profile", async () => {
    expect((await ask(mockOf(), path, { method: "PUT" })).status).toBe(200);
    const mock = mockOf({ sca: true });
    mock.state.profiles.update(123456, { sca: "off" });
    expect((await ask(mock, path, { method: "PUT" })).status).toBe(200);
  });

  it("is held to the kind of its token, and to its expiry", async () => {
    let now = 1_800_000_000_000;
    const mock = mockOf({ tokens: { user: ["mine"], application: ["ours"] }, clock: () => now });
    const status = async (token: string) =>
      (await ask(mock, path, { headers: { authorization: `Bearer ${token}` } })).status;
    expect([await status("mine"), await status("ours"), await status("nobody's")]).toEqual([200, 403, 401]);
    now += 21 * 365 * 86_400_000;
    expect(await status("mine")).toBe(401);
  });

  it("is held to its idempotency key", async () => {
    const mock = mockOf();
    const send = (body: string) =>
      ask(mock, `/${prefix}/123456/keyed`, {
        method: "POST",
        headers: { "x-key": "k", "content-type": "application/json" },
        body,
      });
    expect([(await send('{"a":1}')).status, (await send('{"a":1}')).status, (await send('{"a":2}')).status]).toEqual([
      200, 200, 409,
    ]);
  });

  it("is held to the rate limits", async () => {
    const mock = mockOf({ rateLimits: true, clock: () => 1_800_000_000_000 });
    const statuses: number[] = [];
    for (let index = 0; index < 101; index++) statuses.push((await ask(mock, path)).status);
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([100, 429]);
  });

  it("says which assumptions an error of a rule rests on", async () => {
    const mock = mockOf();
    await ask(mock, `/${prefix}/123456/cards/00000000-0000-4000-8000-000000000000`);
    expect(mock.requests.last()?.assumptions).toEqual([expect.stringMatching(/^ErrorCode: /)]);
  });
});
