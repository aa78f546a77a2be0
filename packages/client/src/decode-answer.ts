import type { Operation } from "./operation.ts";
import { parseJson } from "./parse-json.ts";
import { sealCardData } from "./sealed-card-data.ts";

/** The value of a successful answer, or a string that says what is wrong with it. */
export function decodeAnswer(operation: Operation, text: string): { readonly data: unknown } | string {
  if (operation.traits.has("none")) return { data: undefined };
  if (text === "") return "was answered with nothing";
  if (operation.traits.has("sealed")) return { data: sealCardData(text) };
  try {
    return { data: parseJson(text) };
  } catch (error) {
    // The parser's own message quotes the body.
    return `was answered with ${error instanceof RangeError ? "an integer beyond 2^53" : "no JSON"}`;
  }
}
