import { isExact } from "./build-request.ts";

/**
 * The value of JSON text: a `SyntaxError` if it is none, a `RangeError` if it holds an integer that would become
 * another, or at least cannot be told from another.
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text, hasLongNumber(text) ? refuseInexact : undefined);
}

/**
 * Whether 16 digits follow each other anywhere: JSON.parse changes no integer of fewer. Only every sixteenth character is
 * looked at, and those before it as long as they are digits.
 */
function hasLongNumber(text: string): boolean {
  for (let last = 15, at = 0; last < text.length; last = at + 16) {
    // The codes of the ten digits, and no others, differ from that of "0" by less than 10 in their bits.
    for (at = last; (text.charCodeAt(at) ^ 48) < 10; at -= 1) if (last - at === 15) return true;
  }
  return false;
}

function refuseInexact(_: string, value: unknown): unknown {
  if (!isExact(value)) throw new RangeError();
  return value;
}
