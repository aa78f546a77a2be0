import type { paths } from "@wisekit/spec";
import type { Client } from "openapi-fetch";
import { sendRequest } from "../call/call.ts";
import type { ClientCore } from "../call/client-core.ts";
import type { Operation } from "../operation.ts";
import { buildPath } from "../request/build-path.ts";
import { withIdempotencyKey } from "../request/idempotency-key.ts";

/**
 * The contract by path, as openapi-fetch gives it: a call resolves with `{ data, error, response }` and throws for no
 * status. Hosts, token, retries, limits and deadlines are the client's own. A client that has only some resources knows
 * only their paths.
 */
export type HttpClient = Client<paths>;

/** An openapi-fetch client over the calls of `core`. The library is loaded with the first call that needs it. */
export function createHttpClient(core: ClientCore, operations: () => readonly Operation[]): HttpClient {
  let loading: Promise<HttpClient> | undefined;
  const load = async (): Promise<HttpClient> => {
    const { createOpenapiFetchClient } = await import("./openapi-fetch.ts");
    return createOpenapiFetchClient({
      operations: operations(),
      buildPath,
      send: (operation, request, signal) =>
        sendRequest(core, operation, withIdempotencyKey(operation, request), { signal }),
    });
  };
  return new Proxy({} as HttpClient, {
    get(_, method) {
      // It is not a promise and has no primitive value, whoever asks.
      if (method === "then" || typeof method === "symbol") return undefined;
      return async (...args: unknown[]) => {
        loading ??= load();
        const client = (await loading) as unknown as Record<PropertyKey, (...args: unknown[]) => unknown>;
        return client[method]?.(...args);
      };
    },
  });
}
