import { type AttemptEvent, type ClientOptions, createClient, logTo } from "@wisekit/client";
import { describe, expect, it, vi } from "vitest";
import { createTestClient } from "./support/create-test-client.ts";
import { createManualClock, settle } from "./support/manual-clock.ts";
import { brokenConnection, card, cardArgs, jsonResponse, type StubResponse, stubFetch } from "./support/stub-fetch.ts";

async function linesOf(
  logLevel: "off" | "warn" | "info" | "debug" | undefined,
  ...answers: StubResponse[]
): Promise<string[]> {
  const lines: string[] = [];
  const write = (level: string) => (line: string) => void lines.push(`${level} ${line}`);
  const logger = { debug: write("debug"), info: write("info"), warn: write("warn") };
  const clock = createManualClock();
  const fetch = stubFetch(...answers);
  const listeners = [logTo(logger, logLevel)];
  const wise = createClient({ environment: "sandbox", fetch, clock, random: () => 1, listeners });
  const call = wise.cards.get(cardArgs).catch(() => {});
  await clock.advance(60_000);
  await call;
  const [id] = /(?<=call )\S+/.exec(lines[0] ?? "") ?? [];
  return id ? lines.map((line) => line.replaceAll(id, "(id)")) : lines;
}

const failing = [jsonResponse({}, 503, { "x-trace-id": "t1" }), brokenConnection("ECONNRESET"), jsonResponse(card)];
const path = "/v3/spend/profiles/{profileId}/cards/{cardToken}";

describe("logTo", () => {
  it("gets one line for each attempt and each repetition, at debug", async () => {
    expect(await linesOf("debug", ...failing)).toEqual([
      `warn wise cards.get GET ${path} 503 0 ms attempt 1 call (id) trace t1`,
      "info wise cards.get retries attempt 1 in 500 ms (status) call (id)",
      `warn wise cards.get GET ${path} TypeError 0 ms attempt 2 call (id)`,
      "info wise cards.get retries attempt 2 in 1000 ms (connection) call (id)",
      `debug wise cards.get GET ${path} 200 0 ms attempt 3 call (id)`,
    ]);
  });

  it("gets less at higher levels, warnings by default and nothing when off", async () => {
    const counts = await Promise.all(
      (["info", "warn", undefined, "off"] as const).map(async (level) => (await linesOf(level, ...failing)).length),
    );
    expect(counts).toEqual([4, 2, 2, 0]);
  });

  it("warns of a redirect, which is no success: the call fails", async () => {
    const redirects = [new Response(null, { status: 302 }), Response.error()];
    const lines = await Promise.all(redirects.map((answer) => linesOf("warn", answer)));
    expect(lines).toEqual([[expect.stringContaining("302")], [expect.stringContaining(" 0 ")]]);
  });

  it("knows no other level", () => {
    expect(() => logTo(console, "loud" as never)).toThrow("off, warn, info, debug");
  });
});

describe("listeners", () => {
  it("hear of requests, responses and repetitions, with the template of the path and no values", async () => {
    const heard: unknown[] = [];
    const clock = createManualClock();
    const wise = createClient({
      environment: "sandbox",
      clock,
      random: () => 1,
      fetch: stubFetch(...failing),
      onAttemptStart: (event) => heard.push(["request", event.attempt]),
      onAttemptEnd: (event, result) => heard.push(["response", event.attempt, result]),
      listeners: [{ onRetry: (event, plan) => heard.push(["retry", event, plan]) }],
    });
    const call = wise.cards.get(cardArgs);
    await clock.advance(60_000);
    await call;
    const callId = expect.any(String);
    const event = { operation: "cards.get", method: "GET", path, origin: "https://api.wise-sandbox.com", callId };
    expect(heard).toEqual([
      ["request", 1],
      ["response", 1, { durationMs: 0, status: 503, traceId: "t1" }],
      ["retry", { ...event, attempt: 1 }, { delayMs: 500, reason: "status" }],
      ["request", 2],
      ["response", 2, { durationMs: 0, error: "TypeError" }],
      ["retry", { ...event, attempt: 2 }, { delayMs: 1000, reason: "connection" }],
      ["request", 3],
      ["response", 3, { durationMs: 0, status: 200, traceId: undefined }],
    ]);
  });
});

describe("a listener that throws", () => {
  const reason = new Error("the listener is broken");
  const throwing = [
    [
      "at once",
      () => {
        throw reason;
      },
    ],
    ["later, by its promise", () => Promise.reject(reason)],
  ] as const;

  /** What ended up where, for a call whose listeners all fail. */
  async function failing(onAttemptStart: () => never | Promise<never>, options: Partial<ClientOptions> = {}) {
    const uncaught: unknown[] = [];
    const note = (error: unknown) => uncaught.push(error);
    process.on("uncaughtExceptionMonitor", note).on("unhandledRejection", note);
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const heard: AttemptEvent[] = [];
    const { wise } = createTestClient([], {
      onAttemptStart: onAttemptStart as () => void,
      listeners: [{ onAttemptStart: (event) => void heard.push(event) }],
      ...options,
    });
    const value = await wise.cards.get(cardArgs);
    await settle();
    process.off("uncaughtExceptionMonitor", note).off("unhandledRejection", note);
    const lines = logged.mock.calls.flat();
    logged.mockRestore();
    return { value, heard: heard.length, uncaught, logged: lines };
  }

  it.each(throwing)("%s, changes no call, ends no process and is reported to the console", async (_, listener) => {
    expect(await failing(listener)).toEqual({ value: card, heard: 1, uncaught: [], logged: [reason] });
  });

  it.each(throwing)("%s, is reported to onListenerError instead, if that is there", async (_, listener) => {
    const reported: unknown[] = [];
    const outcome = await failing(listener, { onListenerError: (error) => reported.push(error) });
    expect(outcome).toEqual({ value: card, heard: 1, uncaught: [], logged: [] });
    expect(reported).toEqual([reason]);
  });

  it.each(throwing)("%s, ends no process either if onListenerError fails in the same way", async (_, listener) => {
    const outcome = await failing(listener, { onListenerError: listener as () => void });
    expect(outcome).toEqual({ value: card, heard: 1, uncaught: [], logged: [reason] });
  });

  it("is an uncaught error of the page in a browser, which goes on", async () => {
    const reported: unknown[] = [];
    vi.stubGlobal("process", undefined);
    vi.stubGlobal("reportError", (error: unknown) => reported.push(error));
    const { wise } = createTestClient([], { onAttemptStart: throwing[0][1] });
    const value = await wise.cards.get(cardArgs).finally(() => vi.unstubAllGlobals());
    expect([value, reported]).toEqual([card, [reason]]);
  });
});
