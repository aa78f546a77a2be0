import { defineConfig } from "vitest/config";

export default defineConfig({
  // These tests start compilers, bundlers and servers, on machines that may be busy.
  test: { name: "scripts", include: ["test/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
});
