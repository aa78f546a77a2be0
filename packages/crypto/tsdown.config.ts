import { defineConfig } from "tsdown";

export default defineConfig({
  entry: { index: "src/index.ts" },
  platform: "neutral",
  target: "es2022",
  fixedExtension: false,
  dts: true,
  // `Disposable` is in no lib that a consumer can be expected to name.
  banner: { dts: '/// <reference lib="esnext.disposable" />' },
});
