import { parseJson } from "./parse-json.ts";

/** A body that a proxy does not forward, and the status that says so. */
export interface RefusedBody {
  readonly status: 400 | 413 | 415;
  readonly error: string;
}

/** Reads a JSON object of at most `maxBytes`, with none but these fields. */
export async function readProxyBody(
  request: Request,
  fields: ReadonlySet<string>,
  maxBytes: number,
): Promise<{ readonly body: Record<string, unknown> } | RefusedBody> {
  const mediaType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") return { status: 415, error: "the body must be application/json" };
  const text = await readText(request, maxBytes);
  if (text === undefined) return { status: 413, error: `the body is larger than ${maxBytes} bytes` };
  let body: unknown;
  try {
    body = parseJson(text);
    JSON.stringify(body); // Nesting without end can be read, but not written again.
  } catch (error) {
    const what = error instanceof RangeError ? "is nested too deep, or holds an integer beyond 2^53" : "is not JSON";
    return { status: 400, error: `the body ${what}` };
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { status: 400, error: "the body is not an object" };
  }
  const unknown = Object.keys(body).some((name) => !fields.has(name));
  if (unknown) return { status: 400, error: `the body has none but these fields: ${[...fields].join(", ")}` };
  return { body: body as Record<string, unknown> };
}

/** The body as text, or nothing as soon as it is too large. */
async function readText(request: Request, maxBytes: number): Promise<string | undefined> {
  if (Number(request.headers.get("content-length")) > maxBytes) return undefined;
  if (!request.body) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
