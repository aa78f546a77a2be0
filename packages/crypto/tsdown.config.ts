import { defineConfig } from "tsdown";

const common = {
  platform: "neutral",
  target: "es2022",
  fixedExtension: false,
  dts: true,
  // `Disposable` is in no lib that a consumer can be expected to name.
  banner: { dts: '/// <reference lib="esnext.disposable" />' },
} as const;

export default defineConfig([
  {
    ...common,
    entry: {
      index: "src/index.ts",
      "dom/index": "src/dom/index.ts",
      "frame/index": "src/frame/index.ts",
      "frame-page/index": "src/frame-page/index.ts",
    },
  },
  // The script of the isolated page is served as one file, without a bundler: it brings all that it needs.
  {
    ...common,
    entry: { "frame-page-script": "src/frame-page/script.ts" },
    minify: true,
    clean: false,
    deps: { alwaysBundle: [/^jose\//] },
  },
]);
