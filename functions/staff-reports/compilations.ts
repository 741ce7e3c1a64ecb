import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { yearOf } from "../../shared/domain/civil-date.ts";
import { stockholmDate } from "../../shared/domain/instant.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import type { Compilation } from "../../shared/store/editions.ts";
import { admitted, keyOf, keyScope } from "../staff-cases/entrance.ts";
import { ruleRefusal } from "../staff-cases/rule-refusal.ts";
import type { ReportDeps } from "./live.ts";
import { fileList } from "./report-files.ts";
import { reportShapes } from "./shapes.ts";
import { yearIn } from "./whose-year.ts";

/** What does not end within this is followed at its own address. The API's own patience is 30 seconds. */
const mostWaitMs = 25_000;
const lookEveryMs = 250;

const idOf = (key: string, scope: string): string =>
  createHash("sha256").update(`${scope}\n${key}`).digest("hex").slice(0, 32);

/**
 * Asks for a compilation of a year, once per key and person; one that was asked for and forgotten is woken again.
 *
 * @returns by what it is followed, and whether it had been asked for before
 */
export async function askFor(
  year: number,
  key: string,
  scope: string,
  { compilations, clock }: Pick<ReportDeps, "compilations" | "clock">,
): Promise<{ readonly id: string; readonly isKnown: boolean }> {
  const id = idOf(key, `${scope} ${year}`);
  const before = await compilations.get(year, id);
  if (before === undefined || before.progress.state === "asked") await compilations.ask(year, id, clock());
  return { id, isKnown: before !== undefined };
}

/** How far a compilation has come; undefined when nobody asked for it. One that was forgotten on the way is woken again. */
export async function followed(
  year: number | undefined,
  id: string,
  { compilations, clock }: Pick<ReportDeps, "compilations" | "clock">,
): Promise<Compilation | undefined> {
  if (year === undefined || !/^[0-9a-f]{32}$/.test(id)) return undefined;
  const compilation = await compilations.get(year, id);
  if (compilation?.progress.state === "asked") await compilations.ask(year, id, clock());
  return compilation;
}

const address = (year: number, id: string): string => `/api/v1/reports/${year}/compilations/${id}`;

const hasEnded = ({ progress }: Compilation): boolean => progress.state === "done" || progress.state === "refused";

/** The compilation when it has ended, or as far as it has come when the wait is over. */
async function awaited(year: number, id: string, { compilations }: ReportDeps): Promise<Compilation> {
  const until = performance.now() + mostWaitMs;
  for (;;) {
    const compilation = await compilations.get(year, id);
    if (compilation === undefined) throw new Error("a compilation that was asked for is not there");
    if (hasEnded(compilation) || performance.now() >= until) return compilation;
    await setTimeout(lookEveryMs);
  }
}

/**
 * `POST /api/v1/reports/{year}/compilations`: compiles the year now, once per person and Idempotency-Key. One that ends in
 * time is answered with its files; else with the address where it can be followed.
 */
export async function postCompilation(request: Request, deps: ReportDeps): Promise<Answer> {
  const { clock } = deps;
  const key = keyOf(request);
  if (!key.ok) return key.error;
  const who = admitted(request, "POST /api/v1/reports/{year}/compilations");
  if (!who.ok) return who.error;
  const year = yearIn(request);
  if (year === undefined) return problem(request, "not-there");
  if (year > yearOf(stockholmDate(clock()))) return ruleRefusal(request, "not-in-the-future");
  const { id, isKnown } = await askFor(year, key.value, keyScope(request, who.value), deps);
  const { progress } = await awaited(year, id, deps);
  const replay = isKnown ? { "idempotent-replay": "true" } : {};
  if (progress.state === "refused") return problem(request, "year-does-not-add-up", { violation: progress.wrong });
  if (progress.state !== "done")
    return json(202, reportShapes.CompilationProgress.parse(progress), { location: address(year, id), ...replay });
  const edition = await deps.editions.edition(year, progress.edition);
  return json(201, reportShapes.Compilation.parse({ year, files: fileList(edition) }), replay);
}

/** `GET /api/v1/reports/{year}/compilations/{id}`: how far it has come. One that was forgotten on the way is woken again. */
export async function getCompilation(request: Request, deps: ReportDeps): Promise<Answer> {
  const who = admitted(request, "GET /api/v1/reports/{year}/compilations/{id}");
  if (!who.ok) return who.error;
  const compilation = await followed(yearIn(request), request.param("id"), deps);
  if (compilation === undefined) return problem(request, "not-there");
  const { progress } = compilation;
  return progress.state === "refused"
    ? problem(request, "year-does-not-add-up", { violation: progress.wrong })
    : json(200, reportShapes.CompilationProgress.parse(progress));
}
