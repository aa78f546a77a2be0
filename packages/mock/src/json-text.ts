/** By value, and no longer than the value itself. */
const kept = new WeakMap<object, string>();

/** Freezes a value and everything in it, and keeps its JSON for `writeJson`. */
export function cacheJson<Value extends object>(value: Value): Value {
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
  return Array.isArray(value) ? writeList(value, depth + 1) : writeObject(value, depth + 1);
}

function writeList(list: readonly unknown[], depth: number): string {
  let text = "";
  for (const entry of list) text += (text === "" ? "[" : ",") + writeJson(entry ?? null, depth);
  return text === "" ? "[]" : `${text}]`;
}

function writeObject(object: object, depth: number): string {
  let text = "";
  for (const [name, entry] of Object.entries(object)) {
    if (entry === undefined) continue;
    text += `${text === "" ? "{" : ","}${JSON.stringify(name)}:${writeJson(entry, depth)}`;
  }
  return text === "" ? "{}" : `${text}}`;
}

function freeze(value: object): void {
  Object.freeze(value);
  for (const entry of Object.values(value)) if (typeof entry === "object" && entry !== null) freeze(entry);
}
