import { getEventListeners } from "node:events";
import { isTimeoutError, type WiseFile } from "@wisekit/client";
import { createWiseFile } from "@wisekit/client/internal";
import { describe, expect, it } from "vitest";
import { createTestCall, createTestClient } from "./support/create-test-client.ts";
import { settle } from "./support/manual-clock.ts";
import { card, cardArgs, jsonResponse, type StubResponse, silence } from "./support/stub-fetch.ts";

/** Headers at once, then a body that never ends. */
function stalledBody(): Response {
  return new Response(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode("{")) }));
}

describe("timeoutMs", () => {
  it("ends an attempt whose headers do not come, after 60 s unless told otherwise", async () => {
    const { clock, fetch, wise } = createTestClient([silence, jsonResponse(card)]);
    const call = wise.cards.get(cardArgs);
    await clock.passTimer(60_000);
    expect(fetch.calls[0]?.init.signal?.aborted).toBe(true);
    await clock.passTimer(500);
    expect(await call).toEqual(card);
    expect(clock.pending()).toEqual([]);
  });

  it("ends an attempt whose body stalls", async () => {
    const { clock, wise } = createTestClient([stalledBody], { timeoutMs: 100, maxRetries: 0 });
    const call = wise.cards.get(cardArgs).catch((error: unknown) => error);
    await clock.passTimer(100);
    expect(isTimeoutError(await call)).toBe(true);
  });

  it("ends an attempt even if fetch does not listen to its signal", async () => {
    const { clock, wise } = createTestClient([() => new Promise<Response>(() => {})], { maxRetries: 0 });
    const call = wise.cards.get(cardArgs, { timeoutMs: 70 }).catch((error: unknown) => error);
    await clock.passTimer(70);
    expect(await call).toMatchObject({ name: "TimeoutError", code: "ERR_TIMEOUT", attempts: 1, retryable: true });
  });

  it("does not repeat a write that may not be sent twice", async () => {
    const { clock, fetch, wise } = createTestClient([silence]);
    const call = wise.sca.triggerSms({ oneTimeToken: "ott" }).catch((error: unknown) => error);
    await clock.passTimer(60_000);
    expect(await call).toMatchObject({ code: "ERR_TIMEOUT", retryable: false });
    expect(fetch.calls).toHaveLength(1);
  });
});

describe("a token that does not come", () => {
  it.each([
    ["at first", (): Promise<string> => new Promise(() => {})],
    ["when it was refused", (refused?: string) => (refused ? new Promise<string>(() => {}) : "old")],
  ])("%s, ends the call after timeoutMs", async (_, auth) => {
    const { clock, wise } = createTestClient([jsonResponse({}, 401)], { auth, timeoutMs: 300 });
    const call = wise.cards.get(cardArgs).catch((error: unknown) => error);
    await clock.passTimer(300);
    expect(await call).toMatchObject({ code: "ERR_TIMEOUT", retryable: true });
    expect(clock.pending()).toEqual([]);
  });

  it("ends it at its deadline if that is sooner", async () => {
    const { clock, wise } = createTestClient([], { auth: () => new Promise<string>(() => {}), totalTimeoutMs: 200 });
    const call = wise.cards.get(cardArgs).catch((error: unknown) => error);
    await clock.passTimer(200);
    expect(isTimeoutError(await call)).toBe(true);
  });
});

describe("totalTimeoutMs", () => {
  it("ends the call in the middle of an attempt", async () => {
    const { clock, wise } = createTestClient([silence], { totalTimeoutMs: 5000 });
    const call = wise.cards.get(cardArgs).catch((error: unknown) => error);
    await clock.passTimer(5000);
    expect(await call).toMatchObject({ code: "ERR_TIMEOUT", attempts: 1 });
    expect(clock.pending()).toEqual([]);
  });

  it("counts all attempts, and a wait that would pass it is not begun", async () => {
    const { clock, fetch, wise } = createTestClient([jsonResponse({}, 503)], { totalTimeoutMs: 1400 });
    const call = wise.cards.get(cardArgs).catch((error: unknown) => error);
    await clock.passTimer(500);
    expect(await call).toMatchObject({ status: 503, attempts: 2 });
    expect(fetch.calls).toHaveLength(2);
    expect(clock.pending()).toEqual([]);
  });
});

