"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { RegisteredClient } from "@wisekit/client";
import type { ReactNode } from "react";
import { attachClient, clientOf } from "./attached-client.ts";
import type { AnyWiseClient } from "./registered-client.ts";

/** Properties of `WiseProvider`. */
export interface WiseProviderProps {
  /** The client that calls Wise, or a back end of yours that does. One for the life of the `QueryClient`. */
  readonly client: AnyWiseClient;
  readonly children?: ReactNode;
}

/**
 * Gives the components below their Wise client. It stands inside a `QueryClientProvider`, whose `QueryClient` it
 * attaches the client to.
 *
 * @throws TypeError if that `QueryClient` has another Wise client already; see `attachClient`.
 */
export function WiseProvider({ client, children }: WiseProviderProps): ReactNode {
  // While rendering, since a child may already ask for data then; attaching the same client again does nothing.
  attachClient(useQueryClient(), client);
  return children;
}

/**
 * The Wise client of the components above, of the type that the app has registered (`Register` of `@wisekit/client`).
 *
 * @throws TypeError if there is neither a `WiseProvider` above nor an attached client.
 */
export function useWise(): RegisteredClient {
  return clientOf(useQueryClient()) as RegisteredClient;
}
