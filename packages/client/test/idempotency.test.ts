import { isApiError, isWiseError, type OperationData } from "@wisekit/client";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createTestCall } from "./support/create-test-client.ts";
import { brokenConnection, jsonResponse, silence } from "./support/stub-fetch.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const byHeader = { method: "POST", retry: "keyed", key: { header: "x-idempotence-uuid" } } as const;
const byField = {
  method: "POST",
  retry: "keyed",
  body: { fields: ["amount", "customerTransactionId"] },
  required: ["amount"],
  key: { argument: "customerTransactionId" },
} as const satisfies Partial<OperationData>;

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("an idempotency key in a header", () => {
  it("is a new UUID for each call", async () => {
    const { run, fetch } = createTestCall(byHeader);
    await run();
    await run();
    const keys = fetch.calls.map(({ init }) => init.headers["x-idempotence-uuid"]);
    expect(keys).toEqual([expect.stringMatching(uuid), expect.stringMatching(uuid)]);
    expect(new Set(keys).size).toBe(2);
  });

  it.each([
    ["503", jsonResponse({}, 503)],
    ["a broken connection", brokenConnection("ECONNRESET")],
    ["429", jsonResponse({}, 429)],
  ])("stays the same over all attempts after %s, since with it a write is safe to retry", async (_, failure) => {
    const { run, fetch, clock } = createTestCall(byHeader, [failure, failure, jsonResponse({ id: 1 })]);
    const call = run();
    await clock.passTimer(500);
    await clock.passTimer(1000);
    expect(await call).toEqual({ id: 1 });
    expect(new Set(fetch.calls.map(({ init }) => init.headers["x-idempotence-uuid"])).size).toBe(1);
    expect(fetch.calls).toHaveLength(3);
  });

  it("stays the same when the token is renewed and when a challenge is cleared", async () => {
    const challenge = { "x-2fa-approval-result": "REJECTED", "x-2fa-approval": "ott" };
    const auth = (rejected?: string) => (rejected ? "new" : "old");
    const { run, fetch } = createTestCall(
      byHeader,
      [jsonResponse({}, 401), jsonResponse({}, 403, challenge), jsonResponse({})],
      { auth, onSca: async () => {} },
    );
    await run();
    expect(new Set(fetch.calls.map(({ init }) => init.headers["x-idempotence-uuid"])).size).toBe(1);
    expect(fetch.calls).toHaveLength(3);
  });

  it("may be the caller's own", async () => {
    const { run, fetch } = createTestCall(byHeader);
    await run({}, { idempotencyKey: "mine" });
    expect(fetch.calls[0]?.init.headers["x-idempotence-uuid"]).toBe("mine");
  });

  it.each(["", "line\nbreak", 5])("cannot be %j", async (idempotencyKey) => {
    const { run, fetch } = createTestCall(byHeader);
    await expect(run({}, { idempotencyKey: idempotencyKey as string })).rejects.toThrow(
      "things.run(): idempotencyKey must be a non-empty string",
    );
    expect(fetch.calls).toHaveLength(0);
  });

  it("is an unknown option for an operation that takes none", async () => {
    const { run, fetch } = createTestCall({ method: "POST" });
    await expect(run({}, { idempotencyKey: "mine" })).rejects.toThrow('things.run(): unknown option "idempotencyKey"');
    expect(fetch.calls).toHaveLength(0);
  });

  it("is made where browsers have no crypto.randomUUID: on a page without https", async () => {
    vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
    const { run, fetch } = createTestCall(byHeader);
    await run();
    expect(fetch.calls[0]?.init.headers["x-idempotence-uuid"]).toMatch(uuid);
  });
});

describe("an idempotency key in the body", () => {
  const sentKey = (body: unknown) =>
    (JSON.parse(String(body)) as { customerTransactionId: string }).customerTransactionId;

  it("is made for each call and kept over all attempts", async () => {
    const { run, fetch, clock } = createTestCall(byField, [jsonResponse({}, 503), jsonResponse({})]);
    const call = run({ amount: 1 });
    await clock.passTimer(500);
    await call;
    const [first, second] = fetch.calls.map(({ init }) => sentKey(init.body));
    expect(first).toMatch(uuid);
    expect(second).toBe(first);
  });

  it("is the argument, if the caller gives one", async () => {
    const { run, fetch } = createTestCall(byField);
    await run({ amount: 1, customerTransactionId: "mine" });
    expect(sentKey(fetch.calls[0]?.init.body)).toBe("mine");
  });
});

describe("an error of a call with an idempotency key", () => {
  it.each<[string, Partial<OperationData>, object, object]>([
    ["a header", byHeader, {}, { idempotencyKey: "mine" }],
    ["the body", byField, { amount: 1, customerTransactionId: "mine" }, {}],
  ])("carries the key that was sent in %s", async (_, operation, args, options) => {
    const { run } = createTestCall(operation, [jsonResponse({}, 422)]);
    const error: unknown = await run(args, options).catch((thrown: unknown) => thrown);
    expect(isApiError(error) && error.idempotencyKey).toBe("mine");
  });

  it.each([
    ["no connection", brokenConnection("ECONNRESET"), "ERR_CONNECTION"],
    ["a response that cannot be read", new Response("<html>"), "ERR_DECODE"],
    ["a server error", jsonResponse({}, 500), "ERR_SERVER"],
  ])("carries the key that the client made, after %s", async (_, response, code) => {
    const { run, fetch } = createTestCall(byHeader, [response], { maxRetries: 0 });
    const error: unknown = await run().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, idempotencyKey: fetch.calls[0]?.init.headers["x-idempotence-uuid"] });
  });

  it("carries it after a timeout, too", async () => {
    const { run, clock } = createTestCall(byHeader, [silence], { maxRetries: 0 });
    const call = run({}, { idempotencyKey: "mine" }).catch((thrown: unknown) => thrown);
    await clock.passTimer(60_000);
    expect(await call).toMatchObject({ code: "ERR_TIMEOUT", idempotencyKey: "mine", retryable: true });
  });

  it("has none where the operation takes none", async () => {
    const { run } = createTestCall({ method: "POST" }, [jsonResponse({}, 422)]);
    const error: unknown = await run().catch((thrown: unknown) => thrown);
    expect(isWiseError(error) && error.idempotencyKey).toBeUndefined();
  });
});
