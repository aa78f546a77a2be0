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
  return isExact(data) ? { data } : "was answered with an integer that a number cannot hold";
}

/** Whether every number is one that JSON text and a double agree on, as far as integers go. */
function isExact(value: unknown): boolean {
  if (typeof value === "number") return !Number.isInteger(value) || Number.isSafeInteger(value);
  if (typeof value !== "object" || value === null) return true;
  for (const key in value) {
    const member = (value as Record<string, unknown>)[key];
    if (typeof member !== "string" && !isExact(member)) return false;
  }
  return true;
}
