import { type AttemptEvent, createClient, logTo } from "@wisekit/client";
import { describe, expect, it, vi } from "vitest";
import { createManualClock } from "./support/manual-clock.ts";
import { brokenConnection, card, cardArgs, jsonResponse, type StubResponse, stubFetch } from "./support/stub-fetch.ts";

const reason = new Error("the listener is broken");

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
  return lines;
}

const failing = [jsonResponse({}, 503, { "x-trace-id": "t1" }), brokenConnection("ECONNRESET"), jsonResponse(card)];
const path = "/v3/spend/profiles/{profileId}/cards/{cardToken}";

describe("logTo", () => {
  it("gets one line for each attempt and each repetition, at debug", async () => {
    expect(await linesOf("debug", ...failing)).toEqual([
      `warn wise cards.get GET ${path} 503 0 ms attempt 1 trace t1`,
      "info wise cards.get retries attempt 1 in 500 ms (status)",
      `warn wise cards.get GET ${path} TypeError 0 ms attempt 2`,
      "info wise cards.get retries attempt 2 in 1000 ms (connection)",
      `debug wise cards.get GET ${path} 200 0 ms attempt 3`,
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
    const event = { operation: "cards.get", method: "GET", path, origin: "https://api.wise-sandbox.com" };
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

  it.each<[string, () => void]>([
    [
      "throw",
      () => {
        throw reason;
      },
    ],
    ["reject", (async () => Promise.reject(reason)) as () => void],
  ])("that %s neither change the call nor end the process; the reason is written to the console", async (_, listen) => {
    using written = vi.spyOn(console, "error").mockImplementation(() => {});
    const heard: AttemptEvent[] = [];
    const wise = createClient({
      environment: "sandbox",
      fetch: stubFetch(jsonResponse(card)),
      onAttemptStart: listen,
      listeners: [{ onAttemptStart: (event) => heard.push(event) }],
    });
    expect(await wise.cards.get(cardArgs)).toEqual(card);
    await expect.poll(() => written.mock.calls).toEqual([[reason]]);
    expect(heard).toHaveLength(1);
  });
});
