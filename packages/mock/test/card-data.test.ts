import { type StartMockOptions, startMock } from "@wisekit/mock";
import { compactDecrypt } from "jose";
import { afterEach, describe, expect, it } from "vitest";
import { openForTest, sealForTest, sealKeyForTest } from "./support/card-data-request.ts";
import { type Call, call, cardPath, cardToken, codesOf, over } from "./support/mock-caller.ts";

let mock: Awaited<ReturnType<typeof startMock>>;
afterEach(() => mock.stop());

const keyPath = "/twcard-data/v1/clientSideEncryption/fetchEncryptingKey";
const nonce = "33d51227-9ad6-4624-b4b7-7853b56076dd";

async function start(options: StartMockOptions = {}): Promise<{ version: number; key: string }> {
  mock = await startMock(options);
  return (await call<{ version: number; key: string }>(over(mock), keyPath)).body;
}

function ask(
  what: "details" | "pin",
  payload: string,
  more: { keyVersion?: number; token?: string; headers?: Call["headers"] } = {},
) {
  const { keyVersion = 1, token = cardToken, headers } = more;
  return call<Record<string, string>>(over(mock), `/twcard-data/v1/sensitive-card-data/${what}`, {
    method: "POST",
    headers: { "x-tw-twcard-card-token": token, ...headers },
    json: { keyVersion, encryptedPayload: payload },
  });
}

