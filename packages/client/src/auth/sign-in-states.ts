import { assertOptions } from "../options/assert-options.ts";
import { type Clock, systemClock } from "../time/clock.ts";
import { isWorker } from "../time/worker.ts";

/**
 * Remembers which browser session began a sign-in, until the user comes back. Any store that several processes share will do,
 * such as Redis: `set` with an end after ten minutes, and `GETDEL`.
 */
export interface SignInStates {
  /** Keeps the session under the state. */
  set(state: string, session: string): Promise<void>;
  /** Gives the session of a state and forgets it at once, so that each state is used once. */
  take(state: string): Promise<string | undefined>;
}

/** What `createMemoryStates` takes. */
export interface MemoryStatesOptions {
  /**
   * How long a user may take to come back, in milliseconds. Must be > 0.
   * @default 600_000, 10 minutes
   */
  readonly maxAgeMs?: number | undefined;
  /**
   * How many sign-ins may be under way at once; the oldest ones are forgotten. Must be an integer >= 1.
   * @default 10_000
   */
  readonly maxStates?: number | undefined;
  /**
   * Time source, for tests.
   * @default the machine's
   */
  readonly clock?: Clock | undefined;
}

/**
 * States in the memory of this process, for a back end that is one process.
 *
 * @throws {TypeError} for an unknown or invalid option, and in workers, where requests share no memory that lasts.
 */
export function createMemoryStates(options: MemoryStatesOptions = {}): SignInStates {
  const where = "createMemoryStates()";
  assertOptions(where, options, ["maxAgeMs", "maxStates", "clock"]);
  const { maxAgeMs = 600_000, maxStates = 10_000, clock = systemClock } = options;
  if (!(maxAgeMs > 0)) throw new TypeError(`${where}: maxAgeMs must be a number > 0`);
  if (!Number.isInteger(maxStates) || maxStates < 1) throw new TypeError(`${where}: maxStates must be an integer >= 1`);
  if (isWorker()) throw new TypeError(`${where}: workers need states outside of memory`);
  const kept = new Map<string, { readonly session: string; readonly endsAt: number }>();
  return {
    async set(state, session) {
      const now = clock.now();
      kept.set(state, { session, endsAt: now + maxAgeMs });
      for (const [old, { endsAt }] of kept) {
        if (kept.size <= maxStates && endsAt > now) break;
        kept.delete(old);
      }
    },
    async take(state) {
      const found = kept.get(state);
      kept.delete(state);
      return found && found.endsAt > clock.now() ? found.session : undefined;
    },
  };
}
