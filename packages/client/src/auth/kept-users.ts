import type { Clock } from "../time/clock.ts";
import type { KeptUser, KeptUsers, TokenSource } from "./access-token.ts";

/**
 * The source of the user with this id, which is one and the same as long as it is kept. Users who are too many or idle for
 * too long go when another one comes, so that no timer is needed.
 */
export function keptSource(
  { entries, maxUsers, idleMs }: KeptUsers,
  { id, clock, connect }: { readonly id: string; readonly clock: Clock; readonly connect: () => TokenSource },
): TokenSource {
  const isIdle = ({ usedAt }: KeptUser): boolean => clock.now() - usedAt >= idleMs;

  function use(user: KeptUser): void {
    user.usedAt = clock.now();
    entries.delete(id);
    entries.set(id, user);
    for (const [oldId, old] of entries) {
      if (entries.size <= maxUsers && !isIdle(old)) break;
      entries.delete(oldId);
    }
  }

  function create(): KeptUser {
    const source = connect();
    const user: KeptUser = {
      usedAt: 0,
      source: (rejected) => {
        // Whoever came after this one was dropped has its place.
        if ((entries.get(id) ?? user) === user) use(user);
        return source(rejected);
      },
    };
    return user;
  }

  const known = entries.get(id);
  const user = known && !isIdle(known) ? known : create();
  use(user);
  return user.source;
}
