import { defineConfig } from "tsdown";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    cli: "src/cli/main.ts",
    vitest: "src/testing/vitest.ts",
    playwright: "src/testing/playwright.ts",
  },
  platform: "node",
  target: "node24",
  fixedExtension: false,
  dts: true,
  loader: { ".html": "text" },
});
