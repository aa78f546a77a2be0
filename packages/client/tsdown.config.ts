import { globSync } from "node:fs";
import { basename } from "node:path";
import { defineConfig } from "tsdown";
import manifest from "./package.json" with { type: "json" };

export default defineConfig({
  entry: {
    index: "src/index.ts",
    resources: "src/generated/operations.gen.ts",
    proxy: "src/proxy/index.ts",
    validate: "src/validate.ts",
    otel: "src/observe/open-telemetry.ts",
    node: "src/adapters/node.ts",
    redis: "src/redis/index.ts",
    testing: "src/testing/test-token-store.ts",
    internal: "src/internal.ts",
    ...versionEntries(),
  },
  platform: "neutral",
  target: "es2022",
  fixedExtension: false,
  dts: true,
  define: { __VERSION__: JSON.stringify(manifest.version) },
  outputOptions: {
    // What the entries share is one file, since Node takes a millisecond for each. Bundlers drop what an app does not use.
    advancedChunks: { groups: [{ name: "client", test: isShared }] },
  },
});

/** What only one entry has, or what is loaded when it is needed. */
const ownPaths = [
  "proxy/",
  "generated/proxy-facts.gen.ts",
  "validate.ts",
  "request/write-json.ts",
  "response/check-response.ts",
  "response/large-integers.ts",
  "response/parse-json.ts",
  "generated/response-schemas.gen.ts",
  "generated/versions/",
  "observe/open-telemetry.ts",
  "adapters/node.ts",
  "adapters/undici-fetch.ts",
  "adapters/mutual-tls.ts",
  "redis/",
  "testing/",
  "adapters/openapi-fetch.ts",
];

function isShared(module: string): boolean {
  const [, path] = module.split("/packages/client/src/");
  return path !== undefined && !path.endsWith(".d.ts") && !ownPaths.some((own) => path.startsWith(own));
}

/** The resources of each dated version of the API: `@wisekit/client/2026Q3` is `dist/2026q3.js`. */
function versionEntries(): Record<string, string> {
  const exported = Object.keys(manifest.exports).map((name) => name.slice("./".length).toLowerCase());
  const files = globSync("src/generated/versions/*.gen.ts", { cwd: import.meta.dirname });
  return Object.fromEntries(
    files.map((file) => {
      const version = basename(file, ".gen.ts");
      if (!exported.includes(version)) throw new Error(`package.json does not export the API version ${version}`);
      return [version, file];
    }),
  );
}
