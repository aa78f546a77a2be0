import { DecodeError, type ErrorContext } from "../errors/wise-error.ts";
import type { Operation } from "../operation.ts";
import { parseJson } from "./parse-json.ts";
import { sealCardData } from "./sealed-card-data.ts";
import { createWiseFile } from "./wise-file.ts";

/** A 2xx response: its body as text, or as a stream if it is a file. */
export interface SuccessfulResponse {
  readonly response: Response;
  readonly text: string;
  readonly file?: ReadableStream<Uint8Array> | undefined;
}

/** The value of a 2xx response. Throws a `DecodeError` if the body is not what the operation returns. */
export function decodeResponse(
  operation: Operation,
  { response, text, file }: SuccessfulResponse,
  context: () => ErrorContext,
): unknown {
  if (operation.response === "none") return undefined;
  if (file) return createWiseFile(response, file);
  if (text === "") throw new DecodeError("got an empty response body", context());
  if (operation.response === "text") return text;
  if (operation.response === "sealed") return sealCardData(text);
  try {
    return parseJson(text);
  } catch (error) {
    // The parser's own message quotes the body.
    const what = error instanceof RangeError ? "a response with an integer beyond 2^53" : "a response that is not JSON";
    throw new DecodeError(`got ${what}`, context());
  }
}
