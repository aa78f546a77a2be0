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

/** Wanted is a response in a media type that the contract does not have for it. */
export class NotAcceptable extends Error {
  readonly status = 406;
}

/**
 * The media types that a successful response may have, best first: the one that an argument names, as `format=pdf` names
 * `application/pdf`, or else those that `Accept` takes (RFC 9110 section 12.5.1). Undefined if nothing is said.
 * @throws NotAcceptable if none is acceptable
 */
export function acceptableMediaTypes(
  operation: Operation,
  input: OperationInput,
  accept: string | undefined,
): readonly string[] | undefined {
  const contents = operation.success?.contents ?? [];
  const named = contents.length < 2 ? undefined : chooseByArgument(operation, input, contents);
  if (named !== undefined) return [named];
  if (accept === undefined || contents.length === 0) return undefined;
  const known = contents.map(({ mediaType }) => mediaType);
  // Parameters such as a charset say nothing about which of the media types it is.
  const ranges = accept.replace(/;\s*(?!q=)[^,;]*/gi, "");
  const acceptable = new Negotiator({ headers: { accept: ranges } }).mediaTypes(known);
  if (acceptable.length > 0) return acceptable;
  throw new NotAcceptable(`The media types of the response are ${known.join(", ")}`);
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
