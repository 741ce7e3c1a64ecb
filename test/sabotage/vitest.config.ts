import { defineConfig } from "vitest/config";

/** For tests that do not run the whole house: nothing is built before them. */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: { testTimeout: 120_000, include: ["test/**/*.test.ts"] },
});
