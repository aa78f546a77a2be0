/** The mock's time. */
export interface MockClock {
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** The time as the API writes it. */
  nowIso(): string;
  /** Lets time pass. @throws RangeError if the time would run backwards. */
  advance(durationMs: number): void;
  /** By how much the mock is ahead of the clock it was given. */
  readonly offsetMs: number;
  /** Puts the mock ahead of the clock it was given by this much. */
  setOffset(offsetMs: number): void;
}

/** Makes a clock that runs with `source` and can be put forward. */
export function createClock(source: () => number): MockClock {
  let offsetMs = 0;
  let writtenMs = Number.NaN;
  let written = "";
  const nowMs = () => source() + offsetMs;
  return {
    nowMs,
    nowIso() {
      const ms = nowMs();
      if (ms !== writtenMs) {
        written = new Date(ms).toISOString();
        writtenMs = ms;
      }
      return written;
    },
    advance(durationMs) {
      if (!(durationMs >= 0) || !Number.isFinite(durationMs)) {
        throw new RangeError("simulate.advanceTime(): the duration must be a finite number of milliseconds >= 0");
      }
      offsetMs += durationMs;
    },
    get offsetMs() {
      return offsetMs;
    },
    setOffset(value) {
      offsetMs = value;
    },
  };
}
