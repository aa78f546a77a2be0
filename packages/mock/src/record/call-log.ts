import { present, type RawCall, type RecordedCall } from "./recorded-call.ts";

/** The calls that a mock has answered, the last ones of them. */
export interface CallLog {
  /** All that are kept, oldest first; of one operation, if named. */
  list(operation?: string): RecordedCall[];
  /** The last one; of one operation, if named. */
  last(operation?: string): RecordedCall | undefined;
  /** Forgets them. */
  clear(): void;
  /** Calls back after each call, until the function that is returned is called. */
  subscribe(listener: (call: RecordedCall) => void): () => void;
}

/** The log with the side that fills it. */
export interface FillableCallLog extends CallLog {
  add(call: Omit<RawCall, "id">): void;
}

/** Makes a log that keeps the last `limit` calls. Secrets are taken out when someone looks. */
export function createCallLog(limit: number, redact: (value: unknown) => unknown): FillableCallLog {
  const ring: RawCall[] = [];
  const listeners = new Set<(call: RecordedCall) => void>();
  let count = 0;
  let start = 0;

  function* kept(): Generator<RawCall> {
    for (let index = 0; index < ring.length; index++) yield ring[(start + index) % ring.length] as RawCall;
  }

  function list(operation?: string): RecordedCall[] {
    const wanted = [...kept()].filter((call) => operation === undefined || call.operation === operation);
    return wanted.map((call) => present(call, redact));
  }

  return {
    list,
    last: (operation) => list(operation).at(-1),
    clear() {
      ring.length = 0;
      start = 0;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(call) {
      count++;
      const kept = { ...call, id: count };
      if (ring.length < limit) ring.push(kept);
      else if (limit > 0) {
        ring[start] = kept;
        start = (start + 1) % limit;
      }
      if (listeners.size === 0) return;
      const shown = present(kept, redact);
      for (const listener of listeners) listener(shown);
    },
  };
}
