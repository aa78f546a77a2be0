import { isMockError, startMock } from "@wisekit/mock";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { call, cardPath, cardToken, over } from "./support/mock-caller.ts";

let mock: Awaited<ReturnType<typeof startMock>>;
beforeEach(async () => {
  mock = await startMock();
});
afterEach(() => mock.stop());

describe("the mock over HTTP", () => {
  it.each(["José Müller", "山田 花子", "Zoë 🦊"])("sends the name %s whole", async (cardHolderName) => {
    mock.state.cards.update(cardToken, { cardHolderName });
    expect((await call(over(mock), cardPath)).body).toMatchObject({ cardHolderName });
    const list = await call<{ cards: unknown[] }>(over(mock), "/v3/spend/profiles/123456/cards");
    expect(list.body.cards).toContainEqual(expect.objectContaining({ cardHolderName }));
  });

  it("does not know other paths, and says which methods a path has", async () => {
    expect((await call(over(mock), "/v3/spend/nothing")).status).toBe(404);
    const wrong = await call(over(mock), cardPath, { method: "DELETE" });
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET"]);
  });

  it("rejects malformed JSON and a missing body with 400, another media type with 415", async () => {
    const path = `${cardPath}/status`;
    const json = { "content-type": "application/json" };
    expect((await call(over(mock), path, { method: "PUT", headers: json, text: "{" })).status).toBe(400);
    expect((await call(over(mock), path, { method: "PUT" })).status).toBe(400);
    const xml = { "content-type": "application/xml" };
    expect((await call(over(mock), path, { method: "PUT", headers: xml, text: "<a/>" })).status).toBe(415);
  });

  it.each([undefined, "text/plain", "application/x-www-form-urlencoded"])(
    "reads JSON that came as %s, a sender's default",
    async (contentType) => {
      const headers: Record<string, string> = contentType === undefined ? {} : { "content-type": contentType };
      const text = '{"status":"FROZEN"}';
      expect((await call(over(mock), `${cardPath}/status`, { method: "PUT", headers, text })).status).toBe(200);
    },
  );

  it("sends a correlation id of up to 36 characters back and ignores longer ones", async () => {
    const echo = async (id: string) => {
      const response = await call(over(mock), cardPath, { headers: { "x-external-correlation-id": id } });
      return response.headers.get("x-external-correlation-id");
    };
    expect(await echo("x".repeat(36))).toBe("x".repeat(36));
    expect(await echo("x".repeat(37))).toBeNull();
  });

  it("lets pages of any origin read responses and their headers", async () => {
    const preflight = await fetch(mock.url + cardPath, {
      method: "OPTIONS",
      headers: {
        origin: "https://example.com",
        "access-control-request-method": "PUT",
        "access-control-request-headers": "authorization, x-tw-twcard-card-token",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-methods")).toContain("PUT");
    expect(preflight.headers.get("access-control-allow-headers")).toContain("x-tw-twcard-card-token");
    const response = await call(over(mock), cardPath);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    for (const name of ["x-trace-id", "x-2fa-approval", "x-2fa-approval-result", "retry-after"]) {
      expect(response.headers.get("access-control-expose-headers")).toContain(name);
    }
  });

  it("rejects a body of more than 256 KiB", async () => {
    const response = await fetch(`${mock.url}${cardPath}/status`, {
      method: "PUT",
      headers: { authorization: "Bearer x", "content-type": "application/json" },
      body: JSON.stringify({ status: "FROZEN", padding: "x".repeat(300_000) }),
    });
    expect([response.status, response.headers.get("x-trace-id")]).toEqual([
      413,
      expect.stringMatching(/^[0-9a-f]{32}$/),
    ]);
    expect(await response.json()).toMatchObject({ status: 413, path: `${cardPath}/status` });
  });
});

describe("startMock", () => {
  it("says that a port is taken", async () => {
    const second = startMock({ port: mock.port });
    await expect(second).rejects.toSatisfy((error) => isMockError(error) && error.code === "ERR_MOCK_ADDRESS_IN_USE");
    await expect(second).rejects.toThrow(`Port ${mock.port}`);
  });

  it("rejects an option and a scenario that there are not", async () => {
    // @ts-expect-error: the type rejects it as well
    await expect(startMock({ scenerio: "empty" })).rejects.toThrow(TypeError);
    // @ts-expect-error: the type rejects it as well
    await expect(startMock({ scenario: "mars" })).rejects.toThrow("uk-business, us-personal");
  });

  it("stops when its scope ends", async () => {
    let url: string;
    {
      await using scoped = await startMock();
      url = scoped.url;
      expect((await fetch(url)).status).toBe(404);
      await Promise.all([scoped.stop(), scoped.stop()]);
    }
    await expect(fetch(url)).rejects.toThrow();
  });
});
