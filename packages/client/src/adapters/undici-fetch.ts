import { type Dispatcher, request, FormData as UndiciForm } from "undici";
import { assertOptions } from "../options/assert-options.ts";

/** What `undiciFetch` takes. */
export interface UndiciFetchOptions {
  /**
   * The connections to use, such as an `Agent` of your own.
   * @default undici's global dispatcher
   */
  readonly dispatcher?: Dispatcher | undefined;
}

/**
 * A `fetch` for `createClient` on Node that goes to undici's dispatcher without the layers of the platform's `fetch`. It
 * takes what the client sends (an address as text, plain headers, a body of text, bytes or a form) and gives real
 * responses, whose body is read by `text()`, or by `body` if it is a file. Needs the package `undici`, 7 or later.
 *
 * @throws {TypeError} for an unknown option.
 */
export function undiciFetch(options: UndiciFetchOptions = {}): typeof globalThis.fetch {
  assertOptions("undiciFetch()", options, ["dispatcher"]);
  const { dispatcher } = options;
  return async (input, init = {}) => {
    const { statusCode, headers, body } = await request(String(input), {
      method: (init.method ?? "GET") as Dispatcher.HttpMethod,
      headers: init.headers as Record<string, string>,
      body: init.body instanceof FormData ? undiciForm(init.body) : ((init.body ?? null) as string | null),
      ...(init.signal && { signal: init.signal }),
      ...(dispatcher && { dispatcher }),
    });
    const single = singleHeaders(headers);
    const encoding = single["content-encoding"]?.toLowerCase();
    if ((encoding === "gzip" || encoding === "deflate") && ![204, 304].includes(statusCode)) {
      const decoded = (body.body as unknown as ReadableStream).pipeThrough(new DecompressionStream(encoding));
      return new Response(decoded, { status: statusCode, headers: single });
    }
    return new UndiciResponse(body, { status: statusCode, headers: single });
  };
}

/** The body has its own stream; a second one around it would cost more than the request. */
class UndiciResponse extends Response {
  readonly #content: Dispatcher.ResponseData["body"];

  constructor(content: Dispatcher.ResponseData["body"], init: ResponseInit) {
    super(null, init);
    this.#content = content;
  }

  override text(): Promise<string> {
    return this.#content.text();
  }

  override get body(): ReadableStream<Uint8Array<ArrayBuffer>> | null {
    return this.#content.body as unknown as ReadableStream<Uint8Array<ArrayBuffer>>;
  }
}

/** undici knows a form by its own class. The files in it stay where they are until they are sent. */
function undiciForm(form: FormData): UndiciForm {
  const parts = new UndiciForm();
  form.forEach((value, name) => {
    parts.append(name, value);
  });
  return parts;
}

function singleHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const single: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) single[name] = typeof value === "string" ? value : value.join(", ");
  }
  return single;
}
