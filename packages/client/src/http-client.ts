import type { paths } from "@wisekit/spec";
import type { Client } from "openapi-fetch";
import { buildPath } from "./build-path.ts";
import { type ClientCore, exchange } from "./call.ts";
import type { Operation } from "./operation.ts";

/**
 * The contract by path, as openapi-fetch gives it: answers are `{ data, error, response }`, and nothing is thrown for an
 * error status. Hosts, token, retries, limits and deadlines are the client's own.
 */
export type HttpClient = Client<paths>;

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
  return new Proxy({} as HttpClient, {
    get(_, method) {
      // It is no promise and no primitive, however it is passed on.
      if (method === "then" || typeof method === "symbol") return undefined;
      return async (...args: unknown[]) => {
        loading ??= load();
        const client = (await loading) as unknown as Record<PropertyKey, (...args: unknown[]) => unknown>;
        return client[method]?.(...args);
      };
    },
  });
}
