import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { unusedPermissions, usesIn } from "../uses.ts";
import type { Besides } from "./outcome.ts";

const sabotage = z.object({ caught: z.number(), of: z.number(), notGreen: z.array(z.string()), seconds: z.number() });
const mutation = z.object({
  bar: z.number(),
  scores: z.array(z.object({ room: z.string(), noticed: z.number(), unnoticed: z.number() })),
});

const read = <Shape extends z.ZodType>(file: string, shape: Shape): z.infer<Shape> | undefined => {
  try {
    return shape.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
};

/** The last run of the seeded bugs and of the mutations on this machine, which take hours and are not done again here. */
function caughtBugs(root: string): Besides {
  const bugs = read(join(root, ".local/sabotage.json"), sabotage);
  const mutants = read(join(root, ".local/mutation/scores.json"), mutation);
  const figures = [
    bugs === undefined
      ? "npm run sabotage: not run on this machine"
      : `seeded bugs ${bugs.of}, caught ${bugs.caught}, tests not green without a bug ${bugs.notGreen.length}`,
    ...(mutants === undefined
      ? ["npm run mutate: not run on this machine"]
      : mutants.scores.map(({ room, noticed, unnoticed }) => {
          const share = (100 * noticed) / Math.max(1, noticed + unnoticed);
          return `mutations in ${room}: ${noticed} of ${noticed + unnoticed} noticed (${share.toFixed(1)} %)`;
        })),
  ];
  const isMeasured = mutants?.scores.every(({ noticed, unnoticed }) => noticed + unnoticed > 0) ?? false;
  if (bugs === undefined || mutants === undefined || !isMeasured) return { figures, state: "not-run" };
  const holds =
    bugs.of >= 30 &&
    bugs.caught === bugs.of &&
    bugs.notGreen.length === 0 &&
    mutants.scores.every(({ noticed, unnoticed }) => noticed / Math.max(1, noticed + unnoticed) >= mutants.bar);
  return { figures, state: holds ? "holds" : "missed" };
}

/** Which calls the functions made in all the houses of this run, held against what they may do. */
function permissions(uses: string, isWhole: boolean): Besides {
  const seen = usesIn(uses);
  const unused = unusedPermissions(uses);
  const figures = [
    `different calls seen ${seen.allowed.size}, refused ${seen.denied.size}, permissions that nothing used ${unused.length}`,
    ...[...seen.denied].map((call) => `refused: ${call}`),
    ...unused.map((row) => `unused: ${row}`),
  ];
  if (seen.denied.size > 0) return { figures, state: "missed" };
  return { figures, state: unused.length === 0 ? "holds" : isWhole ? "missed" : "not-run" };
}

/** Figures that stand beside the tests' own, by line. */
export const keptFigures = (root: string, uses: string, isWhole: boolean): Readonly<Record<string, Besides>> => ({
  R11: caughtBugs(root),
  S8: permissions(uses, isWhole),
});
