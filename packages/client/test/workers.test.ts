import {
  authorizationCode,
  clientCredentials,
  createClient,
  createMemoryStore,
  registrationCode,
  type TokenStore,
  userToken,
} from "@wisekit/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createManualClock } from "./support/manual-clock.ts";
import { cardArgs } from "./support/stub-fetch.ts";
import { createTokenServer, credentials } from "./support/token-server.ts";

const hourMs = 3_600_000;

/** Stands for a store outside of the worker. It must be made before the platform looks like workerd. */
function outsideStore(): TokenStore & { locks: number } {
  const memory = createMemoryStore();
  const store = { ...memory, locks: 0 };
  store.lock = (key, task) => {
    store.locks += 1;
    return memory.lock(key, task);
  };
  return store;
}

describe("in workerd", () => {
  let store: ReturnType<typeof outsideStore>;
  beforeEach(() => {
    store = outsideStore();
    vi.stubGlobal("WebSocketPair", class {});
  });
  afterEach(() => void vi.unstubAllGlobals());

  function setUp(delayMs = 0) {
    const clock = createManualClock();
    const server = createTokenServer(clock, { delayMs });
    const auth = userToken({ ...credentials, refreshToken: "refresh-ann", store });
    const wise = createClient({ environment: "sandbox", fetch: server.fetch, auth, clock, rateLimits: false });
    return { clock, server, get: () => wise.cards.get(cardArgs) };
  }

  it.each<[string, () => unknown]>([
    ["userToken", () => userToken({ ...credentials, refreshToken: "r" })],
    ["clientCredentials", () => clientCredentials(credentials)],
    ["authorizationCode", () => authorizationCode({ ...credentials, code: "c", redirectUri: "https://app/back" })],
    ["registrationCode", () => registrationCode({ ...credentials, email: "e", registrationCode: "r" })],
  ])("%s() without a store is a TypeError", (name, make) => {
    expect(make).toThrow(`${name}(): store is required in workers, which share nothing in memory`);
  });

  it("a memory store is a TypeError", () => {
    expect(createMemoryStore).toThrow("createMemoryStore(): workers need a store outside of memory");
  });

  it("each request renews by itself, and the store's lock sees to it that one does", async () => {
    const { clock, server, get } = setUp(50);
    const calls = [get(), get(), get()];
    await clock.passTimer(50);
    await Promise.all(calls);
    expect([store.locks, server.forms.length]).toEqual([3, 1]);
  });

  it("a request that ends in the middle of its renewal leaves nothing that others wait for", async () => {
    const { clock, server, get } = setUp();
    // The first request is gone: its call of oauth.token never settles, and the store has given up its lock.
    const gone = vi.fn(() => new Promise<Response>(() => {}));
    const auth = userToken({ ...credentials, refreshToken: "refresh-ann", store: { ...store, lock: withoutWait } });
    const fetch: typeof globalThis.fetch = (input, init) =>
      gone.mock.calls.length === 0 && String(input).endsWith("/oauth/token") ? gone() : server.fetch(input, init);
    const wise = createClient({ environment: "sandbox", fetch, auth, clock, rateLimits: false });
    wise.cards.get(cardArgs).catch(() => {});
    await vi.waitFor(() => expect(gone).toHaveBeenCalled());
    expect(await wise.cards.get(cardArgs)).toMatchObject({ clientId: "ann" });
    expect(await get()).toMatchObject({ clientId: "ann" });
  });

  it("a renewal ahead of time is waited for, and one that fails leaves the token in use", async () => {
    const { clock, server, get } = setUp();
    await get();
    await clock.advance(6 * hourMs);
    await get();
    expect(server.sent.map(({ authorization }) => authorization)).toEqual([
      "Bearer access-ann-1",
      "Bearer access-ann-2",
    ]);
    await clock.advance(6 * hourMs);
    store.lock = async () => {
      throw new Error("down");
    };
    await get();
    expect(server.sent.at(-1)).toEqual({ authorization: "Bearer access-ann-2", user: "ann" });
  });
});

async function withoutWait<Value>(_: string, task: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  return task(new AbortController().signal);
}
