import { AsyncLocalStorage } from "node:async_hooks";
import { type ClientOptions, isQueueError, type RateLimitStore } from "@wisekit/client";
import { describe, expect, it } from "vitest";
import { createRateLimiter, type UserKey } from "../src/call/rate-limiter.ts";
import { createTestClient } from "./support/create-test-client.ts";
import { createManualClock, settle } from "./support/manual-clock.ts";
import { card, cardArgs, jsonResponse, type StubResponse } from "./support/stub-fetch.ts";

const onePerSecond = [{ requests: 1, windowMs: 1000 }];

/** A limiter of one call a second, whose first slot is taken, and what left it: the user's name and the second. */
function busyLimiter() {
  const clock = createManualClock(0);
  const limiter = createRateLimiter(onePerSecond, clock);
  limiter.enter(undefined);
  const left: string[] = [];
  const call = (user: UserKey, name: string = user ?? "nobody") =>
    limiter.wait(user, undefined).then(() => left.push(`${name} at ${clock.now() / 1000} s`));
  return { clock, limiter, left, call };
}

describe("calls of many users that wait for the rate limits", () => {
  it("take turns by user: who comes with one call does not wait behind a hundred calls of another", async () => {
    const { clock, left, call } = busyLimiter();
    for (let count = 1; count <= 100; count += 1) call("a", `a${count}`);
    call("b");
    call("c");
    await clock.advance(5000);
    expect(left).toEqual(["a1 at 1 s", "b at 2 s", "c at 3 s", "a2 at 4 s", "a3 at 5 s"]);
  });

  it("leave in order if they are of one user", async () => {
    const { clock, left, call } = busyLimiter();
    for (const name of ["a1", "a2", "a3"]) call("a", name);
    for (const name of ["b1", "b2", "b3"]) call("b", name);
    await clock.advance(6000);
    expect(left.filter((name) => name.startsWith("a"))).toEqual(["a1 at 1 s", "a2 at 3 s", "a3 at 5 s"]);
    expect(left.filter((name) => name.startsWith("b"))).toEqual(["b1 at 2 s", "b2 at 4 s", "b3 at 6 s"]);
  });

  it("do not wait for a user who is paused, whether they are in the queue or come later", async () => {
    const { clock, limiter, left, call } = busyLimiter();
    limiter.pause("a", 5000);
    call("a");
    call("b");
    await clock.advance(3000);
    expect(limiter.enter("c")).toBe(true);
    expect(limiter.enter("a")).toBe(false);
    await clock.advance(3000);
    expect(left).toEqual(["b at 1 s", "a at 5 s"]);
    expect(clock.pending()).toEqual([]);
  });

  it("do not enter the queue if their signal is aborted already", async () => {
    const { clock, limiter } = busyLimiter();
    await expect(limiter.wait("a", AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
    expect([limiter.waiting(), clock.pending()]).toEqual([0, []]);
  });

  it("all wait for a pause of everyone", async () => {
    const { clock, limiter, left, call } = busyLimiter();
    limiter.pause(undefined, 3000);
    call("a");
    call("b");
    await clock.advance(10_000);
    expect(left).toEqual(["a at 3 s", "b at 4 s"]);
  });

  it("go on when the timers of a request end with it, as in a worker", async () => {
    const { clock, limiter, run, end } = workerClock();
    limiter.enter(undefined);
    const left: string[] = [];
    for (const name of ["first", "second", "third"]) {
      run(name, () => limiter.wait(name, undefined).then(() => left.push(`${name} at ${clock.now() / 1000} s`)));
    }
    end("third");
    await clock.advance(1000);
    end("first");
    await clock.advance(1000);
    expect(left).toEqual(["first at 1 s", "second at 2 s"]);
  });
});

/** A clock whose timers belong to the request that sets them, as those of a worker do. */
function workerClock() {
  const clock = createManualClock(0);
  const request = new AsyncLocalStorage<string>();
  const ended = new Set<string | undefined>();
  const limiter = createRateLimiter(onePerSecond, {
    ...clock,
    setTimeout(callback, delayMs) {
      const owner = request.getStore();
      const run = AsyncLocalStorage.snapshot();
      return clock.setTimeout(() => ended.has(owner) || run(callback), delayMs);
    },
  });
  return { clock, limiter, run: request.run.bind(request), end: (name: string) => ended.add(name) };
}

/** A client that may send one call a second and has just sent one, and what it sent: user and second. */
async function busyClient(options: Partial<ClientOptions> = {}, ...responses: StubResponse[]) {
  const { wise, fetch, clock } = createTestClient(responses, { rateLimits: onePerSecond, ...options });
  await wise.cards.get(cardArgs);
  return { wise, fetch, clock };
}

it("limits are those of one partner: clients that `as` made of one client share them", async () => {
  const { wise, clock, fetch } = await busyClient();
  const calls = Promise.all(["a", "b", "a"].map((user) => wise.as(user).cards.get(cardArgs)));
  await clock.advance(1000);
  expect(fetch.calls).toHaveLength(2);
  await clock.advance(2000);
  await calls;
  const users = fetch.calls.slice(1).map(({ init }) => init.headers.authorization);
  expect(users).toEqual(["Bearer a", "Bearer b", "Bearer a"]);
});

describe("maxQueueMs", () => {
  it("ends a call that waits longer for a slot with a QueueError: no attempt was made, and it may be repeated", async () => {
    const { wise, clock, fetch } = await busyClient({ maxQueueMs: 1500 });
    const [first, second] = [1, 2].map(() => wise.cards.get(cardArgs).catch((error: unknown) => error));
    await clock.advance(1500);
    expect(await first).toEqual(card);
    const error = await second;
    expect(isQueueError(error)).toBe(true);
    expect(error).toMatchObject({ code: "ERR_QUEUE", attempts: 0, retryable: true });
    expect(String(error)).toBe("QueueError: cards.get exceeded maxQueueMs, 1500 ms (attempt 0)");
    expect([fetch.calls.length, clock.pending()]).toEqual([2, []]);
  });

  it("is two minutes unless told otherwise", async () => {
    const { wise, clock } = await busyClient({ rateLimits: [{ requests: 1, windowMs: 3_600_000 }] });
    const call = wise.cards.get(cardArgs).catch((error: unknown) => error);
    await clock.passTimer(120_000);
    expect(await call).toMatchObject({ code: "ERR_QUEUE" });
  });

  it("gives way to the deadline of the call if that is sooner", async () => {
    const { wise, clock } = await busyClient({ maxQueueMs: 900 });
    const call = wise.cards.get(cardArgs, { totalTimeoutMs: 800 }).catch((error: unknown) => error);
    await clock.advance(800);
    expect(await call).toMatchObject({ code: "ERR_TIMEOUT" });
  });
});

describe("maxQueued", () => {
  it("ends a call at once with a QueueError if as many wait already", async () => {
    const { wise, clock, fetch } = await busyClient({ maxQueued: 2 });
    const calls = Promise.all([1, 2].map(() => wise.cards.get(cardArgs)));
    await settle();
    const error = await wise.cards.get(cardArgs).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "QueueError", code: "ERR_QUEUE", attempts: 0, retryable: true });
    expect(String(error)).toBe("QueueError: cards.get exceeded maxQueued, 2 calls (attempt 0)");
    await clock.advance(2000);
    await calls;
    expect(fetch.calls).toHaveLength(3);
  });

  it("of 0 lets a call leave only if a slot is free", async () => {
    const { wise, clock } = await busyClient();
    await expect(wise.cards.get(cardArgs, { maxQueued: 0 })).rejects.toMatchObject({ code: "ERR_QUEUE" });
    await clock.advance(1000);
    expect(await wise.cards.get(cardArgs, { maxQueued: 0 })).toEqual(card);
  });
});

