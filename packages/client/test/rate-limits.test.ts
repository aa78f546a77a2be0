import { type ClientOptions, clientCredentials } from "@wisekit/client";
import { describe, expect, it, vi } from "vitest";
import { createTestClient } from "./support/create-test-client.ts";
import { card, cardArgs, jsonResponse, type SeenCall, type StubResponse } from "./support/stub-fetch.ts";

/** A client, and the milliseconds from now at which its attempts start. */
function timedClient(options: Partial<ClientOptions> = {}, ...responses: StubResponse[]) {
  const sentAt: number[] = [];
  const { wise, fetch, clock } = createTestClient(responses, {
    onAttemptStart: () => sentAt.push(clock.now() - start),
    ...options,
  });
  const start = clock.now();
  return { clock, sentAt, fetch, wise };
}

describe("the rate limiter", () => {
  it("lets 100 calls through in a second, and the rest when their turn comes", async () => {
    const { clock, sentAt, wise } = timedClient();
    const calls = Promise.all(Array.from({ length: 250 }, () => wise.cards.get(cardArgs)));
    await clock.advance(2000);
    await calls;
    expect([0, 1000, 2000].map((at) => sentAt.filter((time) => time === at).length)).toEqual([100, 100, 50]);
  });

  it("lets 1000 calls through in a minute", async () => {
    const { clock, sentAt, wise } = timedClient();
    const calls = Promise.all(Array.from({ length: 1001 }, () => wise.cards.get(cardArgs)));
    await clock.advance(59_999);
    expect(sentAt).toHaveLength(1000);
    await clock.advance(1);
    await calls;
    expect(sentAt.at(-1)).toBe(60_000);
  });

  it.each([
    { requests: 0, windowMs: 1000 },
    { requests: 5, windowMs: Number.NaN },
  ])("is not made for %j, which would let everything through", (limit) => {
    expect(() => timedClient({ rateLimits: [limit] })).toThrow(TypeError);
  });

  it("keeps the order in which calls came", async () => {
    const { clock, fetch, wise } = timedClient({ rateLimits: [{ requests: 1, windowMs: 10 }] });
    const calls = Promise.all([1, 2, 3, 4, 5].map((profileId) => wise.cards.get({ ...cardArgs, profileId })));
    await clock.advance(50);
    await calls;
    expect(fetch.calls.map((call) => call.url.match(/profiles\/(\d)/)?.[1])).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("holds for calls that have all waited for one token", async () => {
    let give: (token: string) => void = () => {};
    const token = new Promise<string>((resolve) => {
      give = resolve;
    });
    const { clock, sentAt, wise } = timedClient({ auth: () => token, rateLimits: [{ requests: 2, windowMs: 1000 }] });
    const calls = Promise.all(Array.from({ length: 6 }, () => wise.cards.get(cardArgs)));
    await clock.advance(5000);
    give("access");
    await clock.advance(2000);
    await calls;
    expect(sentAt).toEqual([5000, 5000, 6000, 6000, 7000, 7000]);
  });

  it("lets a token be renewed before the calls that wait for it", async () => {
    const answers = ({ url }: SeenCall) =>
      jsonResponse(url.endsWith("/token") ? { access_token: "a", token_type: "bearer", expires_in: 3600 } : card);
    const auth = clientCredentials({ clientId: "partner", clientSecret: "secret" });
    const { clock, fetch, sentAt, wise } = timedClient(
      { auth, rateLimits: [{ requests: 1, windowMs: 1000 }] },
      answers,
    );
    const calls = Promise.all(Array.from({ length: 3 }, () => wise.cards.get(cardArgs)));
    // The provider makes a fingerprint of its grant first, which takes no time of this clock.
    await vi.waitFor(() => expect(fetch.calls).toHaveLength(1));
    await clock.advance(3000);
    await calls;
    expect(fetch.calls.map(({ url }, index) => [url.endsWith("/token"), sentAt[index]])).toEqual([
      [true, 0],
      [false, 1000],
      [false, 2000],
      [false, 3000],
    ]);
  });

  it("can be switched off", async () => {
    const { sentAt, wise } = timedClient({ rateLimits: false });
    await Promise.all(Array.from({ length: 1500 }, () => wise.cards.get(cardArgs)));
    expect(new Set(sentAt)).toEqual(new Set([0]));
  });

  it("is closed for everyone as long as a 429 asks", async () => {
    const { clock, sentAt, wise } = timedClient({}, jsonResponse({}, 429, { "retry-after": "5" }), () =>
      jsonResponse(card),
    );
    const first = wise.cards.get(cardArgs);
    await clock.advance(1);
    const second = wise.cards.get(cardArgs);
    await clock.advance(10_000);
    await Promise.all([first, second]);
    // The longest jitter of the first retry is 500 ms.
    expect(sentAt).toEqual([0, 5500, 5500]);
  });

  it("stays open when a 429 asks for longer than the client is willing to wait", async () => {
    const { clock, sentAt, wise } = timedClient({}, jsonResponse({}, 429, { "retry-after": "900" }), () =>
      jsonResponse(card),
    );
    await expect(wise.cards.get(cardArgs)).rejects.toMatchObject({ retryAfterMs: 900_000, attempts: 1 });
    await wise.cards.get({ ...cardArgs, profileId: 2 });
    expect([sentAt, clock.pending()]).toEqual([[0, 0], []]);
  });

  it("lets go of a call whose signal is aborted, and leaves no timer", async () => {
    const { clock, fetch, wise } = timedClient({ rateLimits: [{ requests: 1, windowMs: 60_000 }] });
    await wise.cards.get(cardArgs);
    const controller = new AbortController();
    const call = wise.cards.get(cardArgs, { signal: controller.signal }).catch((error: Error) => error.name);
    await clock.advance(1);
    controller.abort();
    expect(await call).toBe("AbortError");
    expect([fetch.calls.length, clock.pending()]).toEqual([1, []]);
  });

  it("respects the deadline of a call that waits", async () => {
    const { clock, wise } = timedClient({ rateLimits: [{ requests: 1, windowMs: 60_000 }] });
    await wise.cards.get(cardArgs);
    const call = wise.cards.get(cardArgs, { totalTimeoutMs: 1000 }).catch((error: unknown) => error);
    await clock.passTimer(1000);
    expect(await call).toMatchObject({ code: "ERR_TIMEOUT", attempts: 0 });
  });

  it("goes on when the clock is set back", async () => {
    const { clock, wise, fetch } = timedClient({ rateLimits: [{ requests: 1, windowMs: 100 }] });
    let shiftMs = 0;
    const { now } = clock;
    clock.now = () => now() + shiftMs;
    await wise.cards.get(cardArgs);
    shiftMs = -3_600_000;
    const call = wise.cards.get(cardArgs);
    await clock.advance(200);
    await call;
    expect(fetch.calls).toHaveLength(2);
  });
});