describe("card data", () => {
  it.each(["RSA1_5", "RSA-OAEP-256"])("is sealed with the client's key, which came wrapped by %s", async (alg) => {
    const { key } = await start();
    const sealed = sealForTest(key, alg, JSON.stringify({ nonce }));
    const details = await ask("details", sealed.payload);
    expect(details.headers.get("content-type")).toBe("application/jose");
    expect(openForTest(details.text, sealed.contentKey)).toEqual({
      nonce: expect.stringMatching(/^[0-9a-f-]{36}$/),
      pan: expect.stringMatching(/^459661\d{6}6320$/),
      cvv2: "111",
      expiryDate: "05/28",
      cardholderName: "John Smith",
    });
    const pin = await ask("pin", sealed.payload);
    expect(openForTest(pin.text, sealed.contentKey)).toMatchObject({ pin: "1234" });
  });

  it("opens with another JOSE library", async () => {
    const { key } = await start();
    const sealed = sealForTest(key, "RSA1_5");
    const { plaintext, protectedHeader } = await compactDecrypt(
      (await ask("pin", sealed.payload)).text,
      sealed.contentKey,
    );
    expect(protectedHeader).toEqual({ alg: "dir", enc: "A256GCM" });
    expect(JSON.parse(new TextDecoder().decode(plaintext)).pin).toBe("1234");
  });

  it("comes as JSON if asked to", async () => {
    const { key } = await start({ cardData: { responseFormat: "json" } });
    const { body } = await ask("pin", sealForTest(key, "RSA1_5").payload);
    expect(body).toEqual({ nonce: expect.stringMatching(/^[0-9a-f-]{36}$/), pin: "1234" });
  });

  it.each(["jwe", "json"] as const)(
    "has by default a nonce of the mock's own, whatever the request has, as %s",
    async (form) => {
      const { key } = await start({ cardData: { responseFormat: form } });
      const nonces = new Set([nonce]);
      for (const plaintext of [JSON.stringify({ nonce }), '{"nonce":"1"}', "no JSON", ""]) {
        const sealed = sealForTest(key, "RSA1_5", plaintext);
        const { text, body } = await ask("pin", sealed.payload);
        nonces.add((form === "json" ? body : (openForTest(text, sealed.contentKey) as typeof body)).nonce ?? "");
      }
      expect(nonces.size).toBe(5);
      for (const one of nonces) expect(one).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    },
  );

  it("repeats the nonce of the request if told to, and has its own where the request has none", async () => {
    const { key } = await start({ cardData: { responseFormat: "json", nonce: "echo" } });
    const nonceFor = async (payload: string) => (await ask("pin", payload)).body.nonce;
    expect(await nonceFor(sealForTest(key, "RSA1_5", JSON.stringify({ nonce })).payload)).toBe(nonce);
    expect(await nonceFor(sealForTest(key, "RSA1_5", "no JSON").payload)).toMatch(/^[0-9a-f-]{36}$/);
    expect(await nonceFor(sealKeyForTest(key, "RSA1_5").payload)).toMatch(/^[0-9a-f-]{36}$/);
    mock.configure({ cardData: { nonce: "own" } });
    expect(await nonceFor(sealForTest(key, "RSA1_5", JSON.stringify({ nonce })).payload)).not.toBe(nonce);
  });

  it.each(["RSA1_5", "RSA-OAEP-256"])(
    "is sealed with a key that came wrapped by %s and with nothing else",
    async (alg) => {
      const { key } = await start();
      const { payload, contentKey } = sealKeyForTest(key, alg);
      for (const what of ["details", "pin"] as const) {
        expect(openForTest((await ask(what, payload)).text, contentKey)).toHaveProperty(what === "pin" ? "pin" : "pan");
      }
    },
  );

  it("says which form of request it saw, in its response, in the record of calls and in keys.explain()", async () => {
    const { key } = await start();
    const forms = { jwe: sealForTest(key, "RSA1_5").payload, "key-only": sealKeyForTest(key, "RSA1_5").payload };
    for (const [form, payload] of Object.entries(forms)) {
      const { headers } = await ask("pin", payload);
      expect(headers.get("x-wisekit-request-form")).toBe(form);
      expect(headers.get("access-control-expose-headers")).toContain("x-wisekit-request-form");
      expect(mock.requests.last()?.responseHeaders["x-wisekit-request-form"]).toBe(form);
    }
    const content = async (payload: string) => (await mock.keys.explain(payload)).at(-1);
    expect(await content(forms.jwe)).toEqual({ step: "content", ok: true, detail: "0 characters" });
    expect(await content(forms["key-only"])).toEqual({
      step: "content",
      ok: true,
      detail: "none: no ciphertext and no tag, as in the vendor's example",
    });
  });

  it("is given out while the card is frozen and forbidden once it is blocked", async () => {
    const { key } = await start();
    const sealed = sealForTest(key, "RSA1_5");
    await call(over(mock), `${cardPath}/status`, { method: "PUT", json: { status: "FROZEN" } });
    expect((await ask("details", sealed.payload)).status).toBe(200);
    await call(over(mock), `${cardPath}/status`, { method: "PUT", json: { status: "BLOCKED" } });
    const rejected = await ask("details", sealed.payload);
    expect([rejected.status, rejected.headers.get("x-2fa-approval-result")]).toEqual([403, null]);
  });

  it.each([
    ["not a JWE", () => "abc"],
    [
      "another key",
      (key: string) => sealForTest(key, "RSA1_5").payload.replace(/^([^.]+\.).{40}/, `$1${"A".repeat(40)}`),
    ],
    ["a content key of 128 bits", (key: string) => sealForTest(key, "RSA1_5", "", Buffer.alloc(16)).payload],
    ["a changed ciphertext", (key: string) => sealForTest(key, "RSA1_5", "{}").payload.replace(/.{4}$/, "AAAA")],
    ["a ciphertext without a tag", (key: string) => sealForTest(key, "RSA1_5", "{}").payload.replace(/[^.]+$/, "")],
    [
      "a tag that belongs to another ciphertext",
      (key: string) => `${sealKeyForTest(key, "RSA1_5").payload}${"A".repeat(22)}`,
    ],
    ["a key alone without its IV", (key: string) => sealKeyForTest(key, "RSA1_5").payload.replace(/[^.]+\.\.$/, "..")],
    ["a nonce that is no UUID", (key: string) => sealForTest(key, "RSA1_5", '{"nonce":"1"}').payload],
  ])("rejects %s with 400", async (_what, make) => {
    const { key } = await start({ cardData: { nonce: "echo" } });
    const response = await ask("pin", make(key));
    expect([response.status, codesOf(response)]).toEqual([400, ["card.data.payload.invalid"]]);
  });

  it("rejects a wrap that is switched off and a key version that there is not", async () => {
    const { key } = await start({ cardData: { keyWraps: ["RSA-OAEP-256"] } });
    expect(codesOf(await ask("pin", sealForTest(key, "RSA1_5").payload))).toEqual(["card.data.payload.invalid"]);
    const unknown = await ask("pin", sealForTest(key, "RSA-OAEP-256").payload, { keyVersion: 2 });
    expect([unknown.status, codesOf(unknown)]).toEqual([422, ["card.data.key.unknown"]]);
  });

  it("is the same, byte for byte, for the same seed and calls", async () => {
    const contentKey = Buffer.alloc(32, 7);
    const responses: string[] = [];
    for (let run = 0; run < 2; run++) {
      const { key } = await start({ seed: 11, clock: () => 1_800_000_000_000 });
      const sealed = sealForTest(key, "RSA1_5", "", contentKey);
      const response = await ask("details", sealed.payload);
      responses.push(key + response.text + response.headers.get("x-trace-id"));
      if (run === 0) await mock.stop();
    }
    expect(responses[0]).toBe(responses[1]);
  });
});

