import { isExact } from "./build-request.ts";

/**
 * The value of JSON text: a `SyntaxError` if it is none, a `RangeError` if it holds an integer beyond 2^53 of 16 digits or
 * more, which a number may turn into another. Fewer digits and an exponent stay what is written, as far as numbers reach.
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text, hasManyDigits(text) ? refuseInexact : undefined);
}

/** Whether 16 digits and points follow each other. Looks at every sixteenth character, and at those before it while they are such. */
function hasManyDigits(text: string): boolean {
  for (let last = 15, at = 0; last < text.length; last = at + 16) {
    // From 46, the point, to 57, the nine. The slash between them does no harm.
    for (at = last; (text.charCodeAt(at) - 46) >>> 0 < 12; at -= 1) if (last - at === 15) return true;
  }
  return false;
}

function refuseInexact(_: string, value: unknown): unknown {
  if (!isExact(value)) throw new RangeError();
  return value;
}
