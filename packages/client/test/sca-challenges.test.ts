import { type ClientOptions, isScaRequiredError, type ScaRequiredError } from "@wisekit/client";
import { describe, expect, it } from "vitest";
import { createTestClient } from "./support/create-test-client.ts";
import { createManualClock, settle } from "./support/manual-clock.ts";
import { cardArgs, jsonResponse, type SeenCall } from "./support/stub-fetch.ts";

const request = { cardToken: cardArgs.cardToken, keyVersion: 1, encryptedPayload: "a.b.c.d.e" };

/**
 * A Wise that stops each reveal with a token of its own until its challenges are passed. After that, as the vendor's low risk,
 * it stops none any more, unless it is strict.
 */
function challengingWise(types: readonly string[], { isStrict = false } = {}) {
  const left = new Map<string, string[]>();
  const seen: string[] = [];
  let isTrusted = false;
  const respond = ({ url, init }: SeenCall): Response => {
    const { headers } = init;
    const { pathname } = new URL(url);
    seen.push(pathname.split("/").at(-1) ?? "");
    if (pathname.endsWith("/status")) {
      const challenges = (left.get(headers["one-time-token"] ?? "") ?? []).map((type) => ({
        primaryChallenge: { type },
        required: true,
        passed: false,
      }));
      return jsonResponse({ oneTimeTokenProperties: { oneTimeToken: "t", challenges } });
    }
    const offered = headers["x-2fa-approval"];
    if ((isTrusted && !isStrict) || (offered && left.get(offered)?.length === 0)) {
      left.delete(offered ?? "");
      return jsonResponse({ pin: "1234" });
    }
    const token = `token-${left.size + 1}`;
    left.set(token, [...types]);
    return jsonResponse({ status: 403 }, 403, { "x-2fa-approval-result": "REJECTED", "x-2fa-approval": token });
  };
  const pass = (token: string): void => {
    left.get(token)?.shift();
    isTrusted = true;
  };
  const create = (options: Partial<ClientOptions>) => createTestClient([respond], { auth: "access", ...options });
  return { seen, pass, create };
}

const typesOf = (challenge: ScaRequiredError) =>
  challenge.challenges?.map(({ primaryChallenge }) => primaryChallenge.type);

describe("parallel calls that are stopped", () => {
  it("share one challenge", async () => {
    const wise = challengingWise(["SMS"]);
    const asked: string[] = [];
    const client = wise.create({
      async onSca({ oneTimeToken }) {
        asked.push(oneTimeToken);
        await settle();
        wise.pass(oneTimeToken);
      },
    });
    const pins = await Promise.all(Array.from({ length: 10 }, () => client.wise.cardData.pin(request)));
    expect(pins.map((pin) => pin["~unseal"]())).toEqual(Array.from({ length: 10 }, () => '{"pin":"1234"}'));
    expect(asked).toEqual(["token-1"]);
  });

  it("have challenges of their own, one after the other, where passing one does not clear all", async () => {
    const wise = challengingWise(["SMS"], { isStrict: true });
    let open = 0;
    let most = 0;
    const asked: string[] = [];
    const client = wise.create({
      async onSca({ oneTimeToken }) {
        open += 1;
        most = Math.max(most, open);
        asked.push(oneTimeToken);
        await settle();
        wise.pass(oneTimeToken);
        open -= 1;
      },
    });
    await Promise.all(Array.from({ length: 3 }, () => client.wise.cardData.pin(request)));
    expect([asked.length, most]).toEqual([3, 1]);
  });

  it("fail together if the challenge is not passed: nobody is asked again", async () => {
    const wise = challengingWise(["SMS"]);
    const reason = new Error("the user closed the dialogue");
    let asked = 0;
    const client = wise.create({
      async onSca() {
        asked += 1;
        await settle();
        throw reason;
      },
    });
    const calls = Array.from({ length: 3 }, () => client.wise.cardData.pin(request).catch((error: unknown) => error));
    expect(await Promise.all(calls)).toEqual([reason, reason, reason]);
    expect(asked).toBe(1);
  });

  it("of two users do not wait for each other", async () => {
    const wise = challengingWise(["SMS"]);
    const asked: string[] = [];
    const onSca = ({ oneTimeToken }: ScaRequiredError) => {
      asked.push(oneTimeToken);
      return new Promise<never>(() => {});
    };
    const client = wise.create({ onSca });
    const users = [client.wise.as("one"), client.wise.as("two")];
    for (const user of users) user.cardData.pin(request).catch(() => {});
    for (let turn = 0; turn < 20; turn += 1) await settle();
    expect(asked).toEqual(["token-1", "token-2"]);
  });
});

