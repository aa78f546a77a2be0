import { DecodeError, type DecodeErrorContext } from "../errors/wise-error.ts";
import type { Operation } from "../operation.ts";
import type { LargeIntegers } from "../options/client-options.ts";
import { isExact } from "../request/exact-number.ts";
import { mediaTypeOf } from "./headers.ts";
import { hasManyDigits } from "./many-digits.ts";
import { sealCardData } from "./sealed-card-data.ts";

/** A 2xx response: its body as text, or as a stream if it is a file. */
export interface SuccessfulResponse {
  readonly response: Response;
  readonly text: string;
  readonly file?: ReadableStream<Uint8Array> | undefined;
}

/** How a response is read. */
export interface DecodeOptions {
  /** What an error says. */
  readonly context: () => DecodeErrorContext;
  readonly largeIntegers: LargeIntegers;
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
  { context, largeIntegers }: DecodeOptions,
): unknown {
  const kind = operation.response;
  if (kind && kind !== "none" && isForeignPage(operation, response)) {
    file?.cancel().catch(() => {}); // Nobody reads it, so nobody needs to know how it ends.
    throw decodeError("a page of HTML", context());
  }
  if (typeof kind === "function") return file && kind(response, file);
  if (kind === "none" && text.trim() === "") return undefined;
  if (text === "") throw decodeError("an empty response body", context());
  if (kind === "text") return text;
  if (kind === "sealed") return sealCardData(text);
  const value = parse(text, context);
  if (kind === "none") return undefined;
  const options = { context, largeIntegers };
  return hasManyDigits(text) ? withLargeIntegers(operation, text, options) : withNumbers(operation, value, options);
}

function parse(text: string, context: () => DecodeErrorContext): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw decodeError("a response that is not JSON", context()); // The parser's own message quotes the body.
  }
}

/** The value of JSON that may hold integers beyond 2^53, which is rare: what they take is loaded for it, schemas included. */
async function withLargeIntegers(operation: Operation, text: string, options: DecodeOptions): Promise<unknown> {
  const { context, largeIntegers } = options;
  const { parseLargeIntegers } = await import("./large-integers.ts");
  let parsed: ReturnType<typeof parseLargeIntegers>;
  try {
    parsed = parseLargeIntegers(operation, text);
  } catch {
    throw decodeError("a response that is nested too deeply", context());
  }
  const { value, knownAt } = parsed;
  if (knownAt && largeIntegers !== "string")
    throw decodeError(`a response with an integer beyond 2^53 at ${knownAt}`, context());
  return withNumbers(operation, value, options);
}

/** The value, in which fields that the contract calls integers are numbers, though they arrive as strings of digits. */
function withNumbers(
  { integersAsText = [] }: Operation,
  value: unknown,
  { context, largeIntegers }: DecodeOptions,
): unknown {
  const fields = value as Record<string, unknown> | null;
  for (const name of integersAsText) {
    const digits = fields?.[name];
    if (!fields || typeof digits !== "string" || !/^-?\d+$/.test(digits)) continue;
    if (isExact(Number(digits))) fields[name] = Number(digits);
    else if (largeIntegers !== "string")
      throw decodeError(`a response with an integer beyond 2^53 at /${name}`, context());
  }
  return value;
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
