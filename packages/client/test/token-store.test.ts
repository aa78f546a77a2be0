import {
  authorizationCode,
  createClient,
  createMemoryStore,
  isTokenStoreError,
  type StoredTokens,
  type TokenProvider,
  type TokenStore,
  userToken,
} from "@wisekit/client";
import { describe, expect, it, vi } from "vitest";
import { createManualClock, settle } from "./support/manual-clock.ts";
import { cardArgs } from "./support/stub-fetch.ts";
import { createTokenServer, credentials, type TokenServerOptions } from "./support/token-server.ts";

const hourMs = 3_600_000;

function setUp(options: TokenServerOptions = {}) {
  const clock = createManualClock();
  const server = createTokenServer(clock, options);
  /** Each process has a client of its own. All that it does is for one user, by the app's own identifier. */
  const inProcess = (auth: TokenProvider) => {
    const wise = createClient({ environment: "sandbox", fetch: server.fetch, clock, rateLimits: false });
    return () => wise.as(auth, { key: "user-1" }).cards.get(cardArgs);
  };
  return { clock, server, inProcess };
}

const withStore = (store: TokenStore, refreshToken = "refresh-ann") =>
  userToken({ ...credentials, refreshToken, store });

const signedIn = (store: TokenStore, code: string) =>
  authorizationCode({ ...credentials, code, redirectUri: "https://app.example/back", store });

/** A memory store that also tells what was done with it, and lets parts be replaced. */
function observedStore(replaced: Partial<TokenStore> = {}) {
  const memory = createMemoryStore();
  const kept: { key: string; tokens: StoredTokens }[] = [];
  const store: TokenStore = {
    ...memory,
    async set(key, tokens) {
      await memory.set(key, tokens);
      kept.push({ key, tokens });
    },
    ...replaced,
  };
  return { memory, store, kept };
}

