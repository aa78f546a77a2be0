import { onAbort } from "../time/abortable.ts";
import type { Clock } from "../time/clock.ts";
import { steadyTime } from "../time/steady-time.ts";
import { createSlidingWindows, type RateLimit, type RateLimitStore } from "./rate-limits.ts";

/** The user whose call it is; `undefined` for the calls of a client that is for no user in particular. */
export type UserKey = string | undefined;

/** Gives slots to calls, as fast as the limits allow. Users take turns; the calls of one user leave in order. */
export interface RateLimiter {
  /** Takes a slot, if one is free at once and no call is to leave earlier. */
  enter(user: UserKey): boolean;
  /** Waits in the queue for a slot. The place is given up when the signal is aborted. */
  wait(user: UserKey, signal: AbortSignal | undefined): Promise<void>;
  /** How many calls wait. */
  waiting(): number;
  /** Gives this user no slot for that long; `undefined`: gives none to anyone. */
  pause(user: UserKey, durationMs: number): void;
}

/** Ends the wait of a call: with a slot, or with a failure. */
type EndWait = (failure?: Promise<never>) => void;

// After that long a store is asked again.
const storeTimeoutMs = 10_000;

/** A limiter for these limits, or for those of a store. */
export function createRateLimiter(limits: readonly RateLimit[] | RateLimitStore, clock: Clock): RateLimiter {
  const now = steadyTime(clock);
  const windows = "take" in limits ? undefined : createSlidingWindows(limits, now);
  // Who waits, each user's calls in order. The user whose turn it is comes first.
  const queues = new Map<UserKey, Set<EndWait>>();
  const pauses = new Map<UserKey, number>();
  let waiting = 0;
  let askingUntil = 0;
  let nextInMs = 0;
  let timer: unknown;

  /** The first user who is not paused. If all who wait are, the time until the first pause ends. */
  function nextTurn(): { readonly user?: UserKey; readonly inMs: number } {
    let inMs = Infinity;
    for (const user of queues.keys()) {
      const pauseMs = pauseOf(user);
      if (pauseMs <= 0) return { user, inMs: 0 };
      inMs = Math.min(inMs, pauseMs);
    }
    return { inMs };
  }

  function pauseOf(user: UserKey): number {
    return Math.max(pauses.get(undefined) ?? 0, pauses.get(user) ?? 0) - now();
  }

  function pause(user: UserKey, durationMs: number): void {
    for (const [other, until] of pauses) if (until <= now()) pauses.delete(other);
    pauses.set(user, Math.max(pauses.get(user) ?? 0, now() + durationMs));
  }

  /** Lets the first call of a user leave. The user's next turn comes after those of all others. */
  function leave(user: UserKey): void {
    const calls = queues.get(user) as Set<EndWait>;
    queues.delete(user);
    queues.set(user, calls);
    const [first] = calls;
    first?.();
  }

  /** Lets calls leave for as long as there are slots, and comes back when there is the next. */
  function serve(): void {
    clock.clearTimeout(timer);
    while (waiting > 0 && askingUntil <= now()) {
      const { user, inMs } = nextTurn();
      const delayMs = inMs || windows?.take();
      if (delayMs === undefined) askStore();
      else if (delayMs === 0) leave(user);
      else {
        nextInMs = delayMs;
        timer = clock.setTimeout(serve, delayMs);
        return;
      }
    }
  }

  /** A store is asked for one slot at a time, which goes to whose turn it is by then. */
  async function askStore(): Promise<void> {
    nextInMs = storeTimeoutMs;
    askingUntil = now() + storeTimeoutMs;
    try {
      const delayMs = await (limits as RateLimitStore).take();
      const { user, inMs } = nextTurn();
      if (delayMs > 0) pause(undefined, delayMs);
      else if (inMs === 0) leave(user);
    } catch (error) {
      for (const calls of queues.values()) for (const endWait of calls) endWait(Promise.reject(error));
    }
    askingUntil = 0;
    serve();
  }

  return {
    enter: (user) => windows !== undefined && pauseOf(user) <= 0 && nextTurn().inMs > 0 && windows.take() === 0,
    wait: (user, signal) =>
      new Promise((resolve) => {
        const calls = queues.get(user) ?? new Set();
        let ownTimer: unknown;
        let removeListener: (() => void) | undefined;
        const endWait: EndWait = (failure) => {
          if (!calls.delete(endWait)) return;
          waiting -= 1;
          if (calls.size === 0) queues.delete(user);
          clock.clearTimeout(ownTimer);
          removeListener?.();
          resolve(failure);
        };
        // In a worker the timers of a request end with it. So each call also looks after the queue by itself, all of them
        // together about once in a millisecond.
        const look = (): void => {
          serve();
          if (calls.has(endWait)) ownTimer = clock.setTimeout(look, Math.max(nextInMs, waiting));
        };
        queues.set(user, calls.add(endWait));
        waiting += 1;
        removeListener = onAbort(signal, () => {
          endWait(Promise.reject(signal?.reason));
          serve();
        });
        look();
      }),
    waiting: () => waiting,
    pause,
  };
}
