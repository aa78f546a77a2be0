import { QueryClientProvider } from "@tanstack/react-query";
import { configure } from "@testing-library/react";
import { WiseProvider } from "@wisekit/react";
import { type ReactNode, StrictMode } from "react";
import type { FakeWise } from "./create-fake-wise.ts";

// A busy machine may take its time.
configure({ asyncUtilTimeout: 5_000 });

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
