import { createMock, type LocalMock } from "@wisekit/mock";
import { describe, expect, it } from "vitest";
import contract from "../src/generated/openapi.gen.json" with { type: "json" };
import { sealForTest } from "./support/card-data-request.ts";
import { call, cardPath, cardToken, codesOf } from "./support/mock-caller.ts";

const cards = "/v3/spend/profiles/123456/cards";
const permissions = `${cardPath.replace("v3", "v4")}/spending-permissions`;
const details = "/twcard-data/v1/sensitive-card-data/details";
const basic = `Basic ${btoa("client:secret")}`;

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

async function grant(mock: LocalMock, fields: Record<string, string>): Promise<Tokens> {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const text = new URLSearchParams(fields).toString();
  return (await call<Tokens>(mock, "/oauth/token", { method: "POST", authorization: basic, headers, text })).body;
}

function code(value: string): Record<string, string> {
  return { grant_type: "authorization_code", client_id: "client", code: value, redirect_uri: "https://example.com/" };
}

async function statusWith(mock: LocalMock, accessToken: string): Promise<number> {
  return (await call(mock, cardPath, { authorization: `Bearer ${accessToken}` })).status;
}

describe("a refresh", () => {
  it("ends the user's previous access token at once, and nobody else's", async () => {
    const mock = createMock();
    const [first, other] = [await grant(mock, code("a")), await grant(mock, code("b"))];
    const second = await grant(mock, { grant_type: "refresh_token", refresh_token: first.refresh_token });
    const third = await grant(mock, { grant_type: "refresh_token", refresh_token: first.refresh_token });
    const tokens = [first, second, third, other];
    const statuses = await Promise.all(tokens.map(({ access_token }) => statusWith(mock, access_token)));
    expect(statuses).toEqual([401, 401, 200, 200]);
  });

  it("that is not good ends nothing", async () => {
    const mock = createMock({ tokens: { user: ["known"] } });
    const first = await grant(mock, code("a"));
    await grant(mock, { grant_type: "refresh_token", refresh_token: "unknown" });
    expect(await statusWith(mock, first.access_token)).toBe(200);
  });

  it("ends it in a restored mock too", async () => {
    const mock = createMock();
    const first = await grant(mock, code("a"));
    const restored = createMock();
    restored.restore(JSON.parse(JSON.stringify(mock.snapshot())));
    await grant(restored, { grant_type: "refresh_token", refresh_token: first.refresh_token });
    expect(await statusWith(restored, first.access_token)).toBe(401);
  });
});

describe("a locked permission", () => {
  const lockedBody = { message: "Permission 'POS_MAGSTRIPE' is locked for this card and cannot be updated" };

  function lockedMock(): LocalMock {
    const mock = createMock();
    const card = mock.state.cards.get(cardToken);
    if (!card) throw new Error("the scenario has no such card");
    const locked = { isEnabled: false, isLocked: true };
    mock.state.cards.update(cardToken, { permissions: { ...card.permissions, POS_MAGSTRIPE: locked } });
    return mock;
  }

  it.each([
    [
      "permissions.updateMany",
      permissions,
      {
        permissions: [
          { type: "ECOM", isEnabled: false },
          { type: "POS_MAGSTRIPE", isEnabled: true },
        ],
      },
    ],
    ["permissions.update", `${cardPath}/spending-permissions`, { type: "POS_MAGSTRIPE", isEnabled: true }],
    [
      "permissions.update, which disables it,",
      `${cardPath}/spending-permissions`,
      { type: "POS_MAGSTRIPE", isEnabled: false },
    ],
  ])("gives %s 422 with a message, and nothing is changed", async (_, path, json) => {
    const mock = lockedMock();
    const before = mock.state.cards.get(cardToken);
    const response = await call(mock, path, { method: "PATCH", json });
    expect([response.status, response.body]).toEqual([422, lockedBody]);
    expect(mock.state.cards.get(cardToken)).toEqual(before);
  });

  it("rests on no assumption where it is documented", async () => {
    const assumed = async (path: string, isEnabled: boolean) => {
      const change = { type: "POS_MAGSTRIPE", isEnabled };
      const json = path === permissions ? { permissions: [change] } : change;
      return (await call(lockedMock(), path, { method: "PATCH", json })).headers.get("x-wisekit-assumed");
    };
    expect(await assumed(permissions, true)).toBeNull();
    expect(await assumed(permissions, false)).toMatch(/^permissions\.updateMany 422: /);
    expect(await assumed(`${cardPath}/spending-permissions`, true)).toMatch(/^permissions\.update 422: /);
  });

  it("gives a fault of that status the same shape", async () => {
    const mock = createMock();
    mock.faults.next("permissions.updateMany", { status: 422 });
    const response = await call(mock, permissions, { method: "PATCH", json: { permissions: [] } });
    expect([response.status, response.body]).toEqual([422, { message: expect.any(String) }]);
  });
});

/** Asks for card data and gives the challenge's one-time token. */
async function challenged(mock: LocalMock, approval?: string) {
  const { key } = await mock.keys.current();
  const response = await call(mock, details, {
    method: "POST",
    headers: { "x-tw-twcard-card-token": cardToken, ...(approval !== undefined && { "x-2fa-approval": approval }) },
    json: { keyVersion: 1, encryptedPayload: sealForTest(key, "RSA1_5").payload },
  });
  return { status: response.status, token: response.headers.get("x-2fa-approval") ?? "" };
}

