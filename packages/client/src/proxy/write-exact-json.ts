import type { ParsedJson } from "../response/parse-json.ts";

/** Writes JSON text of what was read from such text: each integer that a number cannot hold is written as it was. */
export function writeExactJson({ value, largeIntegers }: ParsedJson): string {
  if (largeIntegers.length === 0) return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return String(value);
  const members = Object.entries(value).map(([key, member]): [string, string] => {
    const below = largeIntegers.filter(([first]) => first === key).map((path) => path.slice(1));
    return [key, writeExactJson({ value: member, largeIntegers: below })];
  });
  if (Array.isArray(value)) return `[${members.map(([, text]) => text).join()}]`;
  return `{${members.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join()}}`;
}
