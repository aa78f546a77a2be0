import type { paths } from "@wisekit/spec";
import createFetchClient, { type Client } from "openapi-fetch";
import type { Operation } from "../operation.ts";
import type { buildPath } from "../request/build-path.ts";
import type { WireRequest } from "../request/wire-request.ts";
import type { SuccessfulResponse } from "../response/decode-response.ts";

// openapi-fetch wants one absolute address; the client puts the operation's own host in its place.
const placeholder = "http://wise.invalid";

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/** What the openapi-fetch client needs of ours. It is handed over, so that the two load apart from each other. */
export interface OpenapiFetchParts {
  readonly operations: readonly Operation[];
  readonly buildPath: typeof buildPath;
  send(operation: Operation, request: WireRequest, signal: AbortSignal): Promise<SuccessfulResponse>;
}

type PathValues = Readonly<Record<string, unknown>>;

interface Init {
  readonly baseUrl?: unknown;
  readonly fetch?: unknown;
  readonly signal?: AbortSignal | null;
  readonly params?: { readonly path?: PathValues };
}

type Call = (method: string, path: string, init: object) => Promise<unknown>;

/** An openapi-fetch client that sends its requests through our calls. */
export function createOpenapiFetchClient({ operations, buildPath, send }: OpenapiFetchParts): Client<paths> {
  const byRoute = new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation]));
  const pathSerializer = (template: string, values?: PathValues): string =>
    buildPath("http", template.split(/[{}]/), values);
  const client = createFetchClient<paths>({ baseUrl: placeholder, pathSerializer });
  const call = client.request as unknown as Call;

  const request = async (method: string, path: string, init: Init = {}): Promise<unknown> => {
    const route = `${method.toUpperCase()} ${path}`;
    const operation = byRoute.get(route);
    if (!operation) throw new TypeError(`http: the client's resources have no ${route}`);
    // Where a call goes, and with whose token, is up to the client.
    if (init.baseUrl || init.fetch) throw new TypeError("http: baseUrl and fetch are options of createClient() only");
    if (!init.params?.path) pathSerializer(path); // openapi-fetch builds no path when it is given nothing for it.
    const fetch = (made: Request): Promise<Response> => forward(operation, made);
    const { signal } = init;
    if (!signal) return call(method, path, { ...init, fetch });
    // The platform's Request listens to the signal it is given until it is collected, so it gets one of its own.
    const controller = new AbortController();
    const abort = (): void => controller.abort(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    try {
      return await call(method, path, { ...init, fetch, signal: controller.signal });
    } finally {
      signal.removeEventListener("abort", abort);
    }
  };

  async function forward(operation: Operation, made: Request): Promise<Response> {
    if (!made.url.startsWith(`${placeholder}/`)) throw new TypeError("http: middleware may not change the address");
    const target = made.url.slice(placeholder.length);
    const wire = { target, headers: Object.fromEntries(made.headers), body: await bodyOf(made) };
    const { response, text, file } = await send(operation, wire, made.signal);
    const { status, statusText, headers } = response;
    if (status === 0) return Response.error(); // A redirect, in a browser, which shows nothing of it.
    const isEmpty = [204, 205, 304].includes(status);
    return new Response(isEmpty ? null : (file ?? (text || null)), { status, statusText, headers });
  }

  const byMethod = methods.map((method) => [method, (path: string, init?: Init) => request(method, path, init)]);
  return { ...client, request, ...Object.fromEntries(byMethod) } as unknown as Client<paths>;
}

/** Text as text, files as bytes, and nothing for an empty body, which a GET may not have. */
async function bodyOf(made: Request): Promise<WireRequest["body"]> {
  const isMultipart = made.headers.get("content-type")?.startsWith("multipart/");
  return (isMultipart ? await made.arrayBuffer() : await made.text()) || undefined;
}
