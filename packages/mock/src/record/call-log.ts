import { createByteRing } from "./byte-ring.ts";
import { type RawCall, type RecordedCall, readCall, writeCall } from "./recorded-call.ts";

/** The last calls that a mock has handled. */
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
  /** Adds a call and returns its id. */
  add(call: RawCall): number;
}

/** All the bytes that a log takes. A call that would fill them by itself is not kept. */
const byteLimit = 2_097_152;

/** Where a log gives its calls as they were, for whoever compares and shows nothing. Copies of this package share it. */
const asSent = Symbol.for("@wisekit/mock: calls as they were sent");

/** The calls of an operation with all that was sent, secrets included. */
export function callsAsSent(log: CallLog, operation: string): RecordedCall[] {
  const { [asSent]: list } = log as CallLog & { readonly [asSent]?: (operation: string) => RecordedCall[] };
  return list ? list(operation) : log.list(operation);
}

/** Makes a log that keeps the last calls, `limit` at most. Secrets are taken out when someone looks. */
export function createCallLog(limit: number, redact: (call: RecordedCall) => RecordedCall): FillableCallLog {
  const ring = createByteRing(limit, byteLimit);
  const listeners = new Set<(call: RecordedCall) => void>();
  let count = 0;

  function listAsSent(operation?: string): RecordedCall[] {
    const calls = ring.list().map(readCall);
    return operation === undefined ? calls : calls.filter((call) => call.operation === operation);
  }
  const list = (operation?: string) => listAsSent(operation).map(redact);

  const log: FillableCallLog = {
    list,
    last: (operation) => list(operation).at(-1),
    clear: () => ring.clear(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(call) {
      count++;
      const texts = writeCall(count, call);
      ring.add(texts);
      if (listeners.size === 0) return count;
      const shown = redact(readCall(texts));
      for (const listener of listeners) listener(shown);
      return count;
    },
  };
  return Object.defineProperty(log, asSent, { value: listAsSent, enumerable: false });
}
