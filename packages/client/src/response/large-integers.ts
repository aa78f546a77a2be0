import type { Operation } from "../operation.ts";
import { isNumberAt } from "./check-response.ts";
import { type ParsedJson, parseJson } from "./parse-json.ts";

/** A response with integers beyond 2^53 as strings, and where the contract has a number for one of them, if anywhere. */
export function parseLargeIntegers(operation: Operation, text: string): ParsedJson & { readonly knownAt?: string } {
  const parsed = parseJson(text);
  const known = parsed.largeIntegers.find((path) => isNumberAt(operation, path));
  return known ? { ...parsed, knownAt: `/${known.join("/")}` } : parsed;
}
