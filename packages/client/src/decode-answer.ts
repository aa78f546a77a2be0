import { isExact } from "./build-request.ts";
import type { Operation } from "./operation.ts";
import { sealCardData } from "./sealed-card-data.ts";

/** The value of a successful answer, or a string that says what is wrong with it. */
export function decodeAnswer(operation: Operation, text: string): { readonly data: unknown } | string {
  if (operation.answer === "none") return { data: undefined };
  if (text === "") return "was answered with nothing";
  if (operation.answer === "sealed") return { data: sealCardData(text) };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return "was answered with something that is not JSON"; // The parser's own message quotes the body.
  }
  return holdsExact(data) ? { data } : "was answered with an integer that a number cannot hold";
}

/** Whether every integer in it is one that a number can hold. */
function holdsExact(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return isExact(value);
  for (const key in value) {
    const member = (value as Record<string, unknown>)[key];
    if (typeof member !== "string" && !holdsExact(member)) return false;
  }
  return true;
}
