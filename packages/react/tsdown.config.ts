import { defineConfig } from "tsdown";

export default defineConfig({
  entry: { index: "src/index.ts" },
  platform: "neutral",
  target: "es2022",
  fixedExtension: false,
  dts: true,
  // One file per module: "use client" stands in the hooks alone, so that a server may use the options.
  unbundle: true,
});
