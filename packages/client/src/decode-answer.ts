import { isExact } from "./build-request.ts";
import type { Operation } from "./operation.ts";
import { sealCardData } from "./sealed-card-data.ts";

/** The value of a successful answer, or a string that says what is wrong with it. */
export function decodeAnswer(operation: Operation, text: string): { readonly data: unknown } | string {
  if (operation.traits.has("none")) return { data: undefined };
  if (text === "") return "was answered with nothing";
  if (operation.traits.has("sealed")) return { data: sealCardData(text) };
  try {
    const data: unknown = JSON.parse(text);
    return holdsExact(data) ? { data } : "was answered with an integer beyond 2^53";
  } catch {
    return "was answered with no JSON"; // The parser's own message quotes the body. Nesting without end counts as none.
  }
}

/** Whether every integer in it is one that a number can hold. `Object.values` is several times faster than `for … in`. */
export function holdsExact(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return isExact(value);
  for (const member of Object.values(value)) {
    if (typeof member !== "string" && !holdsExact(member)) return false;
  }
  return true;
}