interface Status {
  readonly oneTimeTokenProperties: {
    readonly challenges: readonly { readonly primaryChallenge: { readonly type: string } }[];
  };
}

function sca(mock: LocalMock, path: string, token: string, json?: object) {
  const method = path === "status" ? "GET" : "POST";
  return call<Status>(mock, `/v1/one-time-token/${path}`, { method, headers: { "one-time-token": token }, json });
}

describe("a one-time password", () => {
  it.each(["sms", "whatsapp", "voice"])("by %s is accepted only after its trigger", async (channel) => {
    const mock = createMock({ sca: true });
    const { token } = await challenged(mock);
    const early = await sca(mock, `${channel}/verify`, token, { otpCode: "111111" });
    expect([early.status, codesOf(early)]).toEqual([400, ["sca.otp.incorrect"]]);
    await sca(mock, `${channel}/trigger`, token);
    expect((await sca(mock, `${channel}/verify`, token, { otpCode: "111111" })).status).toBe(200);
    expect((await challenged(mock, token)).status).toBe(200);
  });
});

describe("a profile whose challenges have two factors", () => {
  async function twoFactors() {
    const mock = createMock({ sca: true });
    mock.state.profiles.update(123456, { scaFactors: 2 });
    const { token } = await challenged(mock);
    await sca(mock, "sms/trigger", token);
    return { mock, token };
  }
  const typesOf = (status: Status) =>
    status.oneTimeTokenProperties.challenges.map(({ primaryChallenge }) => primaryChallenge.type);

  it("is none of those that the scenarios have", () => {
    for (const scenario of ["uk-business", "us-personal", "every-status", "empty"] as const) {
      expect(
        createMock({ scenario })
          .state.profiles.list()
          .map(({ scaFactors }) => scaFactors),
      ).not.toContain(2);
    }
  });

  it("stops a client that passes only the password", async () => {
    const { mock, token } = await twoFactors();
    expect(typesOf((await sca(mock, "status", token)).body)).toEqual(["SMS", "PIN"]);
    const verified = await sca(mock, "sms/verify", token, { otpCode: "111111" });
    expect(typesOf(verified.body)).toEqual(["PIN"]);
    const again = await challenged(mock, token);
    expect([again.status, again.token === token]).toEqual([403, false]);
  });

  it("lets the call through when both are passed", async () => {
    const { mock, token } = await twoFactors();
    mock.simulate.passChallenge(token, "PIN");
    expect((await challenged(mock, token)).status).toBe(403);
    await sca(mock, "sms/verify", token, { otpCode: "111111" });
    expect(typesOf((await sca(mock, "status", token)).body)).toEqual([]);
    expect((await challenged(mock, token)).status).toBe(200);
  });

  it("is asked for in a scenario", async () => {
    const { default: scenario } = await import("../src/scenario/uk-business.json", { with: { type: "json" } });
    const profiles = scenario.profiles.map((profile) => ({ ...profile, scaFactors: 2 }));
    const mock = createMock({ scenario: { ...scenario, profiles } as never });
    expect(mock.state.profiles.list().map(({ scaFactors }) => scaFactors)).toEqual([2, 2]);
  });

  it("rejects the simulation of a challenge that is not there", async () => {
    const mock = createMock({ sca: true });
    const { token } = await challenged(mock);
    expect(() => mock.simulate.passChallenge(token, "PIN")).toThrow(
      "simulate.passChallenge(): the token has no open challenge PIN",
    );
    expect(() => mock.simulate.passChallenge("other", "PIN")).toThrow(
      "simulate.passChallenge(): unknown one-time token",
    );
  });
});

describe("a parameter", () => {
  it.each(["1e30", "0x10", "10.0", "+10", "1_0", "9223372036854775808", "", " 10", "01"])(
    "that is an integer is not %j",
    async (value) => {
      const mock = createMock();
      for (const name of ["pageNumber", "pageSize"]) {
        const response = await call(mock, `${cards}?${name}=${encodeURIComponent(value)}`);
        expect([response.status, (response.body as { errors: { path: string }[] }).errors[0]?.path]).toEqual([
          400,
          name,
        ]);
      }
      const inPath = await call(
        mock,
        `/v3/spend/profiles/${encodeURIComponent(`${value}x`.slice(0, -1) || "1.0")}/cards`,
      );
      expect(inPath.status).toBe(400);
    },
  );

  it.each(["1", "10", "9223372036854775807"])("that is an integer may be %s", async (value) => {
    expect((await call(createMock(), `${cards}?pageNumber=${value}`)).status).toBe(200);
  });

  it("x-2fa-approval is not empty", async () => {
    const mock = createMock();
    const headers = { "x-tw-twcard-card-token": cardToken, "x-2fa-approval": "" };
    const json = { keyVersion: 1, encryptedPayload: "x" };
    const response = await call(mock, details, { method: "POST", headers, json });
    expect((response.body as { errors: object[] }).errors).toContainEqual(
      expect.objectContaining({ path: "x-2fa-approval" }),
    );
  });
});

describe("cardData.encryptionKey", () => {
  it("documents no 400, which it cannot respond with", () => {
    const { responses } = contract.paths["/twcard-data/v1/clientSideEncryption/fetchEncryptingKey"].get;
    expect(Object.keys(responses)).toEqual(["200", "401", "403", "429", "500", "503"]);
  });
});
