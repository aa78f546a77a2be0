import type { BodyData, Operation } from "../operation.ts";
import type { WriteJson } from "./write-json.ts";

/** A body and its media type. A multipart body has none: `fetch` sets it, with the boundary. */
export interface RequestBody {
  readonly content: string | FormData;
  readonly mediaType: string | undefined;
}

/** The body of a call from its arguments, by their names on the wire; nothing if the call has no body. */
export function buildBody(
  { name, body }: Operation,
  values: Readonly<Record<string, unknown>>,
  writeJson: WriteJson = (value) => JSON.stringify(value),
): RequestBody | undefined {
  if (!body) return undefined;
  const names = Object.keys(values);
  if (names.length === 0 && (body.optional || body.whole)) return undefined;
  const where = `${name}()`;
  if (body.as === "multipart") return { content: multipart(values), mediaType: undefined };
  if (body.as === "form") return { content: form(values), mediaType: "application/x-www-form-urlencoded" };
  const content = body.whole === undefined ? values : values[names[0] as string];
  if (body.as === "text") return { content: text(where, body, content), mediaType: body.mediaType };
  const json = body.integers ? writeJson(content, body.integers) : JSON.stringify(content);
  return { content: json as string, mediaType: body.mediaType ?? "application/json" };
}

function text(where: string, { whole }: BodyData, content: unknown): string {
  if (typeof content !== "string") throw new TypeError(`${where}: ${whole} must be a string`);
  return content;
}

/** Arrays are repeated, as in a query. */
function form(values: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(values).flatMap(([name, value]) =>
    [value].flat().map((item): [string, string] => [name, String(item)]),
  );
  return String(new URLSearchParams(entries));
}

/** Files travel as they are, arrays are repeated, and an object is a part of JSON (OpenAPI 3.1, encoding object). */
function multipart(values: Readonly<Record<string, unknown>>): FormData {
  const parts = new FormData();
  for (const [name, value] of Object.entries(values)) {
    for (const item of [value].flat()) {
      if (item instanceof Blob) parts.append(name, item);
      else if (typeof item !== "object") parts.append(name, String(item));
      else parts.append(name, new Blob([JSON.stringify(item)], { type: "application/json" }));
    }
  }
  return parts;
}
