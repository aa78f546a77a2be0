import { pathBelow } from "./value-path.ts";

/** Whether the value, if it is a number, is a fraction or an integer that no other integer is rounded to. */
export function isExact(value: unknown): boolean {
  return typeof value !== "number" || Number.isSafeInteger(value) || (Number.isFinite(value) && value % 1 !== 0);
}

/** What is checked: a value, what messages call it, and its path in the contract, where some of its operation's are amounts. */
export interface CheckedNumber {
  readonly name: string;
  readonly path: string;
  readonly amounts: readonly string[];
}

/**
 * Throws a `TypeError` for a number that would arrive as another, or not at all, and for an amount of money that is none, be
 * it the value or somewhere inside it.
 */
export function assertExact(where: string, value: unknown, { name, path, amounts }: CheckedNumber): void {
  if (!isExact(value)) throw new TypeError(`${where}: ${name} must be a finite number, and an integer within ±2^53`);
  if (typeof value === "number" && amounts.includes(path) && Number(value.toFixed(3)) !== value) {
    throw new TypeError(`${where}: ${name} must be an amount of at most 3 fraction digits`);
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    const below = Array.isArray(value) ? path : pathBelow(path, key, amounts);
    assertExact(where, part, { name: `${name}.${key}`, path: below, amounts });
  }
}
