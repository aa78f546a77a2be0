import { globSync } from "node:fs";
import { basename } from "node:path";
import { defineConfig } from "tsdown";
import manifest from "./package.json" with { type: "json" };

const versions = globSync("src/generated/versions/*.gen.ts", { cwd: import.meta.dirname });

export default defineConfig({
  entry: {
    index: "src/index.ts",
    resources: "src/generated/operations.gen.ts",
    proxy: "src/proxy/create-proxy.ts",
    validate: "src/validate.ts",
    otel: "src/observe/open-telemetry.ts",
    node: "src/adapters/node.ts",
    internal: "src/internal.ts",
    // A dated version of the API, such as `@wisekit/client/2026Q3`.
    ...Object.fromEntries(versions.map((file) => [basename(file, ".gen.ts"), file])),
  },
  platform: "neutral",
  target: "es2022",
  fixedExtension: false,
  dts: true,
  define: { __VERSION__: JSON.stringify(manifest.version) },
});
