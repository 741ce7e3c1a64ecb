/**
 * `npm run sabotage [-- rooms, or words of names]`: puts each seeded bug, one at a time, into a copy of this folder and demands that
 * the named test notices it. First all the named tests must be green without any bug. Ends with 1 when one is missed.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import * as z from "zod";
import { type Bug, whyNotApplicable, withBug } from "./bug.ts";
import { bugsByRoom, seededBugs } from "./seeded-bugs.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** One bug's test, and all of them without a bug. */
const longestMs = 300_000;
const longestOfAllMs = 1_200_000;

const report = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
      message: z.string(),
    }),
  ),
});

/** A copy of what is in this folder now, the packages linked. */
function copied(): string {
  const copy = mkdtempSync(join(tmpdir(), "intag-sabotage-"));
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  for (const file of listed
    .toString()
    .split("\0")
    .filter((name) => name !== "" && name !== "node_modules"))
    cpSync(join(root, file), join(copy, file), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

interface Told {
  readonly red: readonly string[];
  readonly green: readonly string[];
  /** What broke outside of any test. */
  readonly broken: string;
}

/** Whether a test, or anything it imports, asks for what would be deployed, which must be built first. */
const needsBuild = (file: string): boolean =>
  buildSync({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    write: false,
    packages: "external",
    platform: "node",
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "silent",
  }).outputFiles.some(({ text }) => text.includes('inject("assembly")'));

/** Runs the tests of these files whose names hold one of these words. */
function tested(copy: string, files: readonly string[], words: readonly string[], timeout = longestMs): Told {
  const answer = join(copy, "told.json");
  rmSync(answer, { force: true });
  const names = words.map((word) => escaped(word)).join("|");
  // The same Node, in a process group of its own, so that nothing it starts is left when it takes too long.
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      ...[join(root, "node_modules/vitest/vitest.mjs"), "run", ...files, "-t", names],
      ...(files.some(needsBuild) ? [] : ["--config=test/sabotage/vitest.config.ts", "--root=."]),
      ...["--reporter=json", `--outputFile=${answer}`],
    ],
    { cwd: copy, timeout, killSignal: "SIGTERM", stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" },
  );
  let told: z.infer<typeof report>;
  try {
    told = report.parse(JSON.parse(readFileSync(answer, "utf8")));
  } catch {
    return { red: [], green: [], broken: `no answer (${status}): ${stderr.trim().split("\n").slice(-3).join(" ")}` };
  }
  const all = told.testResults.flatMap(({ assertionResults }) => assertionResults);
  const named = (wanted: string) =>
    all
      .filter(({ status, fullName }) => status === wanted && words.some((word) => fullName.includes(word)))
      .map(({ fullName }) => fullName);
  return {
    red: named("failed"),
    green: named("passed"),
    broken: told.testResults
      .map(({ message }) => message)
      .join(" ")
      .trim(),
  };
}

interface Outcome {
  readonly name: string;
  readonly file: string;
  readonly caughtBy: Bug["caughtBy"];
  readonly isCaught: boolean;
  readonly why: string;
  readonly seconds: number;
}

function tried(bug: Bug, copy: string): Outcome {
  const began = Date.now();
  const { name, file, caughtBy } = bug;
  const source = readFileSync(join(copy, file), "utf8");
  const whyNot = whyNotApplicable(bug, source, readFileSync(join(copy, caughtBy.file), "utf8"));
  const end = (isCaught: boolean, why: string): Outcome => ({
    ...{ name, file, caughtBy, isCaught, why },
    seconds: Math.round((Date.now() - began) / 1_000),
  });
  if (whyNot !== undefined) return end(false, whyNot);
  try {
    writeFileSync(join(copy, file), withBug(source, bug));
    const { red, green, broken } = tested(copy, [caughtBy.file], [caughtBy.test]);
    if (red.length > 0) return end(true, `red: ${red.length}`);
    return end(false, green.length > 0 ? "stayed green" : broken || "did not run");
  } finally {
    writeFileSync(join(copy, file), source);
  }
}

const wanted = process.argv.slice(2);
const bugs = seededBugs.filter(
  (bug) =>
    wanted.length === 0 ||
    wanted.some((words) => bugsByRoom[words]?.includes(bug) === true || bug.name.includes(words)),
);
const copy = copied();
process.once("exit", () => rmSync(copy, { recursive: true, force: true }));
const began = Date.now();

const sound = tested(
  copy,
  [...new Set(bugs.map(({ caughtBy }) => caughtBy.file))],
  [...new Set(bugs.map(({ caughtBy }) => caughtBy.test))],
  longestOfAllMs,
);
const notGreen = bugs.filter(
  ({ caughtBy }) =>
    sound.red.some((name) => name.includes(caughtBy.test)) || !sound.green.some((name) => name.includes(caughtBy.test)),
);
for (const { caughtBy } of notGreen)
  console.log(`not green without a bug: ${caughtBy.file}: ${caughtBy.test} ${sound.broken}`);
console.log(
  `without a bug: ${sound.green.length} green, ${sound.red.length} red, ${Math.round((Date.now() - began) / 1_000)} s`,
);

const outcomes: Outcome[] = [];
for (const bug of bugs) {
  const outcome = tried(bug, copy);
  outcomes.push(outcome);
  console.log(`${outcome.isCaught ? "caught" : "MISSED"} ${String(outcome.seconds).padStart(3)} s  ${bug.name}`);
  if (!outcome.isCaught) console.log(`       ${outcome.why} (${bug.caughtBy.file}: ${bug.caughtBy.test})`);
}

const caught = outcomes.filter(({ isCaught }) => isCaught).length;
const seconds = Math.round((Date.now() - began) / 1_000);
console.log(`${caught} of ${bugs.length} seeded bugs caught, each by its named test, in ${seconds} s`);
mkdirSync(join(root, ".local"), { recursive: true });
const kept = `.local/sabotage${wanted.length === 0 ? "" : `-${wanted.join("-").replaceAll(/\W+/g, "-").slice(0, 60)}`}.json`;
const told = { caught, of: bugs.length, notGreen: notGreen.map(({ name }) => name), seconds, outcomes };
writeFileSync(join(root, kept), JSON.stringify(told, null, 2));
process.exitCode = bugs.length > 0 && caught === bugs.length && notGreen.length === 0 ? 0 : 1;