describe("a challenge inside onSca", () => {
  it("does not re-enter: the call in there ends with its challenge", async () => {
    const wise = challengingWise(["SMS"]);
    const inner: unknown[] = [];
    let asked = 0;
    const client = wise.create({
      async onSca({ oneTimeToken }) {
        asked += 1;
        inner.push(await client.wise.cardData.pin(request).catch((error: unknown) => error));
        wise.pass(oneTimeToken);
      },
    });
    expect(String(await client.wise.cardData.pin(request))).toBe("[sealed card data]");
    expect([asked, isScaRequiredError(inner[0])]).toEqual([1, true]);
  });
});

describe("the replay after a challenge", () => {
  it("keeps the deadline of the call: only the time of the person is left out", async () => {
    const clock = createManualClock();
    const slow = ({ init }: SeenCall) =>
      new Promise<Response>((resolve, reject) => {
        const headers = { "x-2fa-approval-result": "REJECTED", "x-2fa-approval": "token" };
        const timer = clock.setTimeout(() => resolve(jsonResponse({}, 403, headers)), 700);
        init.signal?.addEventListener("abort", () => {
          clock.clearTimeout(timer);
          reject(init.signal?.reason);
        });
      });
    const status = () => jsonResponse({}, 404);
    const fetch = (call: SeenCall) => (call.url.endsWith("/status") ? status() : slow(call));
    const onSca = () => new Promise<void>((resolve) => void clock.setTimeout(resolve, 90_000));
    const { wise } = createTestClient([fetch], { clock, onSca, totalTimeoutMs: 1000, maxRetries: 0 });
    const call = wise.cardData.pin(request).catch((error: unknown) => error);
    await clock.passTimer(700);
    await clock.passTimer(90_000);
    await clock.passTimer(300);
    expect(await call).toMatchObject({ code: "ERR_TIMEOUT", attempts: 2 });
  });

  it("keeps the attempts of the call: maxRetries counts over both", async () => {
    const clock = createManualClock();
    const headers = { "x-2fa-approval-result": "REJECTED", "x-2fa-approval": "token" };
    const reveals = [503, 403, 503, 503].map((code) => () => jsonResponse({}, code, code === 403 ? headers : {}));
    const fetch = ({ url }: SeenCall) =>
      url.endsWith("/status") ? jsonResponse({}, 404) : (reveals.shift()?.() ?? jsonResponse({ pin: "1" }));
    const { wise } = createTestClient([fetch], { clock, onSca: async () => {}, maxRetries: 2 });
    const call = wise.cardData.pin(request).catch((error: unknown) => error);
    await clock.advance(60_000);
    expect(await call).toMatchObject({ code: "ERR_SERVER", attempts: 4 });
  });
});

describe("ScaRequiredError", () => {
  it("carries the challenges, which are not printed with it", async () => {
    const error: unknown = await challengingWise(["SMS", "PIN"])
      .create({})
      .wise.cardData.pin(request)
      .catch((thrown: unknown) => thrown);
    expect(isScaRequiredError(error) && typesOf(error)).toEqual(["SMS", "PIN"]);
    expect(JSON.stringify(error)).not.toContain("SMS");
  });

  it("is thrown without them where they cannot be asked for", async () => {
    const headers = { "x-2fa-approval-result": "REJECTED", "x-2fa-approval": "token" };
    const { wise } = createTestClient([() => jsonResponse({}, 403, headers)]);
    const error: unknown = await wise.cardData.pin(request).catch((thrown: unknown) => thrown);
    expect(isScaRequiredError(error) && [error.oneTimeToken, error.challenges]).toEqual(["token", undefined]);
  });
});

it("several required challenges are passed one after the other", async () => {
  const wise = challengingWise(["PIN", "SMS"], { isStrict: true });
  const asked: unknown[] = [];
  const client = wise.create({
    async onSca(challenge) {
      asked.push(typesOf(challenge));
      wise.pass(challenge.oneTimeToken);
    },
  });
  expect(String(await client.wise.cardData.pin(request))).toBe("[sealed card data]");
  expect(asked).toEqual([["PIN", "SMS"], ["SMS"]]);
});

it("a challenge that stays open after onSca is not asked for without end", async () => {
  const wise = challengingWise(["PIN", "SMS"], { isStrict: true });
  let asked = 0;
  const client = wise.create({
    async onSca() {
      asked += 1;
    },
  });
  await expect(client.wise.cardData.pin(request)).rejects.toMatchObject({ code: "ERR_SCA_REQUIRED" });
  expect(asked).toBe(1);
});
