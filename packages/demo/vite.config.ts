import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "dist",
    // Scripts and styles come from files of this origin alone: the page's policy allows nothing else.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
