/** Throws a `TypeError` unless the value is text that is not empty. */
export function assertText(where: string, name: string, value: unknown): asserts value is string {
  if (typeof value !== "string" || !value) throw new TypeError(`${where}: ${name} must be a non-empty string`);
}
