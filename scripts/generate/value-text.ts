import { propertyName } from "./type-text.ts";

const widest = 120;

/** Where a value stands: the spaces before its line, and how much of that line is taken already. */
export interface ValuePlace {
  readonly indent: string;
  readonly taken: number;
}

/** A name of the module in the place of a value, such as that of a function. */
export class Reference {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A value as source text, on one line if that fits into 120 columns, else one entry a line. Keys are quoted where they
 * must be; entries that are `undefined` are left out.
 */
export function valueText(value: unknown, { indent, taken }: ValuePlace = { indent: "", taken: 0 }): string {
  const flat = flatText(value);
  // Room for the comma behind it.
  if (taken + flat.length < widest || typeof value !== "object" || value === null) return flat;
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => `${inner}${valueText(item, { indent: inner, taken: inner.length })},\n`)
    : entriesOf(value).map(([name, field]) => {
        const key = `${inner}${propertyName(name)}: `;
        return `${key}${valueText(field, { indent: inner, taken: key.length })},\n`;
      });
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${lines.join("")}${indent}${close}`;
}

/** A call as source text: with `first`, which is source text already or empty, and a value, which is broken if need be. */
export function callText(name: string, first: string, value: unknown, place: ValuePlace): string {
  const head = `${name}(${first}${first !== "" && value !== undefined ? ", " : ""}`;
  // Its closing bracket takes a column, too.
  const rest = value === undefined ? "" : valueText(value, { ...place, taken: place.taken + head.length + 1 });
  return `${head}${rest})`;
}

function flatText(value: unknown): string {
  if (value instanceof Reference) return value.name;
  if (Array.isArray(value)) return `[${value.map(flatText).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = entriesOf(value).map(([name, field]) => `${propertyName(name)}: ${flatText(field)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, field]) => field !== undefined);
}
