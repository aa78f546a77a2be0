import { readFormFields } from "../pipeline/form-fields.ts";
import { formMediaType, mediaTypeOf } from "../pipeline/media-type.ts";
import type { PipelineRequest } from "../pipeline/request.ts";

/** A request's body as text for the record: the fields of forms as JSON, other bytes by their number. */
export function describeRequestBody({ body, headers }: PipelineRequest, sent: Buffer | undefined): string {
  if (body instanceof FormData) return describeForm(body);
  if (typeof body === "string" && mediaTypeOf(headers["content-type"]) === formMediaType) {
    return describeForm(new URLSearchParams(body));
  }
  if (body instanceof Uint8Array) return describeBody(body, headers["content-type"]);
  return sent?.toString("utf8") ?? "";
}

/** A body as text for the record: bytes by their number. */
export function describeBody(body: string | Uint8Array, contentType: string | undefined): string {
  return typeof body === "string" ? body : `(${body.length} bytes of ${contentType ?? "unknown type"})`;
}

/** A field that comes several times is a list. */
function describeForm(form: FormData | URLSearchParams): string {
  const fields = readFormFields(form.entries() as Iterable<[string, string | File]>, new Map());
  return JSON.stringify(fields, (_name, value) => (value instanceof File ? describeFile(value) : value));
}

function describeFile({ name, type, size }: File): object {
  return { fileName: name, mediaType: type, bytes: size };
}
