import type { StoredTokens, TokenStore } from "../auth/token-store.ts";

/** What a rule is given. */
export interface RuleContext {
  readonly store: TokenStore;
  /** The same data by another way. */
  readonly other: TokenStore;
  /** A key that only this rule has: the same for the same name. */
  readonly keyOf: (name: string) => string;
}

/** What every token store has to do. A rule that is broken throws. */
export const tokenStoreRules: Readonly<Record<string, (context: RuleContext) => Promise<void>>> = {
  "get() of a key that has nothing gives undefined": async ({ store, keyOf }) => {
    equal(await store.get(keyOf("a")), undefined);
  },

  "get() gives what set() was given": async ({ store, other, keyOf }) => {
    const key = keyOf("a");
    await store.set(key, tokens("first"));
    equal(await store.get(key), tokens("first"));
    equal(await other.get(key), tokens("first"));
  },

  "set() replaces all that there was": async ({ store, other, keyOf }) => {
    const key = keyOf("a");
    const { refreshToken: _, ...withoutRefreshToken } = tokens("second");
    await store.set(key, tokens("first"));
    await other.set(key, withoutRefreshToken);
    equal(await store.get(key), withoutRefreshToken);
  },

  "tokens of any length and any characters are kept": async ({ store, keyOf }) => {
    const key = keyOf("a");
    const long = tokens(`${"x".repeat(8000)} "\\\u0000\n é 漢 👩‍💻`);
    await store.set(key, long);
    equal(await store.get(key), long);
  },

  "keys are apart, whatever characters they have": async ({ store, keyOf }) => {
    const names = ["", "/", ":", " ", "%", "*", "{}", "é", "A", "a", "\n", "x".repeat(200)];
    const keys = names.map(keyOf);
    const first = keyOf("");
    for (const key of keys) await store.set(key, tokens(key));
    for (const key of keys) equal((await store.get(key))?.accessToken, key);
    await store.delete(first);
    equal(await store.get(first), undefined);
    for (const key of keys.slice(1)) equal((await store.get(key))?.accessToken, key);
  },

  "delete() deletes, and does nothing where there is nothing": async ({ store, other, keyOf }) => {
    const key = keyOf("a");
    await store.set(key, tokens("first"));
    await store.delete(key);
    await store.delete(key);
    equal(await other.get(key), undefined);
  },

  "lock() gives what the task gives": async ({ store, keyOf }) => {
    equal(await store.lock(keyOf("a"), async () => 42), 42);
  },

  "lock() throws what the task throws, and is free then": async ({ store, other, keyOf }) => {
    const key = keyOf("a");
    const reason = new Error("of the task");
    const thrown: unknown = await store
      .lock(key, async () => {
        throw reason;
      })
      .catch((error: unknown) => error);
    if (thrown !== reason) throw new Error(`it threw ${String(thrown)}`);
    await other.lock(key, async () => {});
  },

  "lock() runs one task at a time for a key": async ({ store, other, keyOf }) => {
    const key = keyOf("a");
    let running = 0;
    let done = 0;
    const task = async (): Promise<void> => {
      running += 1;
      if (running > 1) throw new Error("two tasks ran at the same time");
      // As a renewal does: reads, takes its time, writes what it has made of that.
      const before = Number((await store.get(key))?.accessToken ?? 0);
      await pause(5);
      await store.set(key, tokens(String(before + 1)));
      running -= 1;
      done += 1;
    };
    const stores = Array.from({ length: 10 }, (_, index) => (index % 2 ? store : other));
    await Promise.all(stores.map((each) => each.lock(key, task)));
    equal([done, (await other.get(key))?.accessToken], [10, "10"]);
  },

  "lock() of one key does not wait for that of another": async ({ store, keyOf }) => {
    await store.lock(keyOf("a"), async () => {
      await pause(1);
      await store.lock(keyOf("b"), async () => {});
    });
  },

  "the lock is not lost while the task runs": async ({ store, keyOf }) => {
    await store.lock(keyOf("a"), async (signal) => {
      if (!(signal instanceof AbortSignal)) throw new Error("the task was given no AbortSignal");
      await pause(100);
      if (signal.aborted) throw new Error("its signal was aborted");
    });
  },

  "set() and delete() work under the lock": async ({ store, other, keyOf }) => {
    const key = keyOf("a");
    await store.lock(key, async () => {
      await store.delete(key);
      await store.set(key, tokens("first"));
    });
    equal(await other.get(key), tokens("first"));
  },
};

function tokens(accessToken: string): StoredTokens {
  return {
    accessToken,
    expiresAt: 1_800_000_000_000,
    obtainedAt: 1_799_956_800_000.5,
    refreshToken: `refresh ${accessToken}`,
    origin: "client/fingerprint",
  };
}

function equal(actual: unknown, expected: unknown): void {
  const [found, wanted] = [inOrder(actual), inOrder(expected)];
  if (found !== wanted) throw new Error(`it gave ${found} instead of ${wanted}`);
}

/** As text, the names of an object in order: a database may have another one. */
function inOrder(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return JSON.stringify(Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1))));
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}
