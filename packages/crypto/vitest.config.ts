import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "crypto",
    include: ["test/**/*.test.ts"],
    // RSA keys, browsers and a thousand processes take their time on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 600_000,
    typecheck: { enabled: true, include: ["test/**/*.test-d.ts"], tsconfig: "./test/tsconfig.json" },
  },
});
