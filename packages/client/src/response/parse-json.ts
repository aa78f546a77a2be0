import { isExact } from "../request/exact-number.ts";

/**
 * The value of JSON text, in which these fields are integers though they arrive as strings of digits. Throws a
 * `SyntaxError` if it is not JSON, and a `RangeError` if it holds an integer beyond 2^53 of 16 digits or more, which a
 * number may turn into another one. With fewer digits and an exponent, a number is what is written, as far as numbers
 * reach.
 */
export function parseJson(text: string, integersAsText: readonly string[] = []): unknown {
  const value = JSON.parse(text, hasManyDigits(text) ? rejectInexact : undefined);
  for (const name of integersAsText) {
    if (/^-?\d+$/.test(value?.[name])) value[name] = rejectInexact(name, Number(value[name]));
  }
  return value;
}

/** Whether 16 digits and points follow each other somewhere. */
function hasManyDigits(text: string): boolean {
  // 16 in a row cover one of every 16th characters. So look at these, and at those before them while they are such.
  for (let last = 15, at = 0; last < text.length; last = at + 16) {
    for (at = last; isDigitOrPoint(text.charCodeAt(at)); at -= 1) {
      if (last - at === 15) return true;
    }
  }
  return false;
}

/** From 46, the point, to 57, the nine. The slash between them does no harm. */
function isDigitOrPoint(code: number): boolean {
  return code >= 46 && code <= 57;
}

function rejectInexact(_: string, value: unknown): unknown {
  if (!isExact(value)) throw new RangeError("an integer beyond 2^53");
  return value;
}
