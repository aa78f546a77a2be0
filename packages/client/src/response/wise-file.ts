import { mediaTypeOf } from "./headers.ts";

/**
 * A file that a call returns: a statement, a card image. The call resolves when its headers are there. Its content comes
 * while it is read, once, by one of `body`, `blob`, `text` and `arrayBuffer`, until the call's `signal` is aborted or its
 * `totalTimeoutMs` are over; then reading throws what the call would have thrown. A file that is not needed is given up by
 * `file.body.cancel()`.
 */
export interface WiseFile {
  /** Such as `application/pdf`: without parameters, in lower case. Absent if the response does not say. */
  readonly mediaType: string | undefined;
  /** The name that the response suggests (`Content-Disposition`), without folders. */
  readonly fileName: string | undefined;
  readonly body: ReadableStream<Uint8Array>;
  /** The content as a `Blob` of the media type. */
  blob(): Promise<Blob>;
  /** The content as text in UTF-8. */
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The file of a response. */
export function createWiseFile(response: Response, body: ReadableStream<Uint8Array>): WiseFile {
  const mediaType = mediaTypeOf(response);
  const content = (): Response => new Response(body, mediaType ? { headers: { "content-type": mediaType } } : {});
  return {
    mediaType,
    fileName: readFileName(response.headers.get("content-disposition") ?? ""),
    body,
    blob: () => content().blob(),
    text: () => content().text(),
    arrayBuffer: () => content().arrayBuffer(),
  };
}

const parameter = /;\s*([^\s=;]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;\s]*)/g;

/** The file name of a `Content-Disposition` header (RFC 6266): `filename*` (RFC 8187) goes before `filename`. */
function readFileName(disposition: string): string | undefined {
  const parameters = new Map<string, string>();
  for (const [, name = "", value = ""] of disposition.matchAll(parameter)) parameters.set(name.toLowerCase(), value);
  const name = decode(parameters.get("filename*")) ?? unquote(parameters.get("filename"));
  // A name could lead out of the folder that the caller saves it in.
  return name?.split(/[/\\]/).pop() || undefined;
}

function decode(value = ""): string | undefined {
  const [, encoded] = /^utf-8'[^']*'(.+)$/i.exec(value) ?? [];
  try {
    return encoded && decodeURIComponent(encoded);
  } catch {
    return undefined; // It is not what it says; `filename` may still be there.
  }
}

function unquote(value: string | undefined): string | undefined {
  return value?.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, "$1") : value;
}
