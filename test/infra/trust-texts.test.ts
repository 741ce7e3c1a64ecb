import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const folder = new URL("infra/trust/", root);
const texts = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .map((name) => [name, readFileSync(new URL(name, folder), "utf8")] as const);
const named = (text: string): readonly string[] => [...text.matchAll(/`(test\/[^`]+)`/g)].map(([, file = ""]) => file);

describe("What is said about trust", () => {
  it("is what can go wrong, a threat model and an analysis under article 35", () => {
    expect(texts.map(([name]) => name).toSorted()).toEqual(["felbild.md", "hotbild.md", "konsekvensbedomning.md"]);
  });

  it.each(texts)("in %s names tests that exist", (_, text) => {
    expect(named(text).length).toBeGreaterThan(5);
    expect(named(text).filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
  });

  it.each(texts)("in %s rests, claim by claim, on a test in the last column where the table has one", (_, text) => {
    const tables = text.split("\n\n").filter((part) => /^\|.*\| test \|$/m.test(part));
    expect(tables.length).toBeGreaterThan(0);
    for (const row of tables.flatMap((table) =>
      table
        .trim()
        .split("\n")
        .filter((line) => line.startsWith("|"))
        .slice(2),
    ))
      expect(row).toMatch(/`test\/[^`]+` \|$/);
  });
});
