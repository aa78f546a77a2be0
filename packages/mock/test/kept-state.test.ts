import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMock, type LocalMock, type MockCard, type MockProfile, startMock } from "@wisekit/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readArguments } from "../src/cli/arguments.ts";
import { decideSca } from "../src/engine/sca.ts";
import { issueTokens } from "../src/engine/tokens.ts";
import { createMockCore } from "../src/mock-core.ts";
import ukBusiness from "../src/scenario/uk-business.json" with { type: "json" };
import { call, cardPath, cardToken } from "./support/mock-caller.ts";

const headers = { authorization: "Bearer any" };

describe("a state file", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "wisekit-mock-kept-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("gives way to options that are given, and the mock says so", async () => {
    const stateFile = join(folder, "flags.json");
    await (await startMock({ stateFile, cardData: { responseFormat: "json" } })).stop();
    const options = { sca: true, cardData: { nonce: "echo" }, tokens: ["good"], scenario: "empty", seed: 7 } as const;
    await using mock = await startMock({ stateFile, ...options });
    const { settings } = mock.snapshot();
    expect(settings).toMatchObject({
      sca: true,
      cardDataNonce: "echo",
      cardDataResponseFormat: "json",
      knownTokensOnly: true,
    });
    expect((await call(mock, cardPath, { authorization: "Bearer good" })).status).toBe(200);
    expect((await call(mock, cardPath, { authorization: "Bearer other" })).status).toBe(401);
    expect(mock.notices).toEqual([
      `The state comes from ${stateFile}: scenario and seed are not used.`,
      `These options win over ${stateFile}: sca, cardData.nonce, tokens.`,
    ]);
  });

  it("is not mentioned where nothing in it is overruled", async () => {
    const stateFile = join(folder, "quiet.json");
    await (await startMock({ stateFile, sca: true })).stop();
    await using mock = await startMock({ stateFile });
    expect([mock.snapshot().settings.sca, mock.notices]).toEqual([true, []]);
  });

  it("gives way to flags only where they are on the command line", () => {
    expect(readArguments([])).toMatchObject({
      sca: undefined,
      cardData: undefined,
      scenario: undefined,
      seed: undefined,
    });
    expect(readArguments(["--sca", "--seed", "3"])).toMatchObject({ sca: true, seed: 3 });
    expect(readArguments(["--no-sca"]).sca).toBe(false);
  });
});

describe("PUT /__mock/snapshot", () => {
  it("takes a snapshot of any size", async () => {
    const profiles = ukBusiness.profiles.map((profile) => ({ ...profile, generatedCards: 1500 }));
    await using mock = await startMock({ scenario: { ...ukBusiness, profiles } as never });
    const snapshot = mock.snapshot();
    expect(JSON.stringify(snapshot).length).toBeGreaterThan(2_000_000);
    const [first] = snapshot.cards;
    mock.state.cards.remove(first?.token ?? "");
    const response = await fetch(`${mock.url}/__mock/snapshot`, { method: "PUT", body: JSON.stringify(snapshot) });
    expect([response.status, mock.state.cards.get(first?.token ?? "")?.token]).toEqual([204, first?.token]);
  });

  it("leaves other routes with a limit, and says that a body is beyond it", async () => {
    await using mock = await startMock();
    const body = JSON.stringify({ rule: "x".repeat(300_000) });
    const response = await fetch(`${mock.url}/__mock/faults`, { method: "POST", body });
    expect([response.status, await response.json()]).toEqual([
      413,
      { message: "The body is larger than 262144 bytes" },
    ]);
  });
});

describe("reset", () => {
  it("clears coverage", async () => {
    const mock = createMock({ coverage: true });
    const untouched = mock.coverage();
    await mock.fetch(`${cardPath}/status`, {
      method: "PUT",
      headers: { ...headers, "content-type": "application/json" },
      body: '{"status":"FROZEN"}',
    });
    await mock.fetch(cardPath.replace(cardToken, "00000000-0000-4000-8000-000000000000"), { headers });
    expect(mock.coverage()).not.toEqual(untouched);
    mock.reset();
    expect(mock.coverage()).toEqual(untouched);
  });
});

