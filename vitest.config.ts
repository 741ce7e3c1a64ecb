import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    globalSetup: ["test/assembly-setup.ts"],
    // Two cores: a few files at a time keeps the engines and the browser from starving each other.
    maxWorkers: 2,
    // Each file has a house of its own, which nothing else reaches; loading everything anew for each took a third of the time.
    isolate: false,
    // Generous, since a busy machine is no fault of the code. The long form of one proof may take most of an hour.
    testTimeout: process.env.INTAG_PROOF === "full" ? 3_600_000 : 400_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
