import type { paths } from "@wisekit/spec";
import createFetchClient, { type Client } from "openapi-fetch";
import type { Operation } from "../operation.ts";
import type { KeyedCallOptions } from "../options/call-options.ts";
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
  /** The options of a call, all of which `http` takes. */
  readonly optionNames: readonly string[];
  send(operation: Operation, request: WireRequest, options: KeyedCallOptions): Promise<SuccessfulResponse>;
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
export function createOpenapiFetchClient({
  operations,
  buildPath,
  optionNames,
  send,
}: OpenapiFetchParts): Client<paths> {
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
    const { options, init: own } = splitInit(init, optionNames);
    const fetch = (made: Request): Promise<Response> => forward(operation, made, options);
    const { signal } = init;
    if (!signal) return call(method, path, { ...own, fetch });
    // The platform's Request listens to the signal it is given until it is collected, so it gets one of its own.
    const controller = new AbortController();
    const abort = (): void => controller.abort(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    try {
      return await call(method, path, { ...own, fetch, signal: controller.signal });
    } finally {
      signal.removeEventListener("abort", abort);
    }
  };

  async function forward(operation: Operation, made: Request, options: KeyedCallOptions): Promise<Response> {
    if (!made.url.startsWith(`${placeholder}/`)) throw new TypeError("http: middleware may not change the address");
    const target = made.url.slice(placeholder.length);
    const wire = { target, headers: Object.fromEntries(made.headers), body: await bodyOf(made) };
    const { response, text, file } = await send(operation, wire, { ...options, signal: made.signal });
    const { status, statusText } = response;
    if (status === 0) return Response.error(); // A redirect, in a browser, which shows nothing of it.
    const headers = new Headers(response.headers);
    headers.delete("content-length"); // openapi-fetch takes a 0 for a call without error.
    const isEmpty = [204, 205, 304].includes(status);
    // An error without a body would be no error for openapi-fetch.
    const body = file ?? (text || (response.ok ? null : "{}"));
    return new Response(isEmpty ? null : body, { status, statusText, headers });
  }

  const byMethod = methods.map((method) => [method, (path: string, init?: Init) => request(method, path, init)]);
  return { ...client, request, ...Object.fromEntries(byMethod) } as unknown as Client<paths>;
}

const ownNames = ["params", "body", "headers", "querySerializer", "bodySerializer", "parseAs", "middleware", "signal"];

/** Parts what is openapi-fetch's, which takes anything, from the options of our calls. */
function splitInit(init: Init, optionNames: readonly string[]): { init: object; options: object } {
  const names = [...optionNames, "idempotencyKey"].filter((name) => !ownNames.includes(name));
  const entries = Object.entries(init);
  for (const [name] of entries) {
    if (ownNames.includes(name) || names.includes(name)) continue;
    throw new TypeError(`http: unknown option "${name}"; options are ${[...ownNames, ...names].join(", ")}`);
  }
  const part = (isOurs: boolean) => Object.fromEntries(entries.filter(([name]) => names.includes(name) === isOurs));
  return { init: part(false), options: part(true) };
}

/** Text as text, files as bytes, and nothing for an empty body, which a GET may not have. */
async function bodyOf(made: Request): Promise<WireRequest["body"]> {
  const isMultipart = made.headers.get("content-type")?.startsWith("multipart/");
  return (isMultipart ? await made.arrayBuffer() : await made.text()) || undefined;
}
