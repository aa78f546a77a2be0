import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "mock",
    // The machine may be busy with other projects, and a scenario has 100,000 cards.
    testTimeout: 30_000,
    include: ["test/**/*.test.ts", "examples/**/*.test.ts"],
    typecheck: { enabled: true, include: ["test/**/*.test-d.ts"], tsconfig: "./test/tsconfig.json" },
  },
});