describe("retryable", () => {
  it.each(["timeoutMs", "totalTimeoutMs"])(
    "is true for a read that exceeded %s: the contract lets it be sent again",
    async (limit) => {
      const { clock, wise } = createTestClient([silence], { [limit]: 5000, maxRetries: 0 });
      const call = wise.cards.get(cardArgs).catch((error: unknown) => error);
      await clock.passTimer(5000);
      expect(await call).toMatchObject({ code: "ERR_TIMEOUT", attempts: 1, retryable: true });
    },
  );

  it("is false for a write that exceeded totalTimeoutMs and may have been carried out", async () => {
    const { clock, wise } = createTestClient([silence], { totalTimeoutMs: 5000 });
    const call = wise.sca.triggerSms({ oneTimeToken: "ott" }).catch((error: unknown) => error);
    await clock.passTimer(5000);
    expect(await call).toMatchObject({ code: "ERR_TIMEOUT", attempts: 1, retryable: false });
  });

  it("is true for a call that never left the queue, a write too: nothing was sent", async () => {
    const rateLimits = [{ requests: 1, windowMs: 60_000 }];
    const { clock, fetch, wise } = createTestClient([], { rateLimits, totalTimeoutMs: 2000 });
    await wise.cards.get(cardArgs);
    const call = wise.sca.triggerSms({ oneTimeToken: "ott" }).catch((error: unknown) => error);
    await clock.passTimer(2000);
    expect(await call).toMatchObject({ code: "ERR_TIMEOUT", attempts: 0, retryable: true });
    expect(fetch.calls).toHaveLength(1);
  });

  it("is true for a file whose content did not come in time: it may be asked for again", async () => {
    const { clock, run } = createTestCall({ response: createWiseFile }, [stalledBody], { totalTimeoutMs: 2000 });
    const file = (await run()) as WiseFile;
    const reading = file.text().catch((error: unknown) => error);
    await clock.passTimer(2000);
    expect(await reading).toMatchObject({ code: "ERR_TIMEOUT", retryable: true });
  });
});

describe("a time limit", () => {
  it("of Infinity is no limit: no timer is set", async () => {
    const limits = { timeoutMs: Number.POSITIVE_INFINITY, totalTimeoutMs: Number.POSITIVE_INFINITY };
    const { clock, wise } = createTestClient([silence], limits);
    const controller = new AbortController();
    const call = wise.cards.get(cardArgs, { signal: controller.signal }).catch(() => "aborted");
    await settle();
    expect(clock.pending()).toEqual([]);
    controller.abort();
    expect(await call).toBe("aborted");
  });

  it.each(["timeoutMs", "totalTimeoutMs", "maxQueueMs"])(
    "%s cannot be 0, which an empty environment variable is, nor NaN, negative or text",
    async (name) => {
      const { fetch, wise } = createTestClient();
      for (const value of [0, Number(""), Number.NaN, -1, Number.NEGATIVE_INFINITY, "", "5", null]) {
        const message = `${name} must be a number > 0`;
        expect(() => createTestClient([], { [name]: value })).toThrow(new TypeError(`createClient(): ${message}`));
        const call = wise.cards.get(cardArgs, { [name]: value });
        await expect(call).rejects.toThrow(new TypeError(`cards.get(): ${message}`));
      }
      expect(fetch.calls).toEqual([]);
    },
  );

  it.each([
    ["maxRetries", "an integer >= 0", [Number.NaN, -1, 0.5, ""]],
    ["maxRetryAfterMs", "a number >= 0", [Number.NaN, -1, ""]],
    ["maxQueued", "an integer >= 0", [Number.NaN, -1, 0.5, ""]],
  ])("beside it, %s must be %s", (name, what, values) => {
    for (const value of values) {
      expect(() => createTestClient([], { [name]: value })).toThrow(
        new TypeError(`createClient(): ${name} must be ${what}`),
      );
    }
    for (const value of [0, 1, Number.POSITIVE_INFINITY]) createTestClient([], { [name]: value });
  });

  it("of maxRetryAfterMs: Infinity is as long as a timer can wait, so that no wait ends at once", async () => {
    const late = () => jsonResponse({}, 429, { "retry-after": "9999999" });
    const { fetch, wise } = createTestClient([late], { maxRetryAfterMs: Number.POSITIVE_INFINITY });
    await expect(wise.cards.get(cardArgs)).rejects.toMatchObject({ status: 429, retryAfterMs: 9_999_999_000 });
    expect(fetch.calls).toHaveLength(1);
  });
});

