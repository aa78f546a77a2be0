import { defineConfig } from "tsdown";
import { parsedJson } from "./bundle/parsed-json.ts";
import { prismParts } from "./bundle/prism-parts.ts";
import { thirdPartyNotices } from "./bundle/third-party-notices.ts";

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
  // Every package is bundled, so that no dependency can bring an install script. Types of theirs are not ours to publish.
  deps: { onlyBundle: false, dts: { neverBundle: [/^[^./]/] } },
  plugins: [parsedJson(), prismParts(), thirdPartyNotices()],
  loader: { ".html": "text" },
});
