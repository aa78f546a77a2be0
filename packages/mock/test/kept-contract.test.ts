import { createMock, type LocalMock, startMock } from "@wisekit/mock";
import { toHaveKeptTheContract } from "@wisekit/mock/playwright";
import { describe, expect, it } from "vitest";
import { bodyKinds } from "./support/kinds-contract.ts";
import { call, cardPath, over } from "./support/mock-caller.ts";
import { prismKinds, prismKindsWithoutErrors } from "./support/rules-contract.ts";

const headers = { authorization: "Bearer any" };
const json = { ...headers, "content-type": "application/json" };
const statusPath = `${cardPath}/status`;
const frozen = JSON.stringify({ status: "FROZEN" });
const melted = JSON.stringify({ status: "MELTED" });

function verdict(mock: LocalMock): string {
  const { pass, message } = toHaveKeptTheContract(mock);
  expect(pass).toBe(mock.deviations.count === 0);
  return message();
}

describe("toHaveKeptTheContract", () => {
  it("passes for calls that kept to the contract", async () => {
    const mock = createMock();
    await mock.fetch(statusPath, { method: "PUT", headers: json, body: frozen });
    expect(verdict(mock)).toBe("Every call kept to the contract, and one should not have.");
    expect(mock.deviations.list()).toEqual([]);
  });

  it.each<[string, string, RequestInit, number, string]>([
    [
      "a path that is not in the contract",
      "/v3/spend/cards",
      {},
      404,
      "GET /v3/spend/cards: path is not in the contract",
    ],
    [
      "a method that the path does not have",
      cardPath,
      { method: "DELETE" },
      405,
      `DELETE ${cardPath}: method DELETE is not one of GET`,
    ],
    [
      "JSON that came as text",
      statusPath,
      { method: "PUT", headers, body: frozen },
      200,
      "cards.updateStatus: header.content-type must be application/json",
    ],
    [
      "JSON that came as a form",
      statusPath,
      { method: "PUT", headers: { ...headers, "content-type": "application/x-www-form-urlencoded" }, body: frozen },
      200,
      "cards.updateStatus: header.content-type must be application/json",
    ],
    [
      "a value that is not allowed",
      statusPath,
      { method: "PUT", headers: json, body: melted },
      400,
      "cards.updateStatus: body.status must be one of ACTIVE, FROZEN, BLOCKED",
    ],
    [
      "missing credentials",
      cardPath,
      { headers: {} },
      401,
      "cards.get: header.authorization must carry credentials; schemes are Bearer",
    ],
  ])("counts %s", async (_, path, init, status, line) => {
    const mock = createMock();
    const response = await mock.fetch(path, { headers, ...init });
    expect(response.status).toBe(status);
    expect(verdict(mock)).toContain(line);
    expect(mock.deviations.list()).toMatchObject([{ id: 1, method: init.method ?? "GET", status, side: "request" }]);
  });

  it("counts JSON without a media type", async () => {
    const mock = createMock();
    const response = await mock.fetch(statusPath, { method: "PUT", headers, body: Buffer.from(frozen) });
    expect(response.status).toBe(200);
    expect(verdict(mock)).toContain(
      "header.content-type must be application/json: the body is JSON and came without a media type",
    );
  });

  it("counts a response of no acceptable media type", async () => {
    const mock = createMock({ contract: bodyKinds });
    const response = await mock.fetch("/object", {
      method: "POST",
      headers: { ...json, accept: "text/html" },
      body: '{"name":"x"}',
    });
    expect(response.status).toBe(406);
    expect(verdict(mock)).toContain("bodies.object: header.accept ");
  });

  it("counts a body that is too large", async () => {
    await using mock = await startMock();
    const response = await over(mock).fetch(statusPath, {
      method: "PUT",
      headers: json,
      body: JSON.stringify({ status: "FROZEN", note: "x".repeat(300_000) }),
    });
    expect(response.status).toBe(413);
    expect(verdict(mock)).toContain("cards.updateStatus: body is larger than 262144 bytes");
  });

  it.each([
    ["an error in its place", { status: 503 }],
    ["an expired token", { expiredToken: true }],
    ["a connection that broke", { connection: "reset-before-commit" } as const],
  ])("counts what was wrong with a request that met %s", async (_, fault) => {
    const mock = createMock();
    mock.faults.next("cards.updateStatus", fault);
    await mock.fetch(statusPath, { method: "PUT", headers: json, body: melted }).catch(() => undefined);
    expect(verdict(mock)).toContain("cards.updateStatus: body.status must be one of");
    expect(mock.requests.last()?.violations.input).toHaveLength(1);
  });

  it("counts what was wrong with a request beyond the rate limit", async () => {
    const mock = createMock({ rateLimits: true, clock: () => 0 });
    for (let index = 0; index < 100; index++) await call(mock, cardPath);
    const response = await mock.fetch(statusPath, { method: "PUT", headers: json, body: melted });
    expect(response.status).toBe(429);
    expect(verdict(mock)).toContain("cards.updateStatus: body.status must be one of");
  });

  it.each([
    ["that the contract documents", prismKinds, 400],
    ["that the contract does not document", prismKindsWithoutErrors, 422],
  ])("counts the findings of a whole Prism under an error %s", async (_, contract, status) => {
    const mock = createMock({ contract });
    expect((await mock.fetch("/deep?filter[least]=many", { headers })).status).toBe(status);
    expect(verdict(mock)).toMatch(/^These calls broke the contract:\n {2}prism\.deep: query\.filter/);
    expect(mock.requests.last()?.violations.input).not.toEqual([]);
  });

  it("remembers a deviation when hundreds of calls came after it", async () => {
    const mock = createMock({ requestLogSize: 2 });
    await mock.fetch("/nowhere", { headers });
    for (let index = 0; index < 300; index++) await call(mock, cardPath);
    expect(verdict(mock)).toContain("GET /nowhere: path is not in the contract");
    mock.requests.clear();
    expect(mock.deviations.count).toBe(1);
  });

  it("counts all of many deviations, and shows the first hundred", async () => {
    const mock = createMock();
    for (let index = 0; index < 130; index++) await mock.fetch(`/nowhere/${index}`, { headers });
    expect([mock.deviations.count, mock.deviations.list().length]).toEqual([130, 100]);
    expect(verdict(mock)).toContain("GET /nowhere/99: path");
    expect(verdict(mock)).toContain("and 30 more");
  });

  it("forgets all deviations on reset", async () => {
    const mock = createMock();
    await mock.fetch("/nowhere", { headers });
    mock.reset();
    expect([mock.deviations.count, mock.deviations.list()]).toEqual([0, []]);
    expect(toHaveKeptTheContract(mock).pass).toBe(true);
  });

  it("has its list at GET /__mock/deviations", async () => {
    await using mock = await startMock();
    await over(mock).fetch("/nowhere", { headers });
    expect(await (await fetch(`${mock.url}/__mock/deviations`)).json()).toEqual({
      count: 1,
      list: mock.deviations.list(),
    });
  });
});
