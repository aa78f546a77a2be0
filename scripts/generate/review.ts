import type { Stop } from "./contract-stop.ts";
import type { Contract } from "./load-contract.ts";

/** A path of keys into the contract document. */
export type SourcePath = readonly (string | number)[];

/** Collects every reason to stop, so that one run names them all. */
export interface Review {
  readonly contract: Contract;
  readonly stops: Stop[];
  stop(path: SourcePath, reason: string): void;
}

export function createReview(contract: Contract): Review {
  const stops: Stop[] = [];
  return { contract, stops, stop: (path, reason) => stops.push({ ...contract.at(path), reason }) };
}

/** The value if it is one of the allowed, else a stop and the first allowed value, so that reading can go on. */
export function oneOf<const Value extends string>(
  review: Review,
  path: SourcePath,
  value: unknown,
  allowed: readonly [Value, ...Value[]] | readonly Value[],
): Value {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  const name = String(path.at(-1));
  const problem = value === undefined ? `${name} is missing` : `${name} has the unknown value ${JSON.stringify(value)}`;
  review.stop(path, `${problem}; it must be one of ${allowed.join(", ")}`);
  return allowed[0] as Value;
}

/** The list of strings at an extension, empty where it is absent. */
export function stringList(review: Review, path: SourcePath, value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  review.stop(path, `${String(path.at(-1))} must be a list of strings`);
  return [];
}
