/** The value of JSON text, and where it has strings in place of integers that a number cannot hold. */
export interface ParsedJson {
  readonly value: unknown;
  /** Their paths: keys, and indexes of arrays. */
  readonly largeIntegers: readonly (readonly string[])[];
}

/**
 * The value of JSON text. An integer beyond 2^53 of 16 digits or more, which a number may turn into another one, becomes a
 * string, as it is written. With fewer digits and an exponent, a number is what is written, as far as numbers reach.
 *
 * @throws {SyntaxError} if the text is not JSON.
 * @throws {RangeError} if it is nested too deeply.
 */
export function parseJson(text: string): ParsedJson {
  const value: unknown = JSON.parse(text);
  const quoted = text.replace(stringOrNumber, quoteLarge);
  if (quoted === text) return { value, largeIntegers: [] };
  const exact: unknown = JSON.parse(quoted);
  const largeIntegers: string[][] = [];
  compare(value, exact, [], largeIntegers);
  return { value: exact, largeIntegers };
}

const stringOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.]*(?:[eE][+-]?\d+)?/g;

function quoteLarge(token: string): string {
  return Math.abs(Number(token)) > Number.MAX_SAFE_INTEGER && /^-?[\d.]{16}/.test(token) ? `"${token}"` : token;
}

/** Finds where one value has a number and the other a string. */
function compare(value: unknown, exact: unknown, path: readonly string[], found: string[][]): void {
  if (typeof value !== typeof exact) found.push([...path]);
  else if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      compare(part, (exact as Readonly<Record<string, unknown>>)[key], [...path, key], found);
    }
  }
}