describe("a 429", () => {
  const limitedBy = (name: string) => jsonResponse({}, 429, { "retry-after": "5", "x-rate-limited-by": name });

  it.each([
    ["wise-public-api", "everyone", { a: [0, 5500], b: [5500] }],
    ["wise-user-limit", "this user only", { a: [0, 5500], b: [100] }],
  ])("of the limiter %s pauses %s", async (name, _, sentAt) => {
    const seen: Record<string, number[]> = { a: [], b: [] };
    const { wise, clock, fetch } = createTestClient([
      ({ init }) => {
        seen[init.headers.authorization?.at(-1) ?? ""]?.push(clock.now() - start);
        return fetch.calls.length === 1 ? limitedBy(name) : jsonResponse(card);
      },
    ]);
    const start = clock.now();
    const first = wise.as("a").cards.get(cardArgs);
    await clock.advance(100);
    const second = wise.as("b").cards.get(cardArgs);
    await clock.advance(10_000);
    await Promise.all([first, second]);
    expect(seen).toEqual(sentAt);
  });

  it("is waited for as long as Retry-After says, and a random time more", async () => {
    for (const [random, delayMs] of [
      [0, 5000],
      [0.5, 5250],
    ] as const) {
      const { wise, clock, fetch } = createTestClient([limitedBy("wise-public-api"), jsonResponse(card)], {
        random: () => random,
      });
      const call = wise.cards.get(cardArgs);
      await clock.advance(delayMs - 1);
      expect(fetch.calls).toHaveLength(1);
      await clock.advance(1);
      expect([await call, fetch.calls.length]).toEqual([card, 2]);
    }
  });
});

