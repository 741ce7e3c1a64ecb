import { groups, type Line } from "./lines.ts";
import type { Told } from "./told.ts";

/** A promise with what came of it. */
export interface Outcome {
  readonly id: string;
  readonly group: string;
  readonly what: string;
  readonly notShown: string;
  /** `not-run` where no test of it was run or the figure is not there; that is no success. */
  readonly state: "holds" | "missed" | "not-run";
  readonly figures: readonly string[];
  readonly tests: number;
  readonly failed: readonly string[];
  readonly seconds: number;
  readonly files: readonly string[];
}

/** What is said of a line besides what its tests say: more figures, and whether they reach the bar. */
export interface Besides {
  readonly figures: readonly string[];
  readonly state: Outcome["state"];
}

/** Each line's outcome: it holds when all of its tests passed, none was left out, and what stands beside them holds. */
export function outcomesOf(
  told: Told,
  filesOf: (line: Line) => readonly string[],
  besides: Readonly<Record<string, Besides>>,
): readonly Outcome[] {
  return groups.flatMap(({ title, lines }) =>
    lines.map((line): Outcome => {
      const files = filesOf(line);
      const tests = told.tests.filter(({ file }) => files.includes(file));
      const failed = tests
        .filter(({ state }) => state === "failed")
        .map(({ file, name, why = "" }) => [file, name, why].filter(Boolean).join(": "));
      const passed = tests.filter(({ state }) => state === "passed").length;
      const isWhole =
        passed > 0 && passed === tests.length && files.every((file) => tests.some((test) => test.file === file));
      const more = besides[line.id] ?? { figures: [], state: "holds" };
      const state = failed.length > 0 || more.state === "missed" ? "missed" : isWhole ? more.state : "not-run";
      return {
        id: line.id,
        group: title,
        what: line.what,
        notShown: line.notShown,
        state,
        figures: [...files.flatMap((file) => told.figures.get(file) ?? []), ...more.figures],
        tests: tests.length,
        failed,
        seconds: Math.round(tests.reduce((sum, { seconds }) => sum + seconds, 0)),
        files,
      };
    }),
  );
}
