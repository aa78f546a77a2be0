import type { WriteJson } from "./write-json.ts";

/** How the arguments of an operation become its body. */
export interface BodyData {
  /** Absent: JSON. The others are functions, so that an app ships those that it uses. */
  readonly as?: typeof formBody | typeof multipartBody | typeof textBody;
  /** Absent: `application/json`; a form and a multipart body have the media type of their kind. */
  readonly mediaType?: string;
  /** The arguments that are fields of the body. Absent: one argument is the whole body. */
  readonly fields?: readonly string[];
  /** The argument that is the whole body. */
  readonly whole?: string;
  /** Where a JSON body holds integers: dotted paths, items of an array at the path of the array, values of a map at `*`. */
  readonly integers?: readonly string[];
  /** Without any of these arguments the call has no body. */
  readonly optional?: true;
}

/** A body and its media type. A multipart body has none: `fetch` sets it, with the boundary. */
export interface RequestBody {
  readonly content: string | FormData;
  readonly mediaType: string | undefined;
}

/** The body of a call from its arguments, by their names on the wire; nothing if the call has no body. */
export function buildBody(
  where: string,
  body: BodyData | undefined,
  values: Readonly<Record<string, unknown>>,
  writeJson: WriteJson = (value) => JSON.stringify(value),
): RequestBody | undefined {
  if (!body) return undefined;
  const names = Object.keys(values);
  if (names.length === 0 && (body.optional || body.whole)) return undefined;
  if (body.as) return body.as(values, body, where);
  const content = body.whole === undefined ? values : values[names[0] as string];
  const json = body.integers ? writeJson(content, body.integers) : JSON.stringify(content);
  return { content: json as string, mediaType: body.mediaType ?? "application/json" };
}

/** One argument, as it is. */
export function textBody(values: Readonly<Record<string, unknown>>, body: BodyData, where: string): RequestBody {
  const [content] = Object.values(values);
  if (typeof content !== "string") throw new TypeError(`${where}: ${body.whole} must be a string`);
  return { content, mediaType: body.mediaType };
}

/** Arrays are repeated, as in a query. */
export function formBody(values: Readonly<Record<string, unknown>>): RequestBody {
  const entries = Object.entries(values).flatMap(([name, value]) =>
    [value].flat().map((item): [string, string] => [name, String(item)]),
  );
  return { content: String(new URLSearchParams(entries)), mediaType: "application/x-www-form-urlencoded" };
}

/** Files travel as they are, arrays are repeated, and an object is a part of JSON (OpenAPI 3.1, encoding object). */
export function multipartBody(values: Readonly<Record<string, unknown>>): RequestBody {
  const parts = new FormData();
  for (const [name, value] of Object.entries(values)) {
    for (const item of [value].flat()) {
      if (item instanceof Blob) parts.append(name, item);
      else if (typeof item !== "object") parts.append(name, String(item));
      else parts.append(name, new Blob([JSON.stringify(item)], { type: "application/json" }));
    }
  }
  return { content: parts, mediaType: undefined };
}
