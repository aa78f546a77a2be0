import { acquireScript, releaseScript, renewScript } from "./lock-scripts.ts";
import type { RedisConnection } from "./redis-client.ts";

/** A lock that this process holds. */
export interface HeldLock {
  /** Tells this holder from every other, before and after it. */
  readonly owner: string;
  /** Aborted when the lock is lost: Redis did not respond for as long as it lasts, or it has another owner. */
  readonly signal: AbortSignal;
  /** Lets the next one have it. */
  release(): void;
}

/** How long to try, and how long a lock lasts that is not renewed, in milliseconds. */
export interface LockLimits {
  readonly lockMs: number;
  readonly waitMs: number;
}

/**
 * Waits for the lock of this name and keeps it until it is released. If this process is killed, it ends after `lockMs`.
 * Throws if Redis does not respond, or somebody else keeps it for all of `waitMs`. If Redis takes the lock after it was given
 * up, nobody holds it, and it ends after `lockMs`, too.
 */
export async function acquireLock(
  connection: RedisConnection,
  name: string,
  { lockMs, waitMs }: LockLimits,
): Promise<HeldLock> {
  const owner = crypto.randomUUID();
  const startedAt = performance.now();
  for (;;) {
    const leftMs = Number(await connection.run(acquireScript, [name], [owner, lockMs]));
    if (leftMs === 0) return hold(connection, name, owner, lockMs);
    if (performance.now() - startedAt > waitMs) throw new Error(`another process kept the lock for ${waitMs} ms`);
    // Those who wait for the same lock do not ask at the same moments.
    await new Promise((resolve) => setTimeout(resolve, Math.min(leftMs, 20 + 40 * Math.random())));
  }
}

function hold(connection: RedisConnection, name: string, owner: string, lockMs: number): HeldLock {
  const lost = new AbortController();
  let keptAt = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = async (): Promise<void> => {
    const lossReason = await renew().catch((error: unknown) => {
      // Redis may be back before the lock ends.
      const isOver = performance.now() - keptAt >= lockMs;
      return isOver ? new Error("the lock was lost: Redis did not respond", { cause: error }) : undefined;
    });
    if (lossReason) lost.abort(lossReason);
    else if (timer !== undefined) timer = setTimeout(keep, lockMs / 3);
  };
  const renew = async (): Promise<Error | undefined> => {
    const isOurs = Number(await connection.run(renewScript, [name], [owner, lockMs])) === 1;
    if (!isOurs) return new Error("the lock was lost: another process has it");
    keptAt = performance.now();
    return undefined;
  };
  timer = setTimeout(keep, lockMs / 3);
  return {
    owner,
    signal: lost.signal,
    release() {
      clearTimeout(timer);
      timer = undefined;
      // If that fails, the lock ends by itself.
      connection.run(releaseScript, [name], [owner]).catch(() => {});
    },
  };
}
