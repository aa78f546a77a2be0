import { createMock, type Fault, type Mock, startMock } from "@wisekit/mock";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { call, cardPath, cardToken, codesOf, over } from "./support/mock-caller.ts";

let mock: Mock;
beforeEach(async () => {
  mock = await startMock({ seed: 3 });
});
afterEach(() => mock.stop());

const statusPath = `${cardPath}/status`;
const freeze = { method: "PUT", json: { status: "FROZEN" } };

describe("faults", () => {
  it.each([
    [400, "request.invalid"],
    [404, "card.not.found"],
    [409, "card.status.transition.not.allowed"],
  ])("give %i in the documented shape, with a documented code", async (status, code) => {
    mock.faults.next("cards.updateStatus", { status });
    const response = await call(over(mock), statusPath, freeze);
    expect([response.status, codesOf(response)]).toEqual([status, [code]]);
    expect(mock.state.cards.get(cardToken)?.status).toBe("ACTIVE");
  });

  it.each([
    [418, { errors: [expect.objectContaining({ code: "request.invalid" })] }],
    [504, { message: expect.any(String) }],
  ])("give %i, which the operation does not document, in the shape of the API's errors", async (status, body) => {
    mock.faults.next("cards.get", { status });
    const response = await mock.fetch(cardPath, { headers: { authorization: "Bearer x" } });
    expect([response.status, await response.json()]).toEqual([status, expect.objectContaining(body)]);
  });

  it.each([401, 403, 429, 500, 503])("give %i in the documented shape, once", async (status) => {
    mock.faults.next("cards.get", { status, retryAfter: 7 });
    const response = await call(over(mock), cardPath);
    expect(response.status).toBe(status);
    expect(response.headers.get("retry-after")).toBe(status === 429 || status === 503 ? "7" : null);
    expect((await call(over(mock), cardPath)).status).toBe(200);
  });

  it("let an access token expire", async () => {
    mock.faults.next("*", { expiredToken: true });
    const response = await call<{ error: string }>(over(mock), cardPath);
    expect([response.status, response.body.error]).toEqual([401, "invalid_token"]);
  });

  it("reset the connection before the change is committed, or after", async () => {
    mock.faults.next("cards.updateStatus", { connection: "reset-before-commit" });
    await expect(call(over(mock), statusPath, freeze)).rejects.toThrow("fetch failed");
    expect(mock.state.cards.get(cardToken)?.status).toBe("ACTIVE");
    mock.faults.next("cards.updateStatus", { connection: "reset-after-commit" });
    await expect(call(over(mock), statusPath, freeze)).rejects.toThrow("fetch failed");
    expect(mock.state.cards.get(cardToken)?.status).toBe("FROZEN");
  });

  it("truncate the body, or never end it", async () => {
    mock.faults.next("cards.get", { connection: "truncate" });
    await expect(call(over(mock), cardPath)).rejects.toThrow();
    mock.faults.next("cards.get", { connection: "stall" });
    const response = await fetch(mock.url + cardPath, {
      headers: { authorization: "Bearer x" },
      signal: AbortSignal.timeout(100),
    });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("timeout");
  });

  it("do the same without a socket", async () => {
    const local = createMock();
    const ask = () =>
      local.fetch(cardPath, { headers: { authorization: "Bearer x" }, signal: AbortSignal.timeout(100) });
    local.faults.next("cards.get", { connection: "reset-before-commit" });
    await expect(ask()).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
    local.faults.next("cards.get", { connection: "truncate" });
    await expect((await ask()).text()).rejects.toThrow();
    local.faults.next("cards.get", { connection: "stall" });
    await expect((await ask()).text()).rejects.toThrow("timeout");
    local.faults.next("cards.get", { latencyMs: 5000 });
    await expect(ask()).rejects.toThrow("timeout");
  });

  it("end without a socket when the call is aborted while its body is read", async () => {
    const local = createMock();
    local.faults.next("cards.updateStatus", { connection: "stall" });
    const controller = new AbortController();
    const headers = { authorization: "Bearer x", "content-type": "application/json" };
    const init = { method: "PUT", headers, body: '{"status":"FROZEN"}', signal: controller.signal };
    const stalled = local.fetch(statusPath, init).then((response) => response.text());
    controller.abort(new Error("no longer wanted"));
    await expect(stalled).rejects.toThrow("no longer wanted");
    expect(local.state.cards.get(cardToken)?.status).toBe("ACTIVE");
  });

  it("send another media type, and values that break the contract", async () => {
    mock.faults.next("cards.get", { contentType: "text/html" });
    await expect(call(over(mock), cardPath)).rejects.toThrow("text/html is not documented");
    mock.faults.next("cards.get", { breakContract: true });
    await expect(call(over(mock), cardPath)).rejects.toThrow("token");
    mock.faults.next("permissions.update", { breakContract: true });
    const body = { method: "PATCH", json: { type: "ECOM", isEnabled: true } };
    await expect(call(over(mock), `${cardPath}/spending-permissions`, body)).rejects.toThrow("a body where none");
  });

  it("delay a response", async () => {
    mock.faults.next("cards.get", { latencyMs: { min: 60, max: 80 } });
    const startedAt = performance.now();
    await call(over(mock), cardPath);
    expect(performance.now() - startedAt).toBeGreaterThan(55);
  });

  it("happen to one card only", async () => {
    mock.faults.add({ operation: "cards.get", cardToken, status: 500 });
    const { body } = await call<{ cards: { token: string }[] }>(over(mock), `/v3/spend/profiles/123456/cards`);
    const other = body.cards.find(({ token }) => token !== cardToken)?.token;
    expect((await call(over(mock), cardPath)).status).toBe(500);
    expect((await call(over(mock), cardPath.replace(cardToken, other ?? ""))).status).toBe(200);
  });

  it("happen to a share of the calls, the same ones for the same seed", async () => {
    const pattern = async (seed: number) => {
      const local = createMock({ seed });
      local.faults.add({ status: 503, probability: 0.3 });
      const statuses: number[] = [];
      for (let index = 0; index < 200; index++) statuses.push((await call(local, cardPath)).status);
      return statuses;
    };
    const [first, second, other] = [await pattern(3), await pattern(3), await pattern(4)];
    expect(first).toEqual(second);
    expect(first).not.toEqual(other);
    const failed = first.filter((status) => status === 503).length;
    expect(failed).toBeGreaterThan(35);
    expect(failed).toBeLessThan(85);
  });

  it("can be listed, taken back and cleared", async () => {
    const fault = mock.faults.add({ operation: "cards.get", status: 500 });
    mock.faults.add({ operation: "cards.list", status: 500, times: 2 });
    expect(mock.faults.list().map(({ rule }) => rule.operation)).toEqual(["cards.get", "cards.list"]);
    expect(mock.faults.remove(fault)).toBe(true);
    expect((await call(over(mock), cardPath)).status).toBe(200);
    mock.faults.clear();
    expect(mock.faults.list()).toEqual([]);
  });

  it.each([
    ["status=429, retry-after=3", 429],
    ["respond-async; status=503", 503],
    ["expired-token", 401],
    ["respond-async", 200],
    ["status=99", 200],
    ["status=503, nth=2", 200],
    ["status=503, user=101", 200],
  ])("can be asked for by one call: Prefer: %s", async (prefer, status) => {
    expect((await call(over(mock), cardPath, { headers: { prefer } })).status).toBe(status);
  });

  it.each([
    [{}, "at least one"],
    [{ status: 200 }, "status"],
    [{ status: 500, probability: 2 }, "probability"],
    [{ operation: "cards.steal", status: 500 }, "cards.steal"],
    [{ statsu: 500 }, "statsu"],
    [{ latencyMs: -1 }, "latencyMs"],
    [{ connection: "melt" }, "connection"],
  ])("that are not valid are rejected: %j", (rule, named) => {
    expect(() => mock.faults.add(rule as Fault)).toThrow(TypeError);
    expect(() => mock.faults.add(rule as Fault)).toThrow(named);
  });
});
