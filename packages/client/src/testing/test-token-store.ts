import type { TokenStore } from "../auth/token-store.ts";
import { assertOptions } from "../options/assert-options.ts";
import { startLimit, systemClock } from "../time/clock.ts";
import { tokenStoreRules } from "./token-store-rules.ts";

/** What `testTokenStore` takes. */
export interface TestTokenStoreOptions {
  /**
   * A second store of the same data, as another process would have it, with a connection of its own.
   * @default the store itself
   */
  readonly other?: TokenStore | undefined;
  /**
   * How long each rule may take, in milliseconds. Must be > 0; `Infinity` is no limit.
   * @default 10_000
   */
  readonly timeoutMs?: number | undefined;
}

/**
 * Holds a store of your own against everything that token providers rely on: what is stored, keys that are apart, and locks.
 * It writes under random keys and deletes them in the end. Run it in a test, against your real database.
 *
 * @throws {TypeError} for an unknown or invalid option.
 * @throws {Error} that names the first rule that the store breaks.
 */
export async function testTokenStore(store: TokenStore, options: TestTokenStoreOptions = {}): Promise<void> {
  const where = "testTokenStore()";
  assertOptions(where, options, ["other", "timeoutMs"]);
  const { other = store, timeoutMs = 10_000 } = options;
  if (typeof timeoutMs !== "number" || !(timeoutMs > 0))
    throw new TypeError(`${where}: timeoutMs must be a number > 0`);
  for (const [rule, holds] of Object.entries(tokenStoreRules)) {
    const prefix = `wisekit-test-${crypto.randomUUID()}`;
    const keys = new Set<string>();
    const keyOf = (name: string): string => {
      keys.add(prefix + name);
      return prefix + name;
    };
    try {
      await within(timeoutMs, holds({ store, other, keyOf }));
      for (const key of keys) await store.delete(key);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`${where}: ${rule}: ${reason}`, { cause });
    }
  }
}

async function within(limitMs: number, task: Promise<void>): Promise<void> {
  let timer: unknown;
  const late = new Promise<never>((_, reject) => {
    timer = startLimit(systemClock, limitMs, () => reject(new Error(`it took longer than ${limitMs} ms`)));
  });
  try {
    await Promise.race([task, late]);
  } finally {
    systemClock.clearTimeout(timer);
  }
}
