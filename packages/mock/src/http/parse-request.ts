import type { Content } from "../contract/response.ts";
import type { Diagnostic } from "../pipeline/diagnostic.ts";
import { findContent, formMediaType, isJson, isText, mediaTypeOf, multipartMediaType } from "../pipeline/media-type.ts";

type Query = Record<string, string | string[]>;

/** The path and query of a request target; of an absolute one (RFC 9112 section 3.2.2) too. */
export function parseTarget(target: string): { path: string; query?: Query } {
  const local = target.startsWith("/") ? target : target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "");
  const mark = local.indexOf("?");
  if (mark === -1) return { path: local === "" ? "/" : local };
  return { path: local.slice(0, mark) || "/", query: parseQuery(local.slice(mark + 1)) };
}

function parseQuery(text: string): Query {
  const query: Query = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const before = query[name];
    if (before === undefined) query[name] = value;
    else query[name] = Array.isArray(before) ? [...before, value] : [before, value];
  }
  return query;
}

/** A body as the pipeline takes it. */
export interface ParsedBody {
  /** JSON as a value, multipart as `FormData`, other text as text, everything else as bytes. */
  readonly body?: unknown;
  /** Why the body is not taken: it could not be parsed, or came under another media type. */
  readonly rejectedBody?: Diagnostic;
  /** What was wrong with it although it is taken. */
  readonly findings?: readonly Diagnostic[];
}

/**
 * Parses a body by its media type. What looks like JSON but came under a sender's default type (curl says form, `fetch` says
 * plain text, others nothing) that the operation does not take is taken for JSON, and the header with it, which is a
 * finding; a `strict` mock rejects it with the vendor's 415. Only multipart takes a promise.
 */
export function parseBody(
  { headers, body }: { readonly headers: Record<string, string>; readonly body: Buffer | undefined },
  accepted: readonly Content[],
  strict: boolean,
): ParsedBody | Promise<ParsedBody> {
  if (!body || body.length === 0) return {};
  headers["content-length"] = String(body.length);
  const mediaType = mediaTypeOf(headers["content-type"]);
  if (mediaType === multipartMediaType) return parseMultipart(body, headers["content-type"] ?? "");
  if (!isText(mediaType) && !isJson(mediaType)) return { body };
  const text = body.toString("utf8");
  const isUnwanted = isSenderDefault(mediaType) && !findContent(accepted, mediaType);
  const isJsonInDisguise = isUnwanted && /^\s*[[{]/.test(text);
  if (!isJsonInDisguise && !isJson(mediaType)) return { body: text };
  if (!isJsonInDisguise) return parseJson(text);
  if (strict) return { rejectedBody: wrongMediaType(mediaType) };
  headers["content-type"] = "application/json";
  return { ...parseJson(text), findings: [wrongMediaType(mediaType)] };
}

function parseJson(text: string): ParsedBody {
  try {
    return { body: JSON.parse(text) };
  } catch {
    return { rejectedBody: malformed("is not JSON") };
  }
}

function malformed(message: string): Diagnostic {
  return { path: ["body"], message, code: "malformed", severity: 0 };
}

function wrongMediaType(mediaType: string | undefined): Diagnostic {
  const received = mediaType === undefined ? "without a media type" : `as ${mediaType}`;
  const message = `must be application/json: the body is JSON and came ${received}`;
  return { path: ["header", "content-type"], message, code: 415, severity: 0 };
}

/** Node's own reader of forms (Fetch standard, `Response.formData`). */
async function parseMultipart(body: Buffer, contentType: string): Promise<ParsedBody> {
  try {
    const response = new Response(new Uint8Array(body), { headers: { "content-type": contentType } });
    return { body: await response.formData() };
  } catch {
    return { rejectedBody: malformed("is not multipart/form-data") };
  }
}

function isSenderDefault(mediaType: string | undefined): boolean {
  return mediaType === undefined || mediaType === "text/plain" || mediaType === formMediaType;
}
