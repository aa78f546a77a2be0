import type { QueryClient } from "@tanstack/react-query";
import type { AnyWiseClient } from "./registered-client.ts";

const attached = new WeakMap<QueryClient, AnyWiseClient>();

/**
 * Names the Wise client that the queries and mutations of a `QueryClient` call. A cache holds the data of one user, so
 * a `QueryClient` has one Wise client for life, and query keys need not say whose data they are. Make a new
 * `QueryClient` for another user.
 *
 * `WiseProvider` does this in a tree of components; call it yourself in loaders, on a server and in tests.
 *
 * @throws TypeError if another client is attached already.
 */
export function attachClient(queryClient: QueryClient, client: AnyWiseClient): void {
  const present = attached.get(queryClient);
  if (present !== undefined && present !== client) {
    throw new TypeError("attachClient(): this QueryClient has another Wise client; make a QueryClient for each user");
  }
  attached.set(queryClient, client);
}

/**
 * The Wise client of a `QueryClient`.
 *
 * @throws TypeError if none is attached.
 */
export function clientOf(queryClient: QueryClient): AnyWiseClient {
  const client = attached.get(queryClient);
  if (client === undefined) {
    throw new TypeError("QueryClient has no Wise client; render a WiseProvider above or call attachClient()");
  }
  return client;
}
