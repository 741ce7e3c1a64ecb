import { describe, expect, it } from "vitest";
import { type CompileDeps, compiled } from "../../functions/yearly-report/compile.ts";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import { writeTally } from "../../shared/domain/yearly/tally-text.ts";
import type { Edition, ShownEdition } from "../../shared/store/editions.ts";
import { at } from "../fixtures.ts";
import { aRequestTally, rowsOf } from "./a-year.ts";

/** A year of some requests that nobody has yet given to a unit, so that the city's own files are all there is. */
function aHouse() {
  const files = new Set<string>();
  const editions = new Map<string, Edition>();
  let shown: ShownEdition | undefined;
  let callsLeft = Number.POSITIVE_INFINITY;
  let cases = 3;
  const step = (): void => {
    if (callsLeft === 0) throw new Error("the process ended here");
    callsLeft -= 1;
  };
  const tally = aRequestTally({ counted: null, holder: null });
  const deps: CompileDeps = {
    city: stockholm,
    template: undefined,
    years: {
      pages: async function* (year) {
        if (year !== 2022) return;
        yield rowsOf(Array.from({ length: cases }, () => tally)).map((row) => ({
          ...row,
          tally: writeTally(row.tally),
        }));
      },
      reviews: async () => [],
    },
    editions: {
      shown: async () => shown,
      show: async (_, next) => {
        step();
        shown = next;
      },
      lockOf: async () => undefined,
      lock: async () => false,
      keepFile: async (_, { sha256 }) => {
        step();
        files.add(sha256);
      },
      keepEdition: async (edition) => {
        step();
        editions.set(edition.id, edition);
      },
      edition: async (_, id) => editions.get(id) ?? expect.fail("an edition was named that is not kept"),
      content: async () => expect.fail("nothing is locked"),
    },
    program: "this very program",
    clock: () => at("2023-01-02T04:00:00Z"),
  };
  return {
    compile: () => compiled(2022, deps, async () => undefined),
    /** What a reader sees: an edition whose every file is there, or nothing. */
    read: () => {
      const edition = shown && (editions.get(shown.edition) ?? expect.fail("an edition is shown that is not kept"));
      for (const { name, sha256 } of edition?.files ?? [])
        expect({ name, kept: files.has(sha256) }).toEqual({ name, kept: true });
      return edition?.id;
    },
    breakAfter: (calls: number) => {
      callsLeft = calls;
    },
    addCase: () => {
      cases += 1;
    },
  };
}

describe("a year that is compiled", () => {
  it("shows the year before it, or itself whole, wherever it is broken off", async () => {
    const whole = aHouse();
    const first = await whole.compile();
    expect(first.ok && whole.read()).toBe(first.ok && first.value.id);
    const calls = first.ok ? first.value.files.length + 2 : expect.fail("the year adds up");
    whole.addCase();
    // The last two steps are those that could come in the wrong order; each file before them is like the next.
    for (const made of [0, calls - 2, calls - 1]) {
      whole.breakAfter(made);
      await expect(whole.compile()).rejects.toThrow("the process ended here");
      expect(whole.read()).toBe(first.ok && first.value.id);
    }
    whole.breakAfter(Number.POSITIVE_INFINITY);
    const second = await whole.compile();
    expect(second.ok && second.value.id).not.toBe(first.ok && first.value.id);
    expect(whole.read()).toBe(second.ok && second.value.id);
  });
});