describe("a clock that jumps", () => {
  it("forwards, past the deadline, lets nothing more be sent", async () => {
    const { clock, fetch, wise } = createTestClient([jsonResponse({}, 503)], { totalTimeoutMs: 1400 });
    const { now } = clock;
    let shiftMs = 0;
    clock.now = () => now() + shiftMs;
    const call = wise.cards.get(cardArgs).catch((error: unknown) => error);
    await settle();
    shiftMs = 5000;
    await clock.passTimer(500);
    expect(await call).toMatchObject({ code: "ERR_TIMEOUT", attempts: 1 });
    expect(fetch.calls).toHaveLength(1);
  });

  it("backwards, does not make a wait longer than a timer can be, which would end it at once", async () => {
    const auth = () => {
      shiftMs = -60_000;
      return new Promise<string>(() => {});
    };
    const { clock, wise } = createTestClient([jsonResponse(card)], { auth });
    const { now } = clock;
    let shiftMs = 0;
    clock.now = () => now() + shiftMs;
    const controller = new AbortController();
    const call = wise.cards.get(cardArgs, { signal: controller.signal }).catch(() => "ended");
    await settle();
    expect(clock.pending()).toHaveLength(1);
    expect(Math.max(...clock.pending())).toBeLessThan(2 ** 31);
    controller.abort();
    await call;
  });
});

describe("the caller's signal", () => {
  const reason = new Error("changed my mind");

  it("stops a call before anything is sent", async () => {
    const { fetch, wise } = createTestClient([jsonResponse(card)]);
    await expect(wise.cards.get(cardArgs, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(fetch.calls).toHaveLength(0);
  });

  it.each<[string, StubResponse]>([
    ["headers are awaited", silence],
    ["the body streams", stalledBody],
    ["fetch does not listen", () => new Promise<Response>(() => {})],
  ])("stops a call while %s, and is not retried", async (_, answer) => {
    const { clock, fetch, wise } = createTestClient([answer]);
    const controller = new AbortController();
    const call = wise.cards.get(cardArgs, { signal: controller.signal }).catch((error: unknown) => error);
    await settle();
    await settle();
    controller.abort(reason);
    expect(await call).toBe(reason);
    expect(fetch.calls).toHaveLength(1);
    expect(clock.pending()).toEqual([]);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  });

  it("stops a call in its wait for the next attempt", async () => {
    const { clock, fetch, wise } = createTestClient([jsonResponse({}, 503)]);
    const controller = new AbortController();
    const call = wise.cards.get(cardArgs, { signal: controller.signal }).catch((error: unknown) => error);
    while (!clock.pending().includes(500)) await settle();
    controller.abort(reason);
    expect(await call).toBe(reason);
    expect([fetch.calls.length, clock.pending()]).toEqual([1, []]);
  });

  it("stops a call that waits for its token", async () => {
    const { fetch, wise } = createTestClient([jsonResponse(card)], { auth: () => new Promise<string>(() => {}) });
    const controller = new AbortController();
    const call = wise.cards.get(cardArgs, { signal: controller.signal }).catch((error: unknown) => error);
    await settle();
    controller.abort(reason);
    expect(await call).toBe(reason);
    expect(fetch.calls).toHaveLength(0);
  });

  it("works together with a deadline", async () => {
    const { clock, wise } = createTestClient([silence], { totalTimeoutMs: 5000 });
    const controller = new AbortController();
    const call = wise.cards.get(cardArgs, { signal: controller.signal }).catch((error: unknown) => error);
    await settle();
    controller.abort(reason);
    expect(await call).toBe(reason);
    expect(clock.pending()).toEqual([]);
  });

  it("that timed out by itself is passed on as it is, and not retried", async () => {
    const { fetch, wise } = createTestClient([silence]);
    const error = await wise.cards.get(cardArgs, { signal: AbortSignal.timeout(5) }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DOMException);
    expect(fetch.calls).toHaveLength(1);
  });

  it("is left without listeners, however many calls it was given to", async () => {
    const { wise } = createTestClient([jsonResponse(card)], { rateLimits: false });
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 50 }, () => wise.cards.get(cardArgs, { signal, totalTimeoutMs: 1000 })));
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});
