import { type Mock, startMock } from "@wisekit/mock";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sealForTest } from "./support/card-data-request.ts";
import { call, cardPath, cardToken, over, profileId } from "./support/mock-caller.ts";

let mock: Mock;
beforeEach(async () => {
  mock = await startMock();
});
afterEach(() => mock.stop());

async function ask<Body>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${mock.url}/__mock${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: (text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : text) as Body,
  };
}

describe("the mock's own routes", () => {
  it("serve a page that loads nothing from elsewhere", async () => {
    const response = await fetch(`${mock.url}/__mock`);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const page = await response.text();
    expect(page).toContain("<title>wisekit mock</title>");
    expect(page).not.toMatch(/(src|href)="https?:/);
  });

  it("simulate", async () => {
    const purchase = await ask("POST", "/simulate/purchase", { cardToken, method: "CHIP_AND_PIN", amount: 3 });
    expect(purchase.body).toEqual({ approved: true });
    expect((await ask("POST", "/simulate/suspend", { cardToken })).status).toBe(204);
    expect((await ask("POST", "/simulate/lift-suspension", { cardToken })).status).toBe(204);
    expect((await ask("POST", "/simulate/wrong-pin", { cardToken, times: 2 })).body).toMatchObject({ approved: false });
    expect((await ask("POST", "/simulate/advance-time", { days: 2000 })).status).toBe(204);
    const cards = await ask<{ status: { value: string } }[]>("GET", `/cards?profileId=${profileId}`);
    expect((await call<{ status: { value: string } }>(over(mock), cardPath)).body.status.value).toBe("PURGED");
    expect(cards.body).toHaveLength(12);
  });

  it("add, list and remove faults, as an object or in words", async () => {
    const added = await ask<{ id: number }>("POST", "/faults", { operation: "cards.get", status: 500 });
    await ask("POST", "/faults", { rule: "cards.list status=429 times=1" });
    expect((await ask<unknown[]>("GET", "/faults")).body).toHaveLength(2);
    await ask("DELETE", `/faults/${added.body.id}`);
    expect((await call(over(mock), cardPath)).status).toBe(200);
    expect((await call(over(mock), `/v3/spend/profiles/${profileId}/cards`)).status).toBe(429);
  });

  it("show requests since one, and state, and put both back", async () => {
    await call(over(mock), cardPath);
    await call(over(mock), cardPath);
    expect((await ask<{ id: number }[]>("GET", "/requests?after=1")).body.map(({ id }) => id)).toEqual([2]);
    const snapshot = await ask<{ version: number }>("GET", "/snapshot");
    mock.simulate.suspend(cardToken);
    expect((await ask("PUT", "/snapshot", snapshot.body)).status).toBe(204);
    expect(mock.state.cards.get(cardToken)?.status).toBe("ACTIVE");
    mock.simulate.suspend(cardToken);
    expect((await ask("POST", "/reset")).status).toBe(204);
    expect(mock.state.cards.get(cardToken)?.status).toBe("ACTIVE");
  });

  it("change settings, rotate the key, and explain why a JWE is rejected", async () => {
    expect((await ask("PUT", "/settings", { sca: true })).status).toBe(204);
    const old = (await mock.keys.current()).key;
    expect((await ask("POST", "/keys/rotate")).body).toEqual({ version: 2 });
    const { payload } = sealForTest(old, "RSA1_5");
    const steps = await ask<{ step: string; ok: boolean; detail: string }[]>("POST", "/keys/explain", {
      encryptedPayload: payload,
    });
    expect(steps.body.map(({ step, ok }) => [step, ok])).toEqual([
      ["compact form", true],
      ["header", true],
      ["algorithm", true],
      ["key wrap", false],
    ]);
  });

  it.each([
    ["POST", "/simulate/purchase", { method: "ECOM", amount: 1 }, 400],
    ["POST", "/simulate/purchase", { cardToken, method: "BARTER", amount: 1 }, 400],
    ["POST", "/faults", { operation: "cards.get" }, 400],
    ["PUT", "/snapshot", { version: 2 }, 400],
    ["PUT", "/settings", { scaa: true }, 400],
    ["POST", "/simulate/advance-time", { years: 1 }, 400],
    ["GET", "/coverage", undefined, 400],
    ["GET", "/nothing", undefined, 404],
    ["DELETE", "/snapshot", undefined, 405],
  ])("apiError %s %s %j with %i", async (method, path, body, status) => {
    expect((await ask(method, path, body)).status).toBe(status);
  });

  it("are closed to pages of other origins", async () => {
    const crossSite = { "sec-fetch-site": "cross-site" };
    expect((await ask("POST", "/reset", undefined, crossSite)).status).toBe(403);
    expect((await ask("GET", "/snapshot", undefined, crossSite)).status).toBe(403);
  });
});
