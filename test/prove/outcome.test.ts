import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { groups } from "./lines.ts";
import { outcomesOf } from "./outcome.ts";
import { pageOf, type Run } from "./page.ts";
import type { Told } from "./told.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const lines = groups.flatMap((group) => group.lines);
const file = "test/proof/together.test.ts";
const onlyR3 = ({ id }: { readonly id: string }) => (id === "R3" ? [file] : []);
const told = (states: readonly ("passed" | "failed" | "skipped")[], figure = "keys: 1000"): Told => ({
  tests: states.map((state, number) => ({ file, name: `test ${number}`, state, seconds: 2 })),
  figures: new Map([[file, [figure]]]),
  broken: [],
});
const r3 = (of: Told, besides = {}) => outcomesOf(of, onlyR3, besides).find(({ id }) => id === "R3");

describe("The proof's page", () => {
  it("has a line for each of the promises, with a name of its own, tests that exist, and what they do not show", () => {
    const ids = lines.map(({ id }) => id);
    expect(ids).toEqual([
      ...Array.from({ length: 11 }, (_, at) => `R${at + 1}`),
      ...Array.from({ length: 13 }, (_, at) => `S${at + 1}`),
      ...Array.from({ length: 6 }, (_, at) => `U${at + 1}`),
    ]);
    for (const { id, heldBy, notShown } of lines) {
      expect(globSync([...heldBy], { cwd: root }), id).not.toEqual([]);
      expect(notShown, id).toMatch(/^[A-ZÅÄÖa].{10,}\.$/);
    }
  });

  it("says that a promise holds only when all of its tests passed", () => {
    expect(r3(told(["passed", "passed"]))).toMatchObject({
      state: "holds",
      tests: 2,
      seconds: 4,
      figures: ["keys: 1000"],
    });
    expect(r3(told(["passed", "failed"]))).toMatchObject({ state: "missed", failed: [`${file}: test 1`] });
    expect(r3(told(["passed", "skipped"]))?.state).toBe("not-run");
    expect(r3(told([]))?.state).toBe("not-run");
  });

  it("says that it does not when a figure beside the tests misses its bar, or is not there", () => {
    const beside = (state: "missed" | "not-run") => ({ R3: { figures: ["x"], state } });
    expect(r3(told(["passed"]), beside("missed"))?.state).toBe("missed");
    expect(r3(told(["passed"]), beside("not-run"))).toMatchObject({ state: "not-run", figures: ["keys: 1000", "x"] });
    expect(r3(told(["failed"]), beside("not-run"))?.state).toBe("missed");
  });

  it("shows what a test printed as text, whatever it is", () => {
    const run: Run = {
      at: "2027-01-01T10:00:00.000Z",
      commit: "abc",
      form: "fast",
      seed: 7,
      node: "24",
      cores: 2,
      minutes: 3,
    };
    const html = pageOf(run, outcomesOf(told(["passed"], "<script>alert(1)</script>"), onlyR3, {}), "p{}");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).not.toContain("<script");
    expect(html).toContain("1 av 30 löften håller. 0 håller inte, 29 är inte prövade");
    expect(html).toContain("INTAG_SEED=7");
  });
});
