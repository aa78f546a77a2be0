import type { paths } from "@wisekit/spec";
import type { Client } from "openapi-fetch";
import { sendAndCheck } from "../call/call.ts";
import type { ClientCore } from "../call/client-core.ts";
import { optionNames } from "../call/pending-call.ts";
import type { Operation } from "../operation.ts";
import { buildPath } from "../request/build-path.ts";
import { withIdempotencyKey } from "../request/idempotency-key.ts";

/**
 * The contract by path, as openapi-fetch gives it: a call resolves with `{ data, error, response }` and throws for no
 * status; `error` is never absent then. Hosts, token, retries, limits, deadlines, the reading of responses and the errors
 * without a response are the client's own, and calls take its options beside `params` and `body`: `http.GET(path, { params,
 * timeoutMs: 5000 })`. A client that has only some resources knows only their paths.
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
      optionNames,
      send: (operation, request, options) =>
        sendAndCheck(core, operation, withIdempotencyKey(operation, request, options.idempotencyKey), options),
    });
  };
  return new Proxy({} as HttpClient, {
    get(_, method) {
      // It is not a promise and has no primitive value, whoever asks.
      if (method === "then" || typeof method === "symbol") return undefined;
      return async (...args: unknown[]) => {
        loading ??= load().catch((error: unknown) => {
          loading = undefined; // The network may be back for the next call.
          throw error;
        });
        const client = (await loading) as unknown as Record<PropertyKey, (...args: unknown[]) => unknown>;
        return client[method]?.(...args);
      };
    },
  });
}