describe("an edit of the state", () => {
  const card = (mock: LocalMock) => mock.state.cards.get(cardToken) as MockCard;

  it.each<[string, (mock: LocalMock) => void, string]>([
    [
      "a card without permissions",
      (mock) => mock.state.cards.put({ ...card(mock), permissions: undefined as never }),
      "state.cards.put(): permissions is required",
    ],
    [
      "a card that lacks one permission",
      (mock) =>
        mock.state.cards.put({ ...card(mock), permissions: { ...card(mock).permissions, ECOM: undefined as never } }),
      "state.cards.put(): permissions.ECOM is required",
    ],
    [
      "an active card without a PAN",
      (mock) => mock.state.cards.put({ ...card(mock), pan: undefined }),
      "state.cards.put(): pan is required unless status is PURGED",
    ],
    [
      "a status that is no text",
      (mock) => mock.state.cards.update(cardToken, { status: 5 as never }),
      "state.cards.update(): status must be string",
    ],
    [
      "an unknown field",
      (mock) => mock.state.cards.update(cardToken, { statsu: "ACTIVE" } as never),
      'state.cards.update(): unknown field "statsu"',
    ],
    [
      "half of a nested value",
      (mock) => mock.state.cards.update(cardToken, { usage: { lifetime: 1 } as never }),
      "state.cards.update(): usage.daily is required",
    ],
    [
      "a profile without a time zone",
      (mock) => mock.state.profiles.put({ ...mock.state.profiles.list()[0], timeZone: undefined } as never),
      "state.profiles.put(): timeZone is required",
    ],
    [
      "a profile's unknown setting",
      (mock) => mock.state.profiles.update(123456, { sca: "maybe" as never }),
      "state.profiles.update(): sca must be one of off",
    ],
  ])("is rejected where it is made: %s", (_, edit, message) => {
    const mock = createMock();
    const before = mock.snapshot();
    expect(() => edit(mock)).toThrow(TypeError);
    expect(() => edit(mock)).toThrow(message);
    expect(mock.snapshot()).toEqual(before);
  });

  it("may give a card a status that the contract does not know, and a snapshot keeps it", () => {
    const mock = createMock();
    mock.state.cards.update(cardToken, { status: "LOST" as never });
    mock.restore(mock.snapshot());
    expect(mock.state.cards.get(cardToken)?.status).toBe("LOST");
  });

  it("of a purged card needs no PAN", () => {
    const mock = createMock();
    mock.state.cards.put({ ...card(mock), status: "PURGED", pan: undefined, cvv2: undefined, pin: undefined });
    expect(mock.state.cards.get(cardToken)?.status).toBe("PURGED");
  });
});

describe("tokens", () => {
  it("that have expired are swept, one-time tokens and access tokens alike", async () => {
    let now = 1_800_000_000_000;
    const { context } = createMockCore({ sca: true, clock: () => now });
    const { state } = context;
    const profile = state.profiles.get(123456) as MockProfile;
    const asked = { profile, operation: "cardData.pin", cardToken, offered: undefined };
    let most = 0;
    for (let index = 0; index < 5000; index++) {
      now += 43_200_000;
      expect(() => decideSca(context, asked)).toThrow("strong customer authentication");
      issueTokens(context, { grant_type: "client_credentials" });
      most = Math.max(most, state.oneTimeTokens.size, state.accessTokens.size);
    }
    expect(most).toBeGreaterThan(500);
    expect(most).toBeLessThanOrEqual(2000);
    expect(state.oneTimeTokens.size).toBeLessThanOrEqual(1000);
  });

  it("that ended a moment ago are still known as such", async () => {
    const mock = createMock();
    const form = { authorization: `Basic ${btoa("a:b")}`, "content-type": "application/x-www-form-urlencoded" };
    const ask = async (body: string) => {
      const response = await mock.fetch("/oauth/token", { method: "POST", headers: form, body });
      return (await response.json()) as { access_token: string; refresh_token: string };
    };
    const grant = "grant_type=authorization_code&client_id=a&code=b&redirect_uri=https://x.example/";
    const refresh = `grant_type=refresh_token&refresh_token=${(await ask(grant)).refresh_token}`;
    for (let index = 0; index < 1100; index++) await ask(refresh);
    const last = await ask(refresh);
    await ask(refresh);
    expect((await call(mock, cardPath, { authorization: `Bearer ${last.access_token}` })).status).toBe(401);
  });
});
