/** What a provider keeps of a user's tokens. All of it is secret. */
export interface StoredTokens {
  readonly accessToken: string;
  /** When the access token expires, in milliseconds since 1970. */
  readonly expiresAt: number;
  /** Absent for a partner's own tokens, which are requested anew. */
  readonly refreshToken?: string | undefined;
}

/**
 * Where tokens live, so that processes share them and none is lost. Wise may give a new refresh token in exchange for
 * the old one: it is stored before the access token that came with it is used.
 */
export interface TokenStore {
  get(): Promise<StoredTokens | undefined>;
  set(tokens: StoredTokens): Promise<void>;
  /** Runs the task while nobody else that shares the store runs one. */
  lock<Value>(task: () => Promise<Value>): Promise<Value>;
}

/** A store in the memory of this process. Providers that are given the same store share it. */
export function createMemoryStore(initial?: StoredTokens): TokenStore {
  let tokens = initial;
  let last: Promise<unknown> = Promise.resolve();
  return {
    get: async () => tokens,
    set: async (next) => {
      tokens = next;
    },
    lock(task) {
      const result = last.then(task, task);
      last = result.catch(() => {}); // How it ended matters to its own caller, not to the next in line.
      return result;
    },
  };
}
