import type { paths } from "@wisekit/spec";
import createFetchClient from "openapi-fetch";
import type { Received } from "./attempt.ts";
import type { buildPath } from "./build-path.ts";
import type { WireRequest } from "./build-request.ts";
import type { HttpClient } from "./http-client.ts";
import type { Operation } from "./operation.ts";

// openapi-fetch wants one absolute address; the pipeline puts the operation's own host in its place.
const placeholder = "http://wise.invalid";

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/** What the openapi-fetch client needs of ours. Handed over, so that the two load apart from each other. */
export interface HttpPipelineParts {
  readonly operations: readonly Operation[];
  readonly buildPath: typeof buildPath;
  send(operation: Operation, request: WireRequest, signal: AbortSignal): Promise<Received>;
}

type PathValues = Readonly<Record<string, unknown>>;

interface Init {
  readonly baseUrl?: unknown;
  readonly fetch?: unknown;
  readonly signal?: AbortSignal | null;
  readonly params?: { readonly path?: PathValues };
}

type Call = (method: string, path: string, init: object) => Promise<unknown>;

/** An openapi-fetch client that sends what it makes through our pipeline. */
export function createHttpPipeline({ operations, buildPath, send }: HttpPipelineParts): HttpClient {
  const byRoute = new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation]));
  const pathSerializer = (template: string, values?: PathValues): string => buildPath(template.split(/[{}]/), values);
  const client = createFetchClient<paths>({ baseUrl: placeholder, pathSerializer });

  const call = client.request as unknown as Call;

  const request = async (method: string, path: string, init: Init = {}): Promise<unknown> => {
    const operation = byRoute.get(`${method.toUpperCase()} ${path}`);
    if (!operation) throw new TypeError(`the contract has no ${method.toUpperCase()} ${path}`);
    // Where a call goes, with whose token, is the client's own affair.
    if (init.baseUrl || init.fetch) throw new TypeError("a call of http takes neither baseUrl nor fetch");
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
    if (!made.url.startsWith(`${placeholder}/`)) throw new TypeError("middleware may not change the address of a call");
    const target = made.url.slice(placeholder.length);
    const body = made.body === null ? undefined : await made.text();
    const wire = { target, headers: Object.fromEntries(made.headers), body };
    const { response, text } = await send(operation, wire, made.signal);
    const { status, statusText, headers } = response;
    if (status === 0) return Response.error(); // A redirect, in a browser, which shows nothing of it.
    const isEmpty = text === "" || [204, 205, 304].includes(status);
    return new Response(isEmpty ? null : text, { status, statusText, headers });
  }

  const byMethod = methods.map((method) => [method, (path: string, init?: Init) => request(method, path, init)]);
  return { ...client, request, ...Object.fromEntries(byMethod) } as unknown as HttpClient;
}
