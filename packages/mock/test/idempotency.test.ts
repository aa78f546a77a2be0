import { createMock, type FetchMock } from "@wisekit/mock";
import { describe, expect, it } from "vitest";
import { handledMock } from "./support/handled-mock.ts";
import { keyedKinds } from "./support/rules-contract.ts";

interface Reply {
  readonly status: number;
  readonly assumed: string | null;
  readonly body: Record<string, unknown>;
}

async function order(send: FetchMock, key: string, body: object, path = "/orders"): Promise<Reply> {
  const response = await send(path, {
    method: "POST",
    headers: { authorization: "Bearer any", "content-type": "application/json", "x-idempotence-uuid": key },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    assumed: response.headers.get("x-wisekit-assumed"),
    body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}

/** A mock whose handler counts what it does. */
function counting(options = {}) {
  let count = 0;
  return handledMock(keyedKinds, () => ({ status: 200, body: { count: ++count } }), options);
}

describe("an idempotency key", () => {
  it("gives the first response again, in whatever order the fields come", async () => {
    const { fetch } = counting();
    const first = await order(fetch, "k1", { a: 1, b: { c: 2, d: 3 } });
    const again = await order(fetch, "k1", { b: { d: 3, c: 2 }, a: 1 });
    const other = await order(fetch, "k2", { a: 1, b: { c: 2, d: 3 } });
    expect([first.body, again.body, other.body]).toEqual([{ count: 1 }, { count: 1 }, { count: 2 }]);
  });

  it("gives a conflict with another body, which rests on an assumption", async () => {
    const { fetch, requests } = counting();
    await order(fetch, "k1", { a: 1 });
    const conflict = await order(fetch, "k1", { a: 2 });
    expect([conflict.status, conflict.body]).toEqual([
      409,
      expect.objectContaining({ errors: [expect.objectContaining({ code: "idempotency.key.reused" })] }),
    ]);
    expect(conflict.assumed).toMatch(/^keyed\.header 409: No source documents/);
    expect(requests.last()?.assumptions).toEqual([conflict.assumed]);
    expect((await order(fetch, "k1", { a: 1 })).status).toBe(200);
  });

  it("can be a field of the body", async () => {
    const { fetch } = counting();
    const send = (body: object) => order(fetch, "unused", body, "/transfers");
    const first = await send({ customerTransactionId: "t1", amount: 1 });
    const again = await send({ customerTransactionId: "t1", amount: 1 });
    const other = await send({ customerTransactionId: "t1", amount: 2 });
    const [keyless, another] = [await send({ amount: 1 }), await send({ amount: 1 })];
    expect([first.body, again.body, other.status]).toEqual([{ count: 1 }, { count: 1 }, 409]);
    expect([keyless.body, another.body]).toEqual([{ count: 2 }, { count: 3 }]);
  });

  it("is kept by each operation for itself", async () => {
    const { fetch } = counting();
    await order(fetch, "k1", { customerTransactionId: "k1" });
    expect((await order(fetch, "k1", { customerTransactionId: "k1" }, "/transfers")).body).toEqual({ count: 2 });
  });

  it("lets one of two calls at the same time do the work", async () => {
    const { fetch } = counting();
    const replies = await Promise.all([1, 2, 3].map(() => order(fetch, "k1", { a: 1 })));
    expect(replies.map(({ body }) => body)).toEqual([{ count: 1 }, { count: 1 }, { count: 1 }]);
  });

  it("stays free after an error", async () => {
    let isOpen = false;
    const { fetch } = handledMock(keyedKinds, () =>
      isOpen ? { status: 200, body: { done: true } } : { status: 400, body: {} },
    );
    expect((await order(fetch, "k1", { a: 1 })).status).toBe(400);
    isOpen = true;
    expect((await order(fetch, "k1", { a: 2 })).body).toEqual({ done: true });
  });

  it("is remembered where the response was lost, and not where the request was", async () => {
    const mock = counting();
    mock.faults.next("keyed.header", { connection: "reset-after-commit" });
    await expect(order(mock.fetch, "k1", { a: 1 })).rejects.toThrow("fetch failed");
    expect((await order(mock.fetch, "k1", { a: 1 })).body).toEqual({ count: 1 });
    mock.faults.next("keyed.header", { connection: "reset-before-commit" });
    await expect(order(mock.fetch, "k2", { a: 1 })).rejects.toThrow("fetch failed");
    mock.faults.next("keyed.header", { status: 503 });
    expect((await order(mock.fetch, "k2", { a: 1 })).status).toBe(503);
    expect((await order(mock.fetch, "k2", { a: 2 })).body).toEqual({ count: 2 });
  });

  it("is part of a snapshot, and forgotten by a reset", async () => {
    const mock = counting();
    await order(mock.fetch, "k1", { a: 1 });
    const snapshot = JSON.parse(JSON.stringify(mock.snapshot()));
    mock.reset();
    expect((await order(mock.fetch, "k1", { a: 1 })).body).toEqual({ count: 2 });
    mock.restore(snapshot);
    expect((await order(mock.fetch, "k1", { a: 1 })).body).toEqual({ count: 1 });
  });

  it("is one of the last thousand", async () => {
    const mock = counting();
    for (let index = 0; index <= 1000; index++) await order(mock.fetch, `k${index}`, {});
    expect(mock.snapshot().keyedCalls).toHaveLength(1000);
    expect((await order(mock.fetch, "k1", {})).body).toEqual({ count: 2 });
    expect((await order(mock.fetch, "k0", {})).body).toEqual({ count: 1002 });
  });

  it("holds without a handler, too", async () => {
    const { fetch } = createMock({ contract: keyedKinds });
    expect([(await order(fetch, "k1", { a: 1 })).status, (await order(fetch, "k1", { a: 2 })).status]).toEqual([
      200, 409,
    ]);
  });

  it("knows files by what is in them, and gives bytes again", async () => {
    const { fetch } = createMock({ contract: keyedKinds });
    const send = async (path: string, text: string) => {
      const body = new FormData();
      body.set("file", new File([text], "a.txt"));
      const headers = { authorization: "Bearer any", "x-idempotence-uuid": "k1" };
      const response = await fetch(path, { method: "POST", headers, ...(path === "/uploads" && { body }) });
      return [response.status, (await response.text()).slice(0, 4)];
    };
    expect([await send("/uploads", "a"), await send("/uploads", "a"), await send("/uploads", "b")]).toEqual([
      [200, '{"go'],
      [200, '{"go'],
      [409, '{"ti'],
    ]);
    expect([await send("/files", ""), await send("/files", "")]).toEqual([
      [200, "%PDF"],
      [200, "%PDF"],
    ]);
  });
});
