import { defineConfig } from "tsdown";
import manifest from "./package.json" with { type: "json" };

export default defineConfig({
  entry: { index: "src/index.ts", proxy: "src/proxy.ts" },
  platform: "neutral",
  target: "es2022",
  fixedExtension: false,
  dts: true,
  define: { __VERSION__: JSON.stringify(manifest.version) },
});
