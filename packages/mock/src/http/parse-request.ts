import { mediaTypeOf } from "../pipeline/media-type.ts";

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

/**
 * Parses a body by its media type: JSON into a value, anything else into text. What looks like JSON but came under a
 * sender's default type (curl says form, `fetch` says plain text, others nothing) is taken for JSON, and the header with it.
 */
export function parseBody(call: { headers: Record<string, string>; body: Buffer | undefined }): {
  body?: unknown;
  malformedBody?: string;
} {
  const { headers, body } = call;
  if (!body || body.length === 0) return {};
  headers["content-length"] = String(body.length);
  const text = body.toString("utf8");
  const mediaType = mediaTypeOf(headers["content-type"]);
  if (isSenderDefault(mediaType) && /^\s*[[{]/.test(text)) headers["content-type"] = "application/json";
  else if (!isJson(mediaType)) return { body: text };
  try {
    return { body: JSON.parse(text) };
  } catch {
    return { malformedBody: "is not JSON" };
  }
}

function isJson(mediaType: string | undefined): boolean {
  return mediaType === "application/json" || mediaType?.endsWith("+json") === true;
}

function isSenderDefault(mediaType: string | undefined): boolean {
  return mediaType === undefined || mediaType === "text/plain" || mediaType === "application/x-www-form-urlencoded";
}
