import { defineConfig } from "vitest/config";

// One run over every package: each project has its own vitest.config.ts beside its package.json.
export default defineConfig({
  // All cores work: by default one is left to whoever watches.
  test: { projects: ["packages/*", "scripts"], maxWorkers: "100%" },
});
