/** The present time; tests give one that they move themselves. The clock of `@wisekit/client` is one. */
export interface Clock {
  /** Milliseconds since 1 January 1970. */
  now(): number;
}