describe("a token store", () => {
  it("lets processes share tokens, so that one renewal serves all", async () => {
    const { server, inProcess } = setUp();
    const store = createMemoryStore();
    const first = inProcess(withStore(store));
    const second = inProcess(withStore(store));
    await Promise.all([first(), second(), first(), second()]);
    expect(server.forms).toHaveLength(1);
    server.end("ann");
    await Promise.all([first(), second()]);
    await Promise.all([first(), second()]);
    expect(server.forms).toHaveLength(2);
    expect(server.sent.slice(-2).map(({ user }) => user)).toEqual(["ann", "ann"]);
  });

  it("keeps a rotated refresh token before the access token that came with it is used", async () => {
    const { server, inProcess } = setUp({ rotates: true });
    const steps: string[] = [];
    const memory = createMemoryStore();
    const store: TokenStore = {
      ...memory,
      async set(key, tokens) {
        await settle();
        await memory.set(key, tokens);
        steps.push(`kept ${tokens.refreshToken} before ${server.sent.length} calls`);
      },
    };
    await inProcess(withStore(store))();
    expect(steps).toEqual(["kept refresh-ann-1 before 0 calls"]);
  });

  it("that could not keep a rotated refresh token gets it with the next call", async () => {
    const { server, inProcess } = setUp({ rotates: true });
    let isDown = true;
    const { memory, store, kept } = observedStore();
    const failing: TokenStore = {
      ...store,
      set: (key, tokens) => (isDown ? Promise.reject(new Error("the disk is full")) : store.set(key, tokens)),
    };
    const get = inProcess(withStore(failing));
    const error = await get().catch((thrown: unknown) => thrown);
    expect(isTokenStoreError(error) && error.cause).toEqual(new Error("the disk is full"));
    isDown = false;
    await get();
    expect(server.forms).toEqual(["grant_type=refresh_token&refresh_token=refresh-ann"]);
    expect(server.sent).toEqual([{ authorization: "Bearer access-ann-1", user: "ann" }]);
    expect(kept[0]?.key).toBe("user-1");
    expect(await memory.get("user-1")).toMatchObject({ refreshToken: "refresh-ann-1" });
  });

  it("that has a newer token than the one that could not be kept wins", async () => {
    const { server, inProcess } = setUp();
    let isDown = true;
    const { store } = observedStore();
    const failing: TokenStore = {
      ...store,
      set: (key, tokens) => (isDown ? Promise.reject(new Error("down")) : store.set(key, tokens)),
    };
    const get = inProcess(withStore(failing));
    await get().catch(() => {});
    await inProcess(withStore(store))(); // Another process renews.
    isDown = false;
    await get();
    expect(server.sent.map(({ authorization }) => authorization)).toEqual([
      "Bearer access-ann-2",
      "Bearer access-ann-2",
    ]);
  });

  it("that is down does not matter as long as the token in memory is valid, and is a TokenStoreError then", async () => {
    const { clock, server, inProcess } = setUp();
    const { store } = observedStore();
    let isDown = false;
    const down = async () => {
      throw new Error("connection refused");
    };
    const failing: TokenStore = {
      get: (key) => (isDown ? down() : store.get(key)),
      set: (key, tokens) => (isDown ? down() : store.set(key, tokens)),
      delete: (key) => (isDown ? down() : store.delete(key)),
      lock: (key, task) => (isDown ? down() : store.lock(key, task)),
    };
    const get = inProcess(withStore(failing));
    await get();
    isDown = true;
    await clock.advance(12 * hourMs - 1);
    await get();
    await clock.advance(1);
    const error = await get().catch((thrown: unknown) => thrown);
    expect(isTokenStoreError(error)).toBe(true);
    expect(String(error)).toBe("TokenStoreError: oauth.token could not use the token store (attempt 0)");
    expect(error).toMatchObject({ retryable: true, cause: new Error("connection refused") });
    expect(server.forms).toHaveLength(1);
    isDown = false;
    await get();
    expect(server.forms).toHaveLength(2);
  });

  it("whose tokens were revoked gives way to a new refresh token in the options", async () => {
    const { server, inProcess } = setUp();
    const store = createMemoryStore();
    await inProcess(withStore(store, "refresh-ann"))();
    server.revoke("ann");
    await inProcess(withStore(store, "refresh-annagain"))();
    expect(server.sent.at(-1)?.user).toBe("annagain");
  });

  it("whose refresh token is dead gives way to the one in the options", async () => {
    const { clock, server, inProcess } = setUp();
    const { store, kept } = observedStore();
    await inProcess(withStore(store))();
    const { key, tokens } = kept[0] as { key: string; tokens: StoredTokens };
    await store.set(key, { ...tokens, refreshToken: "refresh-dead" });
    server.revoke("dead");
    await clock.advance(12 * hourMs);
    await inProcess(withStore(store))();
    expect(server.forms.slice(1)).toEqual([
      "grant_type=refresh_token&refresh_token=refresh-dead",
      "grant_type=refresh_token&refresh_token=refresh-ann",
    ]);
    expect(server.sent.at(-1)?.user).toBe("ann");
  });

  it("that is shared by two sign-ins never makes one run as the other", async () => {
    const { server, inProcess } = setUp();
    const store = createMemoryStore();
    expect(await inProcess(signedIn(store, "code-ann"))()).toMatchObject({ clientId: "ann" });
    expect(await inProcess(signedIn(store, "code-bob"))()).toMatchObject({ clientId: "bob" });
    const again = await inProcess(signedIn(store, "code-ann"))().catch((thrown: unknown) => thrown);
    expect(again).toMatchObject({ mustSignIn: true }); // Her code is used up, and Bob's tokens are not hers.
    expect(server.sent.map(({ user }) => user)).toEqual(["ann", "bob"]);
  });

  it("has a code exchanged once, and its refresh token from then on", async () => {
    const { clock, server, inProcess } = setUp();
    const store = createMemoryStore();
    await inProcess(signedIn(store, "code-ann"))();
    await clock.advance(12 * hourMs);
    await inProcess(signedIn(store, "code-ann"))();
    server.revoke("ann");
    const error = await inProcess(signedIn(store, "code-ann"))().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "AuthenticationError", mustSignIn: true });
    expect(server.forms.filter((form) => form.includes("code-ann"))).toHaveLength(1);
  });

  it("is told neither code nor refresh token by the origin of the tokens", async () => {
    const { inProcess } = setUp();
    const { store, kept } = observedStore();
    await inProcess(signedIn(store, "code-ann"))();
    expect(kept[0]?.tokens.origin).toMatch(/^partner\/[A-Za-z0-9+/]{43}=$/);
    expect(kept[0]?.tokens).toMatchObject({ obtainedAt: 1_800_000_000_000, expiresAt: 1_800_043_200_000 });
  });
});

