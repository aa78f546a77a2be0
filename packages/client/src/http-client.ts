import createFetchClient, { type Client } from "openapi-fetch";
import { buildPath } from "./build-path.ts";
import { type ClientCore, exchange } from "./call.ts";
import type { paths } from "./generated/schema.gen.ts";
import type { Operation } from "./operation.ts";

/**
 * The contract by path, as openapi-fetch gives it: answers are `{ data, error, response }`, and nothing is thrown for an
 * error status. Hosts, token, retries, limits and deadlines are the client's own.
 */
export type HttpClient = Client<paths>;

/** An openapi-fetch client over the calls of `core`. */
export function createHttpClient(core: ClientCore, operations: readonly Operation[]): HttpClient {
  const byRoute = new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation]));
  const operationOf = new WeakMap<Request, Operation>();
  // openapi-fetch wants one absolute address; the pipeline puts the operation's own host in its place.
  const placeholder = "http://wise.invalid";
  const client = createFetchClient<paths>({
    baseUrl: placeholder,
    pathSerializer: buildPath,
    fetch: async (request) => {
      const operation = operationOf.get(request);
      if (!operation) throw new TypeError(`the contract has no ${request.method} ${request.url}`);
      const target = request.url.slice(placeholder.length);
      const body = request.body === null ? undefined : await request.text();
      const wire = { target, headers: Object.fromEntries(request.headers), body };
      const { sent } = await exchange(core, operation, wire, { signal: request.signal });
      const { status, statusText, headers } = sent.response;
      const isEmpty = sent.text === "" || status === 204 || status === 304;
      return new Response(isEmpty ? null : sent.text, { status, statusText, headers });
    },
  });
  client.use({
    onRequest({ request, schemaPath, params }) {
      if (!params.path) buildPath(schemaPath, undefined); // openapi-fetch builds no path when it is given nothing for it.
      const operation = byRoute.get(`${request.method} ${schemaPath}`);
      if (operation) operationOf.set(request, operation);
    },
  });
  return client;
}