describe("strong customer authentication", () => {
  const ottPath = "/v1/one-time-token";

  async function challenge(payload: string): Promise<string> {
    const rejected = await ask("details", payload);
    expect([rejected.status, rejected.headers.get("x-2fa-approval-result")]).toEqual([403, "REJECTED"]);
    const token = rejected.headers.get("x-2fa-approval") ?? "";
    await call(over(mock), `${ottPath}/sms/trigger`, { method: "POST", headers: { "one-time-token": token } });
    return token;
  }

  function verify(token: string, otpCode: string, channel = "sms") {
    const options = { method: "POST", headers: { "one-time-token": token }, json: { otpCode } };
    return call<{ oneTimeTokenProperties: { challenges: unknown[] } }>(
      over(mock),
      `${ottPath}/${channel}/verify`,
      options,
    );
  }

  it("challenges, passes by password, and lets the repeated call through exactly once", async () => {
    const { key } = await start({ sca: true, clock: () => 1_800_000_000_000 });
    const { payload } = sealForTest(key, "RSA1_5");
    const token = await challenge(payload);
    const status = await call<{ oneTimeTokenProperties: { challenges: unknown[]; validity: number } }>(
      over(mock),
      `${ottPath}/status`,
      { headers: { "one-time-token": token } },
    );
    expect(status.body.oneTimeTokenProperties).toMatchObject({ challenges: [{ passed: false }], validity: 3600 });
    expect((await ask("details", payload, { headers: { "x-2fa-approval": token } })).status).toBe(403);
    expect((await verify(token, "111111")).body.oneTimeTokenProperties.challenges).toEqual([]);
    const cleared = await ask("details", payload, { headers: { "x-2fa-approval": token } });
    expect([cleared.status, cleared.headers.get("x-2fa-approval-result")]).toEqual([200, "APPROVED"]);
    expect((await ask("details", payload, { headers: { "x-2fa-approval": token } })).status).toBe(403);
    expect((await verify(token, "111111")).status).toBe(404);
  });

  it("does not accept a token that was made for another operation", async () => {
    const { key } = await start({ sca: true });
    const { payload } = sealForTest(key, "RSA1_5");
    const token = await challenge(payload);
    await verify(token, "111111");
    expect((await ask("pin", payload, { headers: { "x-2fa-approval": token } })).status).toBe(403);
  });

  it("passes over WhatsApp only once that was triggered", async () => {
    const { key } = await start({ sca: true });
    const token = await challenge(sealForTest(key, "RSA1_5").payload);
    expect(codesOf(await verify(token, "111111", "whatsapp"))).toEqual(["sca.otp.incorrect"]);
    const trigger = { method: "POST", headers: { "one-time-token": token } };
    const sent = await call(over(mock), `${ottPath}/whatsapp/trigger`, trigger);
    expect(sent.body).toEqual({ obfuscatedPhoneNo: "*********7890" });
    expect((await verify(token, "111111", "whatsapp")).status).toBe(200);
  });

  it("blocks for fifteen minutes after five wrong passwords", async () => {
    let now = 1_800_000_000_000;
    const { key } = await start({ sca: true, clock: () => now });
    const { payload } = sealForTest(key, "RSA1_5");
    const token = await challenge(payload);
    for (let wrong = 1; wrong <= 4; wrong++)
      expect(codesOf(await verify(token, "000000"))).toEqual(["sca.otp.incorrect"]);
    expect(codesOf(await verify(token, "000000"))).toEqual(["sca.attempts.exceeded"]);
    expect(codesOf(await verify(token, "111111"))).toEqual(["sca.attempts.exceeded"]);
    const limited = await ask("details", payload);
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "900"]);
    now += 900_000;
    expect((await verify(token, "111111")).status).toBe(200);
  });

  it("does not ask a low-risk profile again for five minutes, nor one that is switched off", async () => {
    let now = 1_800_000_000_000;
    const { key } = await start({ sca: true, clock: () => now });
    mock.state.profiles.update(123456, { sca: "low-risk" });
    const { payload } = sealForTest(key, "RSA1_5");
    const token = await challenge(payload);
    await verify(token, "111111");
    expect((await ask("details", payload, { headers: { "x-2fa-approval": token } })).status).toBe(200);
    now += 299_999;
    expect((await ask("pin", payload)).status).toBe(200);
    now += 1;
    expect((await ask("pin", payload)).status).toBe(403);
    mock.state.profiles.update(123456, { sca: "off" });
    expect((await ask("pin", payload)).status).toBe(200);
  });

  it("rotates the key while it runs", async () => {
    const { key } = await start();
    const old = sealForTest(key, "RSA1_5").payload;
    expect(await mock.keys.rotate({ keepOlder: true })).toBe(2);
    expect((await ask("pin", old)).status).toBe(200);
    expect(await mock.keys.rotate()).toBe(3);
    expect((await ask("pin", old)).status).toBe(422);
    const fresh = await mock.keys.current();
    expect((await ask("pin", sealForTest(fresh.key, "RSA-OAEP-256").payload, { keyVersion: 3 })).status).toBe(200);
  });

  it("lets a token expire after an hour", async () => {
    let now = 1_800_000_000_000;
    const { key } = await start({ sca: true, clock: () => now });
    const token = await challenge(sealForTest(key, "RSA1_5").payload);
    now += 3_600_000;
    const response = await verify(token, "111111");
    expect([response.status, codesOf(response)]).toEqual([404, ["one.time.token.not.found"]]);
  });
});
