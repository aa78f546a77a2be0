import { QueryClientProvider } from "@tanstack/react-query";
import { WiseProvider } from "@wisekit/react";
import { type ReactNode, StrictMode } from "react";
import type { FakeWise } from "./fake-wise.ts";

/** The providers for `renderHook` and `render`, in StrictMode, so that every effect runs twice. */
export function providersOf({ client, queryClient }: FakeWise): (props: { children: ReactNode }) => ReactNode {
  return ({ children }) => (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <WiseProvider client={client}>{children}</WiseProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}
