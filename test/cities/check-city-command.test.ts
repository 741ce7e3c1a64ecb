import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const run = (...words: readonly string[]) =>
  new Promise<{ readonly code: number; readonly said: string }>((done) => {
    const program = fileURLToPath(new URL("../../infra/check-city.ts", import.meta.url));
    execFile(process.execPath, [program, ...words], { timeout: 60_000 }, (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), said: `${out}${err}` }),
    );
  });

describe("the command that checks a city", () => {
  it("says that a city holds together, and what is left to fill in", async () => {
    const { code, said } = await run("goteborg");
    expect(code).toBe(0);
    expect(said).toMatch(/^Göteborgs Stad holds together/);
    expect(said).toContain("Still for the city to fill in:");
  });

  it.each([
    ["there is none by the name", ["atlantis"], /^There is no city atlantis: the cities are stockholm, goteborg\./],
    [
      "nobody has named it",
      ["sweden"],
      /^The folder shared\/cities\/sweden is there, but shared\/cities\/cities\.ts does not name it/,
    ],
    ["none was asked for", [], /^Say which city: npm run check-city -- stockholm/],
  ])("says in one sentence when %s", async (_, words, sentence) => {
    const { code, said } = await run(...words);
    expect(code).toBe(1);
    expect(said).toMatch(sentence);
  });
});
