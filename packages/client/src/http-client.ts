import type { Client } from "openapi-fetch";
import { buildPath } from "./build-path.ts";
import { type ClientCore, exchange } from "./call.ts";
import type { paths } from "./generated/schema.gen.ts";
import type { Operation } from "./operation.ts";

/**
 * The contract by path, as openapi-fetch gives it: answers are `{ data, error, response }`, and nothing is thrown for an
 * error status. Hosts, token, retries, limits and deadlines are the client's own.
 */
export type HttpClient = Client<paths>;

const methods = [
  "GET",
  "PUT",
  "POST",
  "DELETE",
  "PATCH",
  "HEAD",
  "OPTIONS",
  "TRACE",
  "request",
  "use",
  "eject",
] as const;

/** An openapi-fetch client over the calls of `core`. The library is loaded with the first call that needs it. */
export function createHttpClient(core: ClientCore, operations: readonly Operation[]): HttpClient {
  let loading: Promise<HttpClient> | undefined;
  const load = async (): Promise<HttpClient> => {
    const { createHttpPipeline } = await import("./http-pipeline.ts");
    return createHttpPipeline({
      operations,
      buildPath,
      send: (operation, request, signal) => exchange(core, operation, request, { signal }),
    });
  };
  const forward = (method: (typeof methods)[number]) => {
    return async (...args: unknown[]) => {
      loading ??= load();
      return ((await loading)[method] as (...args: unknown[]) => unknown)(...args);
    };
  };
  return Object.fromEntries(methods.map((method) => [method, forward(method)])) as unknown as HttpClient;
}