describe("a store of rate limits", () => {
  /** A store that gives these, one after the other, the last one for ever. */
  function storeOf(...given: (number | Error)[]): RateLimitStore & { asked: number } {
    return {
      asked: 0,
      async take() {
        const next = given[Math.min(this.asked, given.length - 1)] ?? 0;
        this.asked += 1;
        if (typeof next === "number") return next;
        throw next;
      },
    };
  }

  it("is asked for a slot for each attempt, once at a time, and again after as long as it says", async () => {
    const store = storeOf(0, 300, 0);
    const { wise, clock, fetch } = createTestClient([], { rateLimits: store });
    const calls = Promise.all([1, 2, 3].map(() => wise.cards.get(cardArgs)));
    await settle();
    expect([fetch.calls.length, store.asked]).toEqual([1, 2]);
    await clock.advance(300);
    await calls;
    expect([fetch.calls.length, store.asked, clock.pending()]).toEqual([3, 4, []]);
  });

  it("that fails ends the calls that wait, which were not sent and may be repeated", async () => {
    const cause = new Error("down");
    const { wise, clock, fetch } = createTestClient([], { rateLimits: storeOf(cause, 0) });
    const errors = await Promise.all([1, 2].map(() => wise.cards.get(cardArgs).catch((error: unknown) => error)));
    for (const error of errors) {
      expect(error).toMatchObject({ code: "ERR_QUEUE", attempts: 0, retryable: true, cause });
      expect(String(error)).toBe(
        "QueueError: cards.get got no slot of the rate limits, their store failed (attempt 0)",
      );
    }
    expect([fetch.calls.length, clock.pending()]).toEqual([0, []]);
    expect(await wise.cards.get(cardArgs)).toEqual(card);
  });

  it("that does not respond is asked again after 10 s, and then no call has to wait for the first question", async () => {
    const never = new Promise<number>(() => {});
    const given = [never, Promise.resolve(0)];
    const { wise, clock, fetch } = createTestClient([], { rateLimits: { take: async () => given.shift() ?? 0 } });
    const call = wise.cards.get(cardArgs);
    await clock.advance(9999);
    expect([fetch.calls.length, given.length]).toEqual([0, 1]);
    await clock.advance(1);
    expect(await call).toEqual(card);
    expect(await wise.cards.get(cardArgs)).toEqual(card);
    expect(clock.pending()).toEqual([]);
  });
});
