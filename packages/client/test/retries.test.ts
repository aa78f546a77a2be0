import { isConnectionError, isRateLimitedError, isServerError } from "@wisekit/client";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RANDOM_CASES, RANDOM_SEED } from "../../../scripts/random-cases.ts";
import { createTestCall, createTestClient } from "./support/create-test-client.ts";
import { createManualClock } from "./support/manual-clock.ts";
import { brokenConnection, card, cardArgs, jsonResponse } from "./support/stub-fetch.ts";

const otp = { oneTimeToken: "ott", otpCode: "111111" };

describe("a read", () => {
  it.each([408, 429, 500, 502, 503, 504])("is repeated twice after %i, with a growing wait", async (status) => {
    const { clock, fetch, wise } = createTestClient([
      jsonResponse({}, status),
      jsonResponse({}, status),
      jsonResponse(card),
    ]);
    const call = wise.cards.get(cardArgs);
    await clock.passTimer(500);
    await clock.passTimer(1000);
    expect(await call).toEqual(card);
    expect(fetch.calls).toHaveLength(3);
  });

  it.each([400, 401, 403, 404, 409, 422])("is not repeated after %i", async (status) => {
    const { fetch, wise } = createTestClient([jsonResponse({}, status)]);
    await expect(wise.cards.get(cardArgs)).rejects.toMatchObject({ status, retryable: false });
    expect(fetch.calls).toHaveLength(1);
  });

  it.each(["ECONNREFUSED", "ECONNRESET", "UND_ERR_SOCKET"])("is repeated after %s", async (code) => {
    const { clock, wise } = createTestClient([brokenConnection(code), jsonResponse(card)]);
    const call = wise.cards.get(cardArgs);
    await clock.passTimer(500);
    expect(await call).toEqual(card);
  });

  it("gives up with the last failure, and says how often it tried", async () => {
    const { clock, wise } = createTestClient([jsonResponse({}, 503, { "x-trace-id": "t3" })]);
    const call = wise.cards.get(cardArgs).catch((error: unknown) => error);
    await clock.passTimer(500);
    await clock.passTimer(1000);
    const error = await call;
    expect(isServerError(error)).toBe(true);
    expect(error).toMatchObject({ attempts: 3, retryable: true, traceId: "t3", operation: "cards.get" });
    expect(String(error)).toBe("ServerError: cards.get failed with 503 (attempt 3, trace id t3)");
  });

  it("is repeated as often as client or call say, and waits no longer than 8 s", async () => {
    const { clock, fetch, wise } = createTestClient([jsonResponse({}, 500)], { maxRetries: 6 });
    const call = wise.cards.get(cardArgs).catch(() => "gave up");
    for (const delayMs of [500, 1000, 2000, 4000, 8000, 8000]) await clock.passTimer(delayMs);
    expect(await call).toBe("gave up");
    await expect(wise.cards.get(cardArgs, { maxRetries: 0 })).rejects.toThrow();
    expect(fetch.calls).toHaveLength(8);
  });

  it("spreads its waits over the whole span", async () => {
    const { clock, wise } = createTestClient([jsonResponse({}, 500), jsonResponse(card)], { random: () => 0.01 });
    const call = wise.cards.get(cardArgs);
    await clock.passTimer(5);
    await call;
  });

  it("throws what fetch threw as the cause of a ConnectionError", async () => {
    const cause = brokenConnection("ECONNRESET");
    const { wise } = createTestClient([cause], { maxRetries: 0 });
    const error: unknown = await wise.cards.get(cardArgs).catch((thrown: unknown) => thrown);
    expect(isConnectionError(error) && error.cause).toBe(cause);
  });
});

describe("a GET that changes something, as the contract says", () => {
  it.each([503, 408])("is not repeated after %i", async (status) => {
    const { run, fetch } = createTestCall({ retry: "never" }, [jsonResponse({}, status)]);
    await expect(run()).rejects.toMatchObject({ status, retryable: false });
    expect(fetch.calls).toHaveLength(1);
  });
});

describe("a read by POST", () => {
  it("is repeated like any read", async () => {
    const { run, clock, fetch } = createTestCall({ method: "POST", retry: "read" }, [
      jsonResponse({}, 503),
      brokenConnection("ECONNRESET"),
      jsonResponse([1]),
    ]);
    const call = run();
    await clock.passTimer(500);
    await clock.passTimer(1000);
    expect([await call, fetch.calls.length]).toEqual([[1], 3]);
  });
});

