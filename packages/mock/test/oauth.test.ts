import { type StartMockOptions, startMock } from "@wisekit/mock";
import { afterEach, describe, expect, it } from "vitest";
import { type CheckedResponse, call, cardPath, over } from "./support/mock-caller.ts";

let mock: Awaited<ReturnType<typeof startMock>>;
afterEach(() => mock.stop());

type Token = { access_token: string; refresh_token?: string; expires_in: number; error?: string };

const basic = `Basic ${Buffer.from("client:secret").toString("base64")}`;

async function start(options: StartMockOptions = {}): Promise<void> {
  mock = await startMock(options);
}

function ask(form: Record<string, string>, authorization: string | null = basic): Promise<CheckedResponse<Token>> {
  return call<Token>(over(mock), "/oauth/token", {
    method: "POST",
    authorization,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    text: new URLSearchParams(form).toString(),
  });
}

async function statusWith({ access_token }: Token): Promise<number> {
  return (await call(over(mock), cardPath, { authorization: `Bearer ${access_token}` })).status;
}

const registration = {
  grant_type: "registration_code",
  client_id: "client",
  email: "a@example.com",
  registration_code: "x".repeat(32),
};

describe("oauth.token", () => {
  it("gives a user's tokens for a registration code, and new ones for the refresh token", async () => {
    await start();
    const first = await ask(registration);
    expect(first.body.expires_in).toBe(43_199);
    const second = await ask({ grant_type: "refresh_token", refresh_token: first.body.refresh_token ?? "" });
    expect(second.body.access_token).not.toBe(first.body.access_token);
    expect(await statusWith(second.body)).toBe(200);
  });

  it("ends the access token of a user at once when another one is given for the refresh token", async () => {
    await start();
    const first = await ask(registration);
    expect(await statusWith(first.body)).toBe(200);
    const second = await ask({ grant_type: "refresh_token", refresh_token: first.body.refresh_token ?? "" });
    expect([await statusWith(first.body), await statusWith(second.body)]).toEqual([401, 200]);
    const other = await ask(registration);
    expect([await statusWith(second.body), await statusWith(other.body)]).toEqual([200, 200]);
  });

  it("takes an authorisation code once", async () => {
    await start();
    const grant = {
      grant_type: "authorization_code",
      client_id: "client",
      code: "abc",
      redirect_uri: "https://example.com/back",
    };
    expect((await ask(grant)).status).toBe(200);
    const again = await ask(grant);
    expect([again.status, again.body.error]).toEqual([401, "invalid_grant"]);
  });

  it("gives a partner's token no refresh token, and operations of users do not take it", async () => {
    await start();
    const { body } = await ask({ grant_type: "client_credentials" });
    expect(body.refresh_token).toBeUndefined();
    const authorization = `Bearer ${body.access_token}`;
    const keyPath = "/twcard-data/v1/clientSideEncryption/fetchEncryptingKey";
    const tokenHeaders = { "one-time-token": "5b8c1b6c-0b0e-4c4f-9d0a-52f7cf1e3c5e" };
    const responses = [
      await call(over(mock), cardPath, { authorization }),
      await call(over(mock), keyPath, { authorization }),
      await call(over(mock), "/v1/one-time-token/status", { authorization, headers: tokenHeaders }),
    ];
    expect(responses.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  it("lets access tokens expire after twelve hours", async () => {
    let now = 1_800_000_000_000;
    await start({ clock: () => now });
    const authorization = `Bearer ${(await ask(registration)).body.access_token}`;
    now += 43_198_999;
    expect((await call(over(mock), cardPath, { authorization })).status).toBe(200);
    now += 1;
    const expired = await call<{ error: string }>(over(mock), cardPath, { authorization });
    expect([expired.status, expired.body.error]).toEqual([401, "invalid_token"]);
  });

  it("accepts only the tokens it was told of, if it was told of any", async () => {
    await start({ tokens: ["good"] });
    expect((await call(over(mock), cardPath, { authorization: "Bearer good" })).status).toBe(200);
    expect((await call(over(mock), cardPath, { authorization: "Bearer other" })).status).toBe(401);
    expect((await ask({ grant_type: "refresh_token", refresh_token: "other" })).status).toBe(401);
  });

  it.each([
    ["no credentials", { grant_type: "client_credentials" }, null, 401, "invalid_client"],
    ["an unknown grant", { grant_type: "password" }, basic, 400, "unsupported_grant_type"],
    ["no grant", {}, basic, 400, "invalid_request"],
    ["a short registration code", { ...registration, registration_code: "x" }, basic, 400, "invalid_request"],
  ])("rejects %s", async (_what, form, authorization, status, error) => {
    await start();
    const response = await ask(form as Record<string, string>, authorization);
    expect([response.status, response.body.error]).toEqual([status, error]);
  });
});
