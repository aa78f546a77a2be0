import { createMock, mergeCoverage, type RecordedCall, renderCoverage } from "@wisekit/mock";
import { describe, expect, it } from "vitest";
import { sealForTest } from "./support/card-data-request.ts";
import { call, cardPath, cardToken } from "./support/mock-caller.ts";

describe("mock.requests", () => {
  it("lists calls with operation, status and violations", async () => {
    const mock = createMock();
    await call(mock, cardPath);
    await call(mock, `${cardPath}/status`, { method: "PUT", json: { status: "MELTED" } });
    await call(mock, "/nowhere");
    expect(mock.requests.list().map(({ id, operation, method, status }) => [id, operation, method, status])).toEqual([
      [1, "cards.get", "GET", 200],
      [2, "cards.updateStatus", "PUT", 400],
      [3, undefined, "GET", 404],
    ]);
    expect(mock.requests.last("cards.updateStatus")?.violations.input).toEqual([
      { path: "body.status", message: "must be one of ACTIVE, FROZEN, BLOCKED" },
    ]);
  });

  it("shows no token, password, PAN, CVV2, PIN, name or number", async () => {
    const mock = createMock({ sca: true, cardData: { responseFormat: "json" } });
    const { key } = await mock.keys.current();
    const ask = (approval?: string) =>
      call<Record<string, string>>(mock, "/twcard-data/v1/sensitive-card-data/details", {
        method: "POST",
        authorization: "Bearer secret-bearer",
        headers: { "x-tw-twcard-card-token": cardToken, ...(approval && { "x-2fa-approval": approval }) },
        json: { keyVersion: 1, encryptedPayload: sealForTest(key, "RSA1_5").payload },
      });
    const token = (await ask()).headers.get("x-2fa-approval") ?? "";
    await call(mock, "/v1/one-time-token/sms/trigger", { method: "POST", headers: { "one-time-token": token } });
    await call(mock, "/v1/one-time-token/sms/verify", {
      method: "POST",
      headers: { "one-time-token": token },
      json: { otpCode: "111111" },
    });
    const { body } = await ask(token);
    await call(mock, "/oauth/token", {
      method: "POST",
      authorization: `Basic ${btoa("client:secret")}`,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      text: "grant_type=refresh_token&refresh_token=secret-refresh",
    });
    const shown = JSON.stringify(mock.requests.list());
    const secrets = [
      body.pan,
      `"${body.cvv2}"`,
      token,
      "111111",
      "secret-bearer",
      "secret-refresh",
      btoa("client:secret"),
    ];
    for (const secret of [...secrets, "John Smith"]) expect(shown).not.toContain(secret);
    expect(shown).toContain('"grant_type":"refresh_token"');
    expect(shown).toContain("[redacted]");
  });

  it("keeps the last calls only, and tells subscribers of each", async () => {
    const mock = createMock({ requestLogSize: 2 });
    const seen: RecordedCall[] = [];
    const unsubscribe = mock.requests.subscribe((entry) => seen.push(entry));
    for (let index = 0; index < 3; index++) await call(mock, cardPath);
    unsubscribe();
    await call(mock, cardPath);
    expect(mock.requests.list().map(({ id }) => id)).toEqual([3, 4]);
    expect(seen.map(({ id }) => id)).toEqual([1, 2, 3]);
  });
});

describe("coverage", () => {
  it("says which operations, statuses, enum values and error codes were touched", async () => {
    const mock = createMock({ coverage: true });
    await call(mock, cardPath);
    await call(mock, `${cardPath}/status`, { method: "PUT", json: { status: "FROZEN" } });
    await call(mock, `${cardPath}/spending-limits/DAILY`, { method: "DELETE" });
    await call(mock, cardPath.replace(cardToken, "00000000-0000-4000-8000-000000000000"));
    const report = mock.coverage();
    expect(report.operations["cards.get"]).toMatchObject({ calls: 2, statuses: { "200": 1, "404": 1, "401": 0 } });
    expect(report.operations["cards.list"]?.calls).toBe(0);
    expect(report.enums.CardStatus?.seen).toEqual(["ACTIVE", "FROZEN"]);
    expect(report.enums.UpdatableCardStatus).toEqual({ seen: ["FROZEN"], missing: ["ACTIVE", "BLOCKED"] });
    expect(report.enums.CardLimitType?.seen).toEqual(["DAILY"]);
    expect(report.errorCodes.seen).toEqual(["card.not.found"]);
    expect(renderCoverage(report)).toContain("cards.get");
  });

  it("adds up over several mocks", async () => {
    const [one, other] = [createMock({ coverage: true }), createMock({ coverage: true })];
    await call(one, cardPath);
    await call(other, cardPath);
    await call(other, `${cardPath}/status`, { method: "PUT", json: { status: "BLOCKED" } });
    const sum = mergeCoverage([one.coverage(), other.coverage()]);
    expect(sum.operations["cards.get"]?.calls).toBe(2);
    expect(sum.enums.CardStatus?.seen).toEqual(["ACTIVE", "BLOCKED"]);
    expect(sum.enums.CardStatus?.missing).not.toContain("BLOCKED");
  });

  it("is only there if it was asked for", () => {
    expect(() => createMock().coverage()).toThrow(TypeError);
  });
});
