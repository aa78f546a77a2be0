/** By value, and no longer than the value itself. */
const kept = new WeakMap<object, string>();

/** Freezes a value and everything in it, and keeps its JSON for `writeJson`. */
export function keepJson<Value extends object>(value: Value): Value {
  freeze(value);
  kept.set(value, JSON.stringify(value));
  return value;
}

/** How deep in a body kept JSON is looked for: as deep as the entries of a page's list. */
const deepest = 2;

/** The JSON of a value, as `JSON.stringify` writes it. Where a value's JSON is kept, that is taken. */
export function writeJson(value: unknown, depth = 0): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const text = kept.get(value);
  if (text !== undefined) return text;
  if (depth === deepest || "toJSON" in value) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((entry) => writeJson(entry ?? null, depth + 1)).join(",")}]`;
  let fields = "";
  for (const [name, entry] of Object.entries(value)) {
    if (entry === undefined) continue;
    fields += `${fields === "" ? "" : ","}${JSON.stringify(name)}:${writeJson(entry, depth + 1)}`;
  }
  return `{${fields}}`;
}

function freeze(value: object): void {
  Object.freeze(value);
  for (const entry of Object.values(value)) if (typeof entry === "object" && entry !== null) freeze(entry);
}
