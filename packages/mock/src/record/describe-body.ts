import type { PipelineRequest } from "../pipeline/request.ts";

/** A request's body as text for the record: the fields of multipart as JSON, other bytes by their number. */
export function describeRequestBody({ body, headers }: PipelineRequest, sent: Buffer | undefined): string {
  if (body instanceof FormData) return JSON.stringify(Object.fromEntries([...body].map(describeField)));
  if (body instanceof Uint8Array) return describeBody(body, headers["content-type"]);
  return sent?.toString("utf8") ?? "";
}

/** A body as text for the record: bytes by their number. */
export function describeBody(body: string | Uint8Array, contentType: string | undefined): string {
  return typeof body === "string" ? body : `(${body.length} bytes of ${contentType ?? "unknown type"})`;
}

function describeField([name, value]: [string, string | File]): [string, unknown] {
  if (typeof value === "string") return [name, value];
  return [name, { fileName: value.name, mediaType: value.type, bytes: value.size }];
}
