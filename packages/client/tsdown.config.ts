import { defineConfig } from "tsdown";
import manifest from "./package.json" with { type: "json" };

export default defineConfig({
  entry: {
    index: "src/index.ts",
    proxy: "src/proxy.ts",
    validate: "src/validate.ts",
    otel: "src/otel.ts",
    node: "src/node.ts",
  },
  platform: "neutral",
  target: "es2022",
  fixedExtension: false,
  dts: true,
  define: { __VERSION__: JSON.stringify(manifest.version) },
});
