import { defineConfig } from "vitest/config";

/** The tests of one room, as `run.ts` names them: none of them needs an engine, a browser or a build. */
export default defineConfig({
  test: { testTimeout: 120_000, include: JSON.parse(process.env.INTAG_TESTS_OF_ROOM ?? "[]") },
});
