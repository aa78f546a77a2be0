import type { Position } from "../contract/source-files.ts";

/** One reason why generation stops, and where in the contract it stands. */
export interface Stop extends Position {
  readonly reason: string;
}

/** The contract cannot be generated from. The message lists every stop, one `file:line: reason` per line. */
export class ContractStopError extends Error {
  override readonly name = "ContractStopError" as const;
  readonly stops: readonly Stop[];

  constructor(stops: readonly Stop[]) {
    super(stops.map((stop) => `${stop.file}:${stop.line}: ${stop.reason}`).join("\n"));
    this.stops = stops;
  }
}
