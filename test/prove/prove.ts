/**
 * `npm run prove`: runs the tests behind every promise of the service, in their full form unless `-- --fast` is given, and
 * writes what came of them to `.local/proof/proof.html` and `proof.json`. Words after it choose lines (`-- --fast S7 S8`).
 * What is run in the full form is kept in `infra/trust/proof.json`, which the README quotes (`npm run readme`).
 * Exit code 1 when one does not hold, or was not shown.
 */
import { execFileSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startVitest } from "vitest/node";
import { staticFiles } from "../../infra/bundle/static-files.ts";
import type { KeptPromise } from "../../infra/readme/sections.ts";
import { keptFigures } from "./kept-figures.ts";
import { groups, type Line } from "./lines.ts";
import { outcomesOf } from "./outcome.ts";
import { pageOf } from "./page.ts";
import { listener } from "./told.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const words = process.argv.slice(2);
const form = words.includes("--fast") ? "fast" : "full";
const wanted = words.filter((word) => !word.startsWith("--"));
const lines = groups.flatMap((group) => group.lines).filter(({ id }) => wanted.length === 0 || wanted.includes(id));
if (lines.length === 0) {
  console.error(
    `Det finns inget löfte ${wanted.join(" ")}. Löftena är ${groups.flatMap((group) => group.lines.map(({ id }) => id)).join(", ")}.`,
  );
  process.exit(1);
}
const filesOf = ({ heldBy }: Line): readonly string[] => globSync([...heldBy], { cwd: root }).sort();
const files = [...new Set(lines.flatMap(filesOf))].sort();

const seed = Number(process.env.INTAG_SEED ?? Math.floor(Math.random() * 2 ** 31));
const uses = mkdtempSync(join(tmpdir(), "intag-uses-"));
Object.assign(process.env, {
  INTAG_SEED: String(seed),
  INTAG_USES: uses,
  ...(form === "full" ? { INTAG_PROOF: "full" } : {}),
});

const began = new Date();
const { reporter, told } = listener(root);
console.log(`${lines.length} löften, ${files.length} filer med test, slumpfrö ${seed}`);
const vitest = await startVitest(files, { root, run: true, watch: false, reporters: [reporter] });
const heard = told();
const besides = keptFigures(root, uses, wanted.length === 0);
await vitest.close();
rmSync(uses, { recursive: true, force: true });

const outcomes = outcomesOf(heard, filesOf, besides).filter(({ id }) => lines.some((line) => line.id === id));
const folder = join(root, ".local", "proof");
mkdirSync(folder, { recursive: true });
const css = [...(await staticFiles(root)).files].find(([name]) => name.endsWith(".css"));
const run = {
  at: began.toISOString(),
  commit: commit(),
  form,
  seed,
  node: process.versions.node,
  cores: cpus().length,
  minutes: Math.max(1, Math.round((Date.now() - began.getTime()) / 60_000)),
} as const;
writeFileSync(join(folder, "proof.json"), JSON.stringify({ run, outcomes, broken: heard.broken }, null, 2));
writeFileSync(join(folder, "proof.html"), pageOf(run, outcomes, Buffer.from(css?.[1] ?? "").toString()));
if (form === "full") keep();
const holds = outcomes.filter(({ state }) => state === "holds").length;
for (const { id, state, figures, failed } of outcomes)
  if (state !== "holds") console.log(`${id}: ${state}. ${[...failed, ...figures].join("; ")}`);
for (const message of heard.broken) console.log(`utanför testen: ${message}`);
console.log(`${holds} av ${outcomes.length} löften håller. Sidan: ${join(folder, "proof.html")}`);
process.exit(holds === outcomes.length && heard.broken.length === 0 ? 0 : 1);

/** Puts what was tried in the place of what was known of those promises before. */
function keep(): void {
  const file = join(root, "infra/trust/proof.json");
  const before: readonly KeptPromise[] = JSON.parse(readFileSync(file, "utf8"));
  const { at } = run;
  const tried = outcomes.map(({ id, state, tests, figures }): KeptPromise => {
    // A seed is told once, and not for each test that begins with it.
    const counted = figures.filter((line) => !line.includes("INTAG_SEED="));
    return { id, state, tests, figures: counted, at, commit: run.commit, seed };
  });
  const all = new Map([...before, ...tried].map((one) => [one.id, one]));
  const kept = groups.flatMap((group) => group.lines).flatMap(({ id }) => all.get(id) ?? []);
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
}

/** Which code it was, as far as that is known here. */
function commit(): string {
  try {
    const git = (...command: readonly string[]) =>
      execFileSync("git", command, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    return `${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain") === "" ? "" : ", med ändringar"}`;
  } catch {
    return "okänd";
  }
}
