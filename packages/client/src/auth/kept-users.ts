import type { Clock } from "../time/clock.ts";
import type { KeptUser, KeptUsers, TokenSource } from "./access-token.ts";

/**
 * The source of the user with this id, which is one and the same as long as it is kept. Users who are too many or idle for
 * too long go when another one is used, so that no timer is needed.
 */
export function keptSource(
  users: KeptUsers,
  { id, clock, connect }: { readonly id: string; readonly clock: Clock; readonly connect: () => TokenSource },
): TokenSource {
  const known = users.entries.get(id);
  if (known && clock.now() - known.usedAt < users.idleMs) {
    use(users, known, clock);
    return known.source;
  }
  if (known) remove(users, known);
  const source = connect();
  const user: KeptUser = {
    id,
    usedAt: 0,
    older: undefined,
    newer: undefined,
    source: (rejected) => {
      // Whoever came after this one was dropped has its place.
      if ((users.entries.get(id) ?? user) === user) use(users, user, clock);
      return source(rejected);
    },
  };
  use(users, user, clock);
  return user.source;
}

/** Makes it the last one that was used, and drops those at the other end. */
function use(users: KeptUsers, user: KeptUser, clock: Clock): void {
  if (users.entries.has(user.id)) unlink(users, user);
  else users.entries.set(user.id, user);
  user.usedAt = clock.now();
  user.older = users.newest;
  if (user.older) user.older.newer = user;
  users.newest = user;
  users.oldest ??= user;
  while (users.entries.size > users.maxUsers || user.usedAt - users.oldest.usedAt >= users.idleMs) {
    remove(users, users.oldest);
  }
}

function remove(users: KeptUsers, user: KeptUser): void {
  unlink(users, user);
  users.entries.delete(user.id);
}

function unlink(users: KeptUsers, user: KeptUser): void {
  const { older, newer } = user;
  if (older) older.newer = newer;
  else users.oldest = newer;
  if (newer) newer.older = older;
  else users.newest = older;
  user.older = undefined;
  user.newer = undefined;
}
