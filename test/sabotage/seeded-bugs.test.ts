import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { whyNotApplicable } from "./bug.ts";
import { seededBugs } from "./seeded-bugs.ts";

const textOf = (file: string): string => {
  const place = new URL(`../../${file}`, import.meta.url);
  return existsSync(place) ? readFileSync(place, "utf8") : "";
};

it("every seeded bug can still be put in, and the test that catches it is there", () => {
  const gone = seededBugs.flatMap((bug) => {
    const why = whyNotApplicable(bug, textOf(bug.file), textOf(bug.caughtBy.file));
    return why === undefined ? [] : [`${bug.name}: ${why}`];
  });
  expect(gone).toEqual([]);
  expect(new Set(seededBugs.map(({ name }) => name)).size).toBe(seededBugs.length);
  expect(seededBugs.length).toBeGreaterThanOrEqual(40);
});

it("a bug that no longer applies is told from one that does", () => {
  const bug = { name: "a", file: "b", edits: [{ find: "x", replace: "y" }], caughtBy: { file: "c", test: "d" } };
  expect(whyNotApplicable(bug, "an x", "d e")).toBeUndefined();
  expect(whyNotApplicable(bug, "x and x", "d e")).toContain("2 times");
  expect(whyNotApplicable(bug, "none", "d e")).toContain("0 times");
  expect(whyNotApplicable(bug, "an x", "e")).toContain("no test");
});
