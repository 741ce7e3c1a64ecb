import type { UnitId } from "../../shared/domain/city.ts";
import { yearOf } from "../../shared/domain/civil-date.ts";
import { stockholmDate } from "../../shared/domain/instant.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { admitted, keyOf } from "../staff-cases/entrance.ts";
import type { ReportDeps } from "./live.ts";
import { reportShapes } from "./shapes.ts";
import { yearIn } from "./whose-year.ts";

/**
 * `POST /api/v1/reports/{year}/locks`: freezes the year with the files that were last compiled. Locking it again changes
 * nothing; what the cases say afterwards stands beside as corrections.
 */
export async function postLock(request: Request, { editions, clock }: ReportDeps): Promise<Answer> {
  const key = keyOf(request);
  if (!key.ok) return key.error;
  const who = admitted(request, "POST /api/v1/reports/{year}/locks");
  if (!who.ok) return who.error;
  const year = yearIn(request);
  if (year === undefined) return problem(request, "not-there");
  const now = clock();
  if (year >= yearOf(stockholmDate(now))) return problem(request, "year-not-ended");
  const shown = await editions.shown(year);
  if (shown === undefined) return problem(request, "not-compiled");
  const lock = { lockedAt: now, edition: shown.edition, by: who.value.sub };
  const isNew = await editions.lock(year, lock);
  const standing = isNew ? lock : await editions.lockOf(year);
  if (standing === undefined) throw new Error("a year that is locked has no lock");
  const answer = reportShapes.YearLock.parse({ year, lockedAt: standing.lockedAt });
  return json(isNew ? 201 : 200, answer);
}

/** The figures that a year was locked with, as they were kept; undefined for a year, or a unit, that has none. */
export async function lockedFigures(
  year: number,
  unit: UnitId | null,
  { editions }: Pick<ReportDeps, "editions">,
): Promise<string | undefined> {
  const lock = await editions.lockOf(year);
  const edition = lock && (await editions.edition(year, lock.edition));
  const file = edition?.files.find(({ name }) => name === `${unit ?? "city"}_figures.json`);
  return file === undefined ? undefined : Buffer.from(await editions.content(year, file)).toString();
}
