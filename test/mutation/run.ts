/**
 * `npm run mutate [-- room or file …]`: changes the code in one small way at a time and runs the tests that run that code.
 * A change that no test notices is printed. Each room keeps what it found in `.local/mutation/`, so that one file can be
 * done again by itself; the score is that of everything found so far.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";
import { type Room, rooms } from "./rooms.ts";

/** The share of changes that must be noticed, in each room. */
const bar = 0.9;
const root = fileURLToPath(new URL("../..", import.meta.url));
const kept = ".local/mutation";

interface Score {
  readonly room: string;
  readonly noticed: number;
  /** Of those: how many by running without end. On a busy machine some of these may only have been slow. */
  readonly endless: number;
  readonly unnoticed: number;
  readonly ignored: number;
}
type Found = Readonly<Record<string, Omit<Score, "room">>>;

const keptIn = (room: string): string => join(root, kept, `${room}.json`);
const foundIn = (room: string): Found => {
  try {
    return JSON.parse(readFileSync(keptIn(room), "utf8"));
  } catch {
    return {};
  }
};

async function mutate({ name, tests, not = [] }: Room, files: readonly string[]): Promise<void> {
  // Not by `testFiles`: with that, what is decided while a file is loaded is never changed, and seems not to be noticed.
  process.env.INTAG_TESTS_OF_ROOM = JSON.stringify(tests);
  const results = await new Stryker({
    mutate: [...files],
    testRunner: "vitest",
    vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
    plugins: ["@stryker-mutator/vitest-runner", "./test/mutation/texts.ts"],
    ignorers: ["texts"],
    mutator: { excludedMutations: [...not] },
    coverageAnalysis: "perTest",
    concurrency: 2,
    timeoutMS: 20_000,
    // TypeScript 7 has no interface for programs; the mutants are run, not type-checked.
    tsconfigFile: "none.json",
    tempDirName: ".local/mutants",
    ignorePatterns: [".local", "dist", "cdk.out"],
    reporters: ["clear-text", "progress-append-only"],
    clearTextReporter: {
      allowColor: false,
      allowEmojis: false,
      logTests: false,
      reportTests: false,
      reportScoreTable: false,
    },
    allowConsoleColors: false,
    allowEmpty: true,
  }).runMutationTest();
  const counts = files.map((file) => {
    const of = results.filter(({ fileName }) => fileName === join(root, file)).map(({ status }) => status);
    const count = (...statuses: readonly string[]) => of.filter((status) => statuses.includes(status)).length;
    return [
      file,
      {
        noticed: count("Killed", "Timeout"),
        endless: count("Timeout"),
        unnoticed: count("Survived", "NoCoverage"),
        ignored: count("Ignored", "CompileError", "RuntimeError"),
      },
    ] as const;
  });
  mkdirSync(join(root, kept), { recursive: true });
  writeFileSync(keptIn(name), JSON.stringify({ ...foundIn(name), ...Object.fromEntries(counts) }, null, 2));
}

const add = (room: string, counts: readonly Omit<Score, "room">[]): Score => ({
  room,
  noticed: counts.reduce((sum, { noticed }) => sum + noticed, 0),
  endless: counts.reduce((sum, { endless = 0 }) => sum + endless, 0),
  unnoticed: counts.reduce((sum, { unnoticed }) => sum + unnoticed, 0),
  ignored: counts.reduce((sum, { ignored }) => sum + ignored, 0),
});
const share = ({ noticed, unnoticed }: Score): number => noticed / Math.max(1, noticed + unnoticed);

const asked = process.argv.slice(2);
for (const room of rooms) {
  const files = globSync(room.files, { cwd: root }).sort();
  const wanted = asked.length === 0 || asked.includes(room.name) ? files : files.filter((file) => asked.includes(file));
  if (wanted.length > 0) await mutate(room, wanted);
}

const scores = rooms.map(({ name, files }) => {
  const there = new Set(globSync(files, { cwd: root }));
  const found = Object.entries(foundIn(name)).filter(([file]) => there.has(file));
  for (const [file, counts] of found) console.log(`${file}: ${counts.noticed} of ${counts.noticed + counts.unnoticed}`);
  return add(
    name,
    found.map(([, counts]) => counts),
  );
});
const all = [...scores, add("all", scores)];
for (const score of all)
  console.log(
    `${score.room.padEnd(10)} ${(100 * share(score)).toFixed(1).padStart(5)} %  noticed ${score.noticed} of ${score.noticed + score.unnoticed} (${score.endless} by running without end), left out ${score.ignored}`,
  );
writeFileSync(join(root, kept, "scores.json"), JSON.stringify({ bar, scores: all }, null, 2));
process.exitCode = all.every((score) => score.noticed + score.unnoticed === 0 || share(score) >= bar) ? 0 : 1;
