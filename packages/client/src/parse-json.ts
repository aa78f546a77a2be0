import { isExact } from "./build-request.ts";

// A number of 16 digits, or one with an exponent: only they can be integers beyond 2^53.
const largeNumber = /[:,[\s]-?(?:\d{16}|[\d.]+e)/i;

/** The value of JSON text: a `SyntaxError` if it is none, a `RangeError` if it holds an integer beyond 2^53. */
export function parseJson(text: string): unknown {
  return JSON.parse(text, largeNumber.test(text) ? refuseInexact : undefined);
}

function refuseInexact(_: string, value: unknown): unknown {
  if (!isExact(value)) throw new RangeError();
  return value;
}
