import Negotiator from "negotiator";
import type { Operation } from "../contract/operation.ts";
import type { Content } from "../contract/response.ts";
import type { OperationInput } from "./request.ts";

/** What a word for a kind of file is called in media types, where they differ. */
const otherWords: Readonly<Record<string, string>> = {
  doc: "msword",
  docx: "wordprocessingml",
  jpg: "jpeg",
  txt: "plain",
  xls: "excel",
  xlsx: "spreadsheetml",
};

/**
 * The media type that a successful response is wanted in, if the contract has several: the one that an argument names, as
 * `format=pdf` names `application/pdf`, or else the best one for `Accept` (RFC 9110 section 12.5.1). Undefined if none is
 * acceptable, or nothing is said.
 */
export function chooseMediaType(
  operation: Operation,
  input: OperationInput,
  accept: string | undefined,
): string | undefined {
  const contents = operation.success?.contents ?? [];
  if (contents.length < 2) return undefined;
  const named = chooseByArgument(operation, input, contents);
  if (named || accept === undefined) return named;
  const known = contents.map(({ mediaType }) => mediaType);
  return new Negotiator({ headers: { accept } }).mediaType(known);
}

function chooseByArgument(
  { pathParameters, queryParameters }: Operation,
  { path, query }: OperationInput,
  contents: readonly Content[],
): string | undefined {
  for (const { name, choices } of [...pathParameters, ...queryParameters]) {
    const value = path[name] ?? query[name];
    const isChoice = choices?.some((choice) => contents.some(({ mediaType }) => isNamed(mediaType, choice)));
    if (!isChoice || typeof value !== "string") continue;
    const chosen = contents.find(({ mediaType }) => isNamed(mediaType, value));
    // A format that has no media type of its name has the one that no other format claims.
    const unclaimed = contents.find(({ mediaType }) => !choices?.some((choice) => isNamed(mediaType, choice)));
    return (chosen ?? unclaimed)?.mediaType;
  }
  return undefined;
}

function isNamed(mediaType: string, word: string): boolean {
  const words = mediaType.toLowerCase().split(/[^a-z0-9]+/);
  return words.includes(word.toLowerCase()) || words.includes(otherWords[word.toLowerCase()] ?? word);
}
