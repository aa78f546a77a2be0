import createFetchClient from "openapi-fetch";
import type { Received } from "./attempt.ts";
import type { buildPath } from "./build-path.ts";
import type { WireRequest } from "./build-request.ts";
import type { paths } from "./generated/schema.gen.ts";
import type { HttpClient } from "./http-client.ts";
import type { Operation } from "./operation.ts";

// openapi-fetch wants one absolute address; the pipeline puts the operation's own host in its place.
const placeholder = "http://wise.invalid";

/** What the openapi-fetch client needs of ours. Handed over, so that the two load apart from each other. */
export interface HttpPipelineParts {
  readonly operations: readonly Operation[];
  readonly buildPath: typeof buildPath;
  send(operation: Operation, request: WireRequest, signal: AbortSignal): Promise<Received>;
}

/** An openapi-fetch client that sends what it makes through our pipeline. */
export function createHttpPipeline({ operations, buildPath, send }: HttpPipelineParts): HttpClient {
  const byRoute = new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation]));
  const operationOf = new WeakMap<Request, Operation>();
  const client = createFetchClient<paths>({
    baseUrl: placeholder,
    pathSerializer: buildPath,
    fetch: async (request) => {
      const operation = operationOf.get(request);
      if (!operation) throw new TypeError(`the contract has no ${request.method} ${new URL(request.url).pathname}`);
      const target = request.url.slice(placeholder.length);
      const body = request.body === null ? undefined : await request.text();
      const wire = { target, headers: Object.fromEntries(request.headers), body };
      const { response, text } = await send(operation, wire, request.signal);
      const { status, statusText, headers } = response;
      const isEmpty = text === "" || status === 204 || status === 304;
      return new Response(isEmpty ? null : text, { status, statusText, headers });
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
