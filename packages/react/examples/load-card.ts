import { QueryClient } from "@tanstack/react-query";
import type { WiseClient } from "@wisekit/client";
import { attachClient, cardQueries, permissionQueries } from "@wisekit/react";

/** Fills a cache ahead of rendering, in a loader or on a server: one QueryClient for each request. */
export async function loadCard(wise: WiseClient, profileId: number, cardToken: string): Promise<QueryClient> {
  const queryClient = new QueryClient();
  attachClient(queryClient, wise);
  await Promise.all([
    queryClient.ensureQueryData(cardQueries.get({ profileId, cardToken })),
    queryClient.ensureQueryData(permissionQueries.list({ profileId, cardToken })),
  ]);
  return queryClient;
}
