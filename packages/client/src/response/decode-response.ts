import { DecodeError, type DecodeErrorContext } from "../errors/wise-error.ts";
import type { Operation } from "../operation.ts";
import { mediaTypeOf } from "./headers.ts";
import { parseJson } from "./parse-json.ts";
import { sealCardData } from "./sealed-card-data.ts";
import { createWiseFile } from "./wise-file.ts";

/** A 2xx response: its body as text, or as a stream if it is a file. */
export interface SuccessfulResponse {
  readonly response: Response;
  readonly text: string;
  readonly file?: ReadableStream<Uint8Array> | undefined;
}

/**
 * The value of a 2xx response.
 *
 * @throws {DecodeError} if the body is not what the operation returns. Where it returns nothing, that is an empty body, or
 * JSON that nobody reads: a page of HTML means that the call went elsewhere.
 */
export function decodeResponse(
  operation: Operation,
  { response, text, file }: SuccessfulResponse,
  context: () => DecodeErrorContext,
): unknown {
  const kind = operation.response;
  if (kind && kind !== "none" && isForeignPage(operation, response)) {
    file?.cancel().catch(() => {}); // Nobody reads it, so nobody needs to know how it ends.
    throw decodeError("a page of HTML", context());
  }
  if (file) return createWiseFile(response, file);
  if (kind === "none" && text.trim() === "") return undefined;
  if (text === "") throw decodeError("an empty response body", context());
  if (kind === "text") return text;
  if (kind === "sealed") return sealCardData(text);
  try {
    // What nobody reads may hold any number.
    return kind === "none" ? void JSON.parse(text) : parseJson(text, operation.integersAsText);
  } catch (error) {
    // The parser's own message quotes the body.
    if (error instanceof RangeError) throw decodeError("a response with an integer beyond 2^53", context());
    throw decodeError("a response that is not JSON", context());
  }
}

/** HTML that the operation did not ask for: a captive portal, a sign-in wall. */
function isForeignPage({ headers }: Operation, response: Response): boolean {
  return mediaTypeOf(response) === "text/html" && !headers?.accept?.includes("text/html");
}

function decodeError(what: string, context: DecodeErrorContext): DecodeError {
  const { mediaType = "no media type", length } = context;
  const size = length === undefined ? "" : `, ${length} characters`;
  return new DecodeError(`got ${what} (${mediaType}${size})`, context);
}
