import { type BodyData, formBody, multipartBody, textBody } from "../request/request-body.ts";
import { parseJson } from "../response/parse-json.ts";
import { limitStream } from "./limit-stream.ts";
import { writeExactJson } from "./write-exact-json.ts";

/** A body as it is forwarded; nothing for a call without one. */
export interface ForwardedBody {
  readonly content?: string | ArrayBuffer | ReadableStream<Uint8Array>;
  readonly mediaType?: string;
  /** Of a stream: why no more of it was forwarded, once that is so. */
  readonly rejected?: () => RejectedBody | undefined;
}

/** Why a body is not forwarded, and the status that says so. */
export interface RejectedBody {
  readonly status: 400 | 413 | 415;
  readonly error: string;
}

const broken: RejectedBody = { status: 400, error: "the body could not be read to its end" };

/** What a body may hold. */
export interface BodyLimits {
  /** The names of its fields. */
  readonly fields: ReadonlySet<string>;
  readonly maxBytes: number;
}

/**
 * Reads a body of the kind that the contract says. Files are forwarded while they come. JSON is written anew, so that
 * nothing is in it that a second parser could read otherwise.
 */
export async function readProxyBody(
  request: Request,
  body: BodyData,
  limits: BodyLimits,
): Promise<ForwardedBody | RejectedBody> {
  if (request.bodyUsed) throw new TypeError("createProxy(): authorize must not read the body of the request");
  const { maxBytes } = limits;
  const mediaType = request.headers.get("content-type") ?? "";
  if (body.optional && mediaType === "") return {};
  const wanted = mediaTypeOf(body);
  if (mediaType.split(";")[0]?.trim().toLowerCase() !== wanted) {
    return { status: 415, error: `the body must be ${wanted}` };
  }
  const tooLarge = { status: 413, error: `the body must have at most ${maxBytes} bytes` } as const;
  if (Number(request.headers.get("content-length")) > maxBytes) return tooLarge;
  const limited = limitStream(request.body, maxBytes);
  const rejected = (): RejectedBody | undefined => {
    const failure = limited.failure();
    return failure && (failure === "too long" ? tooLarge : broken);
  };
  if (body.as === multipartBody) return { content: limited.stream, mediaType, rejected };
  let bytes: ArrayBuffer;
  try {
    bytes = await new Response(limited.stream).arrayBuffer();
  } catch (error) {
    const reason = rejected();
    if (reason) return reason;
    throw error;
  }
  if (body.as === textBody) return { content: bytes, mediaType };
  const text = new TextDecoder().decode(bytes);
  return body.as === formBody ? checkForm(text, limits, mediaType) : rewriteJson(text, body, limits, wanted);
}

/** The media type of a body, without parameters. */
export function mediaTypeOf({ as, mediaType }: BodyData): string {
  if (as === multipartBody) return "multipart/form-data";
  return mediaType ?? (as === formBody ? "application/x-www-form-urlencoded" : "application/json");
}

function checkForm(text: string, { fields }: BodyLimits, mediaType: string): ForwardedBody | RejectedBody {
  const error = unknownField([...new URLSearchParams(text).keys()], fields);
  return error === undefined ? { content: text, mediaType } : { status: 400, error };
}

function rewriteJson(
  text: string,
  { whole }: BodyData,
  { fields }: BodyLimits,
  mediaType: string,
): ForwardedBody | RejectedBody {
  try {
    const parsed = parseJson(text);
    const error = whole === undefined ? fieldError(parsed.value, fields) : undefined;
    if (error !== undefined) return { status: 400, error };
    return { content: writeExactJson(parsed), mediaType };
  } catch (error) {
    // JSON that is nested without end can be read, but not written again.
    const what = error instanceof RangeError ? "is nested too deeply" : "is not JSON";
    return { status: 400, error: `the body ${what}` };
  }
}

function fieldError(value: unknown, fields: ReadonlySet<string>): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "the body must be an object";
  return unknownField(Object.keys(value), fields);
}

function unknownField(names: readonly string[], fields: ReadonlySet<string>): string | undefined {
  if (names.every((name) => fields.has(name))) return undefined;
  return `the body has an unknown field; fields are ${[...fields].join(", ")}`;
}
