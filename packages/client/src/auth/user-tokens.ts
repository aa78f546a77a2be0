import type { Clock } from "../time/clock.ts";
import type { TokenProvider, TokenSource } from "./access-token.ts";

/** The tokens of the users of a client, by key, client id and grant. */
export interface UserTokens {
  /** The source for a user, which is one and the same as long as it is kept. */
  sourceOf(provider: TokenProvider, key: string | undefined): TokenSource;
}

/** How many users are kept, and how long. */
export interface UserTokensOptions {
  readonly maxUsers: number;
  readonly idleMs: number;
  readonly clock: Clock;
  readonly connect: (provider: TokenProvider, key: string | undefined) => TokenSource;
}

interface Entry {
  readonly source: TokenSource;
  usedAt: number;
}

/**
 * Keeps users in the order of their last use. Those who are too many or idle for too long go when another one comes, so that
 * no timer is needed.
 */
export function createUserTokens({ maxUsers, idleMs, clock, connect }: UserTokensOptions): UserTokens {
  const entries = new Map<string, Entry>();

  const isIdle = ({ usedAt }: Entry): boolean => clock.now() - usedAt >= idleMs;

  function use(id: string, entry: Entry): void {
    entry.usedAt = clock.now();
    entries.delete(id);
    entries.set(id, entry);
    for (const [oldId, old] of entries) {
      if (entries.size <= maxUsers && !isIdle(old)) break;
      entries.delete(oldId);
    }
  }

  function create(id: string, source: TokenSource): Entry {
    const entry: Entry = {
      usedAt: 0,
      source: (rejected) => {
        // Whoever came after this one was dropped has its place.
        if ((entries.get(id) ?? entry) === entry) use(id, entry);
        return source(rejected);
      },
    };
    return entry;
  }

  return {
    sourceOf(provider, key) {
      const id = `${provider.identity()}\n${key ?? ""}`;
      const known = entries.get(id);
      const entry = known && !isIdle(known) ? known : create(id, connect(provider, key));
      use(id, entry);
      return entry.source;
    },
  };
}
