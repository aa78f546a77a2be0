import { WiseError } from "../errors/wise-error.ts";
import { isWorker } from "../time/worker.ts";

/** What a provider keeps of one user's tokens, or of the partner's own. All of it is secret. */
export interface StoredTokens {
  readonly accessToken: string;
  /** When the access token expires, in milliseconds since 1970. */
  readonly expiresAt: number;
  /** When the access token was obtained, in milliseconds since 1970. */
  readonly obtainedAt: number;
  /** Absent for a partner's own tokens, which are requested anew. */
  readonly refreshToken?: string | undefined;
  /** The client id and a fingerprint of the grant that these tokens came from. Others do not use them. */
  readonly origin: string;
}

/**
 * Where tokens live, so that processes share them and none is lost. Each key stands for one user. Wise may give a new
 * refresh token in exchange for the old one: it is stored before the access token that came with it is used.
 */
export interface TokenStore {
  get(key: string): Promise<StoredTokens | undefined>;
  set(key: string, tokens: StoredTokens): Promise<void>;
  delete(key: string): Promise<void>;
  /**
   * Runs the task while nobody else that shares the store runs one for this key. The signal is aborted if the lock is lost
   * before the task is over. What the task throws is thrown.
   */
  lock<Value>(key: string, task: (signal: AbortSignal) => Promise<Value>): Promise<Value>;
}

/** The token store failed, did not respond in time, or lost its lock: no token could be got. `cause` is what it threw. */
export class TokenStoreError extends WiseError {
  override readonly name = "TokenStoreError" as const;
  readonly code = "ERR_TOKEN_STORE" as const;
}

/**
 * A store in the memory of this process. Providers that are given the same store share it.
 *
 * @throws {TypeError} in workers, where requests share no memory that lasts.
 */
export function createMemoryStore(): TokenStore {
  if (isWorker()) {
    throw new TypeError("createMemoryStore(): workers need a store outside of memory, with a lock; give one as store");
  }
  const kept = new Map<string, StoredTokens>();
  // Only while there are tasks: most stores hold one user's tokens, and there may be thousands of them.
  let lastTasks: Map<string, Promise<unknown>> | undefined;
  return {
    get: async (key) => kept.get(key),
    set: async (key, tokens) => {
      kept.set(key, tokens);
    },
    delete: async (key) => {
      kept.delete(key);
    },
    lock(key, task) {
      const run = () => task(new AbortController().signal);
      lastTasks ??= new Map();
      const before = lastTasks.get(key);
      const result = before ? before.then(run, run) : run();
      // How a task ended matters to its own caller, not to the next in line.
      const last: Promise<void> = result.then(ignore, ignore).then(() => {
        if (lastTasks?.get(key) === last) lastTasks.delete(key);
        if (lastTasks?.size === 0) lastTasks = undefined;
      });
      lastTasks.set(key, last);
      return result;
    },
  };
}

function ignore(): void {}
