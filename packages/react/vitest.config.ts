import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "react",
    include: ["test/**/*.test.{ts,tsx}"],
    testTimeout: 20_000,
    expect: { poll: { timeout: 5_000 } },
    typecheck: { enabled: true, include: ["test/**/*.test-d.ts"], tsconfig: "./test/tsconfig.json" },
  },
});
