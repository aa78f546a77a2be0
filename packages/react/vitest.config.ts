import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "react",
    include: ["test/**/*.test.{ts,tsx}"],
    typecheck: { enabled: true, include: ["test/**/*.test-d.ts"], tsconfig: "./test/tsconfig.json" },
  },
});