describe("a token store that never settles", () => {
  const never = () => new Promise<never>(() => {});

  it.each<keyof TokenStore>(["get", "lock", "set"])(
    "in %s ends in time, and later calls start anew",
    async (method) => {
      const { clock, server, inProcess } = setUp();
      const { store } = observedStore();
      let isStuck = true;
      const stuck: TokenStore = {
        ...store,
        [method]: (...args: never[]) => (isStuck ? never() : (store[method] as (...args: never[]) => unknown)(...args)),
      };
      const get = inProcess(withStore(stuck));
      const call = get().catch((thrown: unknown) => thrown);
      await clock.passTimer(60_000);
      expect(String(await call)).toBe("TokenStoreError: oauth.token waited 60000 ms for the token store (attempt 0)");
      isStuck = false;
      expect(await get()).toMatchObject({ clientId: "ann" });
      expect(server.mostInFlight).toBe(1);
    },
  );

  it("does not run the task of a renewal that was given up", async () => {
    const { clock, server, inProcess } = setUp();
    const { store } = observedStore();
    const granted: (() => void)[] = [];
    const slow: TokenStore = {
      ...store,
      async lock(key, task) {
        await new Promise<void>((resolve) => granted.push(resolve));
        return store.lock(key, task);
      },
    };
    const call = inProcess(withStore(slow))().catch((thrown: unknown) => thrown);
    await clock.passTimer(60_000);
    expect(isTokenStoreError(await call)).toBe(true);
    granted[0]?.();
    await settle();
    expect(server.forms).toEqual([]);
  });

  it("or that loses its lock, stops the renewal", async () => {
    const { clock, server, inProcess } = setUp({ delayMs: 1000 });
    const { store } = observedStore();
    const lost = new AbortController();
    const losing: TokenStore = { ...store, lock: (key, task) => store.lock(key, () => task(lost.signal)) };
    const call = inProcess(withStore(losing))().catch((thrown: unknown) => thrown);
    while (server.forms.length === 0) await settle();
    lost.abort(new Error("expired"));
    expect(String(await call)).toBe("TokenStoreError: oauth.token lost the lock of the token store (attempt 0)");
    expect(await call).toMatchObject({ cause: new Error("expired") });
    await clock.advance(1000);
    expect(server.sent).toEqual([]);
  });
});

describe("a renewal that Wise never responds to", () => {
  it("ends in time with a TimeoutError, and the next call renews anew", async () => {
    const { clock, server, inProcess } = setUp({ delayMs: 2 ** 30 });
    const get = inProcess(withStore(createMemoryStore()));
    for (const renewals of [1, 2]) {
      const call = get().catch((thrown: unknown) => thrown);
      while (server.forms.length < renewals) await settle();
      await clock.passTimer(60_000);
      expect(await call).toMatchObject({ name: "TimeoutError", operation: "oauth.token" });
    }
  });
});

describe("a renewal that gets no slot of the rate limits", () => {
  it("ends in time, says that nothing was sent, and may be tried again", async () => {
    const { clock, server } = setUp();
    const rateLimits = { take: () => 3_600_000 };
    const wise = createClient({ environment: "sandbox", fetch: server.fetch, clock, rateLimits });
    const call = wise.as(withStore(createMemoryStore()), { key: "user-1" }).cards.get(cardArgs);
    const ended = call.catch((thrown: unknown) => thrown);
    await vi.waitFor(async () => {
      await clock.passTimer(60_000);
    });
    expect(String(await ended)).toBe(
      "TimeoutError: oauth.token exceeded timeoutMs, 60000 ms, in the queue of the rate limits (attempt 0)",
    );
    expect(await ended).toMatchObject({ attempts: 0, retryable: true });
    expect(server.forms).toEqual([]);
  });
});

describe("createMemoryStore()", () => {
  it("keeps tokens by key until they are deleted", async () => {
    const store = createMemoryStore();
    const tokens: StoredTokens = { accessToken: "a", expiresAt: 2, obtainedAt: 1, origin: "partner/x" };
    await store.set("ann", tokens);
    expect([await store.get("ann"), await store.get("bob")]).toEqual([tokens, undefined]);
    await store.delete("ann");
    expect(await store.get("ann")).toBeUndefined();
  });

  it("runs the tasks of one key one after the other, and those of two keys side by side", async () => {
    const store = createMemoryStore();
    const steps: string[] = [];
    const task = (name: string) => async () => {
      steps.push(`${name} starts`);
      await settle();
      steps.push(`${name} ends`);
      if (name === "ann 1") throw new Error("ann 1 failed");
      return name;
    };
    const outcomes = await Promise.allSettled([
      store.lock("ann", task("ann 1")),
      store.lock("ann", task("ann 2")),
      store.lock("bob", task("bob 1")),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
    const ofAnn = steps.filter((step) => step.startsWith("ann"));
    expect(ofAnn).toEqual(["ann 1 starts", "ann 1 ends", "ann 2 starts", "ann 2 ends"]);
    expect(steps.indexOf("bob 1 starts")).toBeLessThan(steps.indexOf("ann 1 ends"));
  });
});
