/** Whether the value, if it is a number, is a fraction or an integer that no other integer is rounded to. */
export function isExact(value: unknown): boolean {
  return typeof value !== "number" || Number.isSafeInteger(value) || (Number.isFinite(value) && value % 1 !== 0);
}

/** Throws a `TypeError` for a number that would arrive as another, or not at all, be it the value or somewhere inside it. */
export function assertExact(where: string, name: string, value: unknown): void {
  if (!isExact(value)) throw new TypeError(`${where}: ${name} must be a finite number, and an integer within ±2^53`);
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) assertExact(where, `${name}.${key}`, part);
}
