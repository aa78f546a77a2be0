import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/controls.css";
import "./styles/card-list.css";
import "./styles/card-face.css";
import "./styles/card-page.css";
import "./styles/dialog.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { WiseProvider } from "@wisekit/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { AnnouncerProvider } from "./ui/announcer.tsx";
import { wise } from "./wise.ts";

const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 10_000 } } });
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <WiseProvider client={wise}>
        <AnnouncerProvider>
          <App />
        </AnnouncerProvider>
      </WiseProvider>
    </QueryClientProvider>
  </StrictMode>,
);
