import type { pathBelow } from "./value-path.ts";

/** Writes a value as JSON, given where the contract has integers in it. */
export type WriteJson = (value: unknown, integers: readonly string[]) => string | undefined;

/**
 * Writes JSON text as `JSON.stringify` writes it, but with strings of digits as numbers where the contract has an integer: a number
 * of JavaScript cannot hold those beyond 2^53. What it shares with the client is handed over, so that the two load apart.
 */
export function createWriteJson({ pathBelow: below }: { readonly pathBelow: typeof pathBelow }): WriteJson {
  return (value, integers) => write(value, integers, "", below);
}

function write(value: unknown, integers: readonly string[], path: string, below: typeof pathBelow): string | undefined {
  if (typeof value === "string" && integers.includes(path) && /^-?(?:0|[1-9]\d*)$/.test(value)) return value;
  if (typeof value !== "object" || value === null || "toJSON" in value) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => write(item, integers, path, below) ?? "null").join()}]`;
  const members = Object.entries(value).flatMap(([key, member]) => {
    const text = write(member, integers, below(path, key, integers), below);
    return text === undefined ? [] : [`${JSON.stringify(key)}:${text}`];
  });
  return `{${members.join()}}`;
}
