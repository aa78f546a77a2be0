/**
 * Throws a `TypeError` if `options` is not an object that holds only these names. `where` is what was called, as in
 * `createClient()`.
 */
export function assertOptions(where: string, options: unknown, names: readonly string[]): void {
  if (options === undefined) return;
  if (typeof options !== "object" || options === null) throw new TypeError(`${where}: options must be an object`);
  for (const name in options) if (!names.includes(name)) throw unknownName(where, "option", name, names);
}

/** The error for a name that is not there. */
export function unknownName(
  where: string,
  kind: "argument" | "option" | "field" | "operation",
  name: string,
  known: Iterable<string>,
): TypeError {
  return new TypeError(`${where}: unknown ${kind} "${name}"; ${kind}s are ${[...known].join(", ")}`);
}
