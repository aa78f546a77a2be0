/** Source of the present time. `Date` is one, and so is the clock of `@wisekit/client`. */
export interface Clock {
  /** Milliseconds since 1 January 1970. */
  now(): number;
}
