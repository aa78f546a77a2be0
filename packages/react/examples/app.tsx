import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createClient } from "@wisekit/client";
import { WiseProvider } from "@wisekit/react";
import type { ReactNode } from "react";
import { CardList } from "./card-list.tsx";

// A back end of yours holds the token; the browser's client has none.
const wise = createClient({ baseUrl: "/api" });
const queryClient = new QueryClient();

export function App(): ReactNode {
  return (
    <QueryClientProvider client={queryClient}>
      <WiseProvider client={wise}>
        <CardList profileId={123456} />
      </WiseProvider>
    </QueryClientProvider>
  );
}
