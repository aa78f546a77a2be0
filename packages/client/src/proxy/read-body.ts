import type { BodyData } from "../operation.ts";
import { parseJson } from "../response/parse-json.ts";

/** A body as it is forwarded; nothing for a call without one. */
export interface ForwardedBody {
  readonly content?: string | ArrayBuffer;
  readonly mediaType?: string;
}

/** Why a body is not forwarded, and the status that says so. */
export interface RejectedBody {
  readonly status: 400 | 413 | 415;
  readonly error: string;
}

/** Reads a body of the kind that the contract says. JSON is written anew, with none but these fields. */
export async function readProxyBody(
  request: Request,
  body: BodyData,
  { fields, maxBytes }: { readonly fields: ReadonlySet<string>; readonly maxBytes: number },
): Promise<ForwardedBody | RejectedBody> {
  const mediaType = request.headers.get("content-type") ?? "";
  if (body.optional && mediaType === "") return {};
  const wanted = mediaTypeOf(body);
  if (mediaType.split(";")[0]?.trim().toLowerCase() !== wanted) {
    return { status: 415, error: `the body must be ${wanted}` };
  }
  let bytes: ArrayBuffer | undefined;
  try {
    bytes = await readBytes(request, maxBytes);
  } catch {
    return { status: 400, error: "the body could not be read to its end" }; // The browser has gone, or has broken off.
  }
  if (bytes === undefined) return { status: 413, error: `the body must have at most ${maxBytes} bytes` };
  if (body.as === "form" || body.as === "multipart") return { content: bytes, mediaType };
  const text = new TextDecoder().decode(bytes);
  if (body.as === "text") return { content: text, mediaType };
  return rewriteJson(text, body, fields, wanted);
}

/** The media type of a body, without parameters. */
export function mediaTypeOf({ as, mediaType }: BodyData): string {
  if (as === "multipart") return "multipart/form-data";
  return mediaType ?? (as === "form" ? "application/x-www-form-urlencoded" : "application/json");
}

function rewriteJson(
  text: string,
  { whole }: BodyData,
  fields: ReadonlySet<string>,
  mediaType: string,
): ForwardedBody | RejectedBody {
  try {
    const value = parseJson(text);
    const error = whole === undefined ? fieldError(value, fields) : undefined;
    if (error !== undefined) return { status: 400, error };
    return { content: JSON.stringify(value), mediaType };
  } catch (error) {
    // JSON that is nested without end can be read, but not written again.
    const what = error instanceof RangeError ? "holds an integer beyond 2^53, or is nested too deeply" : "is not JSON";
    return { status: 400, error: `the body ${what}` };
  }
}

function fieldError(value: unknown, fields: ReadonlySet<string>): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "the body must be an object";
  const unknown = Object.keys(value).some((name) => !fields.has(name));
  return unknown ? `the body has an unknown field; fields are ${[...fields].join(", ")}` : undefined;
}

/** The body, or nothing as soon as it is too large. */
async function readBytes(request: Request, maxBytes: number): Promise<ArrayBuffer | undefined> {
  if (Number(request.headers.get("content-length")) > maxBytes) return undefined;
  const reader = request.body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done = true, value } = (await reader?.read()) ?? {};
    if (done || !value) return new Blob(chunks).arrayBuffer();
    size += value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(value);
  }
}