describe("a write that may not be sent twice", () => {
  it.each([408, 409, 500, 502, 503])("is not repeated after %i", async (status) => {
    const { fetch, wise } = createTestClient([jsonResponse({}, status)]);
    await expect(wise.sca.verifySms(otp)).rejects.toMatchObject({ status, retryable: false });
    expect(fetch.calls).toHaveLength(1);
  });

  it.each(["ECONNRESET", "UND_ERR_SOCKET", "EPIPE", "EHOSTUNREACH", "ENETUNREACH"])(
    "is not repeated after %s",
    async (code) => {
      const { fetch, wise } = createTestClient([brokenConnection(code)]);
      await expect(wise.sca.verifySms(otp)).rejects.toMatchObject({ code: "ERR_CONNECTION", retryable: false });
      expect(fetch.calls).toHaveLength(1);
    },
  );

  it.each(["ECONNREFUSED", "ENOTFOUND", "UND_ERR_CONNECT_TIMEOUT"])(
    "is repeated after %s, since nothing was sent",
    async (code) => {
      const { clock, wise } = createTestClient([brokenConnection(code), jsonResponse({})]);
      const call = wise.sca.verifySms(otp);
      await clock.passTimer(500);
      await call;
    },
  );

  it("is repeated after 429, since the server did not take it", async () => {
    const { clock, fetch, wise } = createTestClient([jsonResponse({}, 429, { "retry-after": "2" }), jsonResponse({})]);
    const call = wise.sca.verifySms(otp);
    await clock.passTimer(2500);
    await call;
    expect(fetch.calls).toHaveLength(2);
  });
});

describe("Retry-After", () => {
  it.each([
    ["3", 3500],
    ["0", 500],
    ["later", 500],
    ["Try later", 500],
    ["Someday, GMT", 500],
    ["Wed, 21 Oct 2015 07:28:00 GMT", 500],
    ["", 500],
    ["-5", 500],
  ])("%j makes it wait up to %i ms: what it says, and the time that is random", async (value, delayMs) => {
    const { clock, wise } = createTestClient([jsonResponse({}, 503, { "retry-after": value }), jsonResponse(card)]);
    const call = wise.cards.get(cardArgs);
    await clock.passTimer(delayMs);
    expect(await call).toEqual(card);
  });

  it("may be a date", async () => {
    const clock = createManualClock();
    const inFourSeconds = new Date(clock.now() + 4000).toUTCString();
    const { wise } = createTestClient([jsonResponse({}, 503, { "retry-after": inFourSeconds }), jsonResponse(card)], {
      clock,
    });
    const call = wise.cards.get(cardArgs);
    await clock.passTimer(4500);
    expect(await call).toEqual(card);
  });

  it("beyond the longest wait is thrown at once, with the time in it", async () => {
    const { fetch, wise } = createTestClient([jsonResponse({}, 429, { "retry-after": "86400" })]);
    const error: unknown = await wise.cards.get(cardArgs).catch((thrown: unknown) => thrown);
    expect(isRateLimitedError(error)).toBe(true);
    expect(error).toMatchObject({ retryAfterMs: 86_400_000, retryable: true, attempts: 1 });
    expect(fetch.calls).toHaveLength(1);
  });
});

describe("maxRetryAfterMs", () => {
  it("is about waits that a server asks for, and not about the client's own", async () => {
    const { clock, wise } = createTestClient([jsonResponse({}, 503), jsonResponse(card)], { maxRetryAfterMs: 0 });
    const call = wise.cards.get(cardArgs);
    await clock.passTimer(500);
    expect(await call).toEqual(card);
  });
});

describe("the retry policy", () => {
  it("never sends an unsafe write again unless the server provably did not take it", async () => {
    const outcome = fc.oneof(
      fc.integer({ min: 400, max: 599 }).map((status) => ({ status, code: "" })),
      fc
        .constantFrom("ECONNRESET", "EPIPE", "UND_ERR_SOCKET", "ECONNREFUSED", "ENOTFOUND")
        .map((code) => ({ status: 0, code })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(outcome, { minLength: 1, maxLength: 5 }), async (outcomes) => {
        const answers = outcomes.map(({ status, code }) => (code ? brokenConnection(code) : jsonResponse({}, status)));
        const { clock, fetch, wise } = createTestClient([...answers, jsonResponse({})], { maxRetries: 10 });
        const call = wise.sca.verifySms(otp).then(
          () => {},
          () => {},
        );
        await clock.advance(120_000);
        await call;
        const taken = ({ status, code }: { status: number; code: string }) =>
          code ? !["ECONNREFUSED", "ENOTFOUND"].includes(code) : status !== 429;
        const firstTaken = outcomes.findIndex(taken);
        return firstTaken === -1 || fetch.calls.length === firstTaken + 1;
      }),
      { numRuns: RANDOM_CASES, seed: RANDOM_SEED },
    );
  });
});
