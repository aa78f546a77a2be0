import { type ClientOptions, type ClientWarning, createClient, logTo, userToken } from "@wisekit/client";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createManualClock } from "./support/manual-clock.ts";
import { cardArgs } from "./support/stub-fetch.ts";
import { createTokenServer, credentials } from "./support/token-server.ts";

afterEach(() => void vi.restoreAllMocks());

/** Two processes with the same user, each with a store of its own. */
function twoProcesses(options: Partial<ClientOptions> = {}) {
  const clock = createManualClock();
  const server = createTokenServer(clock);
  const processes = [0, 1].map(() => {
    const auth = userToken({ ...credentials, refreshToken: "refresh-ann" });
    const wise = createClient({ environment: "sandbox", fetch: server.fetch, auth, clock, ...options });
    return () => wise.cards.get(cardArgs);
  });
  return { clock, server, processes };
}

describe("two processes without a shared store", () => {
  it("take the token from each other for ever, which is told by onWarning", async () => {
    const warnings: ClientWarning[] = [];
    const { clock, server, processes } = twoProcesses({ onWarning: (warning) => warnings.push(warning) });
    for (let round = 0; round < 3; round += 1) {
      for (const get of processes) {
        await get();
        await clock.advance(20_000);
      }
    }
    expect(server.forms).toHaveLength(6); // One for each call.
    expect(warnings.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => "WARN_TOKEN_TAKEN"));
    expect(warnings[0]?.message).toBe(
      "Wise did not accept a token that was obtained less than a minute ago; if another process renews the same user's tokens, let both share a store",
    );
  });

  it("are told on the console, once for each client, if nobody listens", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { processes } = twoProcesses({ onAttemptEnd: () => {} });
    for (let round = 0; round < 3; round += 1) for (const get of processes) await get();
    expect(warn.mock.calls.map(([line]) => String(line).slice(0, 54))).toEqual([
      "wisekit: Wise did not accept a token that was obtained",
      "wisekit: Wise did not accept a token that was obtained",
    ]);
  });

  it("are told in the log", async () => {
    const logger = { debug: vi.fn(), info: vi.fn(), warn: vi.fn() };
    const { processes } = twoProcesses({ listeners: [logTo(logger)] });
    for (let round = 0; round < 2; round += 1) for (const get of processes) await get();
    const lines = logger.warn.mock.calls.map(([line]) => String(line));
    expect(lines.filter((line) => line.startsWith("wise Wise did not accept a token"))).toHaveLength(2);
  });

  it("are not suspected when the token was obtained a minute ago", async () => {
    const onWarning = vi.fn();
    const { clock, server, processes } = twoProcesses({ onWarning });
    await processes[0]?.();
    await clock.advance(60_000);
    server.end("ann");
    await processes[0]?.();
    expect([server.forms.length, onWarning.mock.calls.length]).toEqual([2, 0]);
  });

  it("whose listener of warnings throws, make their calls all the same", async () => {
    const errors: unknown[] = [];
    const failure = new Error("listener");
    const onWarning = () => {
      throw failure;
    };
    const { processes } = twoProcesses({ onWarning, onListenerError: (error) => errors.push(error) });
    for (let round = 0; round < 2; round += 1)
      for (const get of processes) expect(await get()).toMatchObject({ clientId: "ann" });
    expect(errors).toEqual([failure, failure]);
  });
});
