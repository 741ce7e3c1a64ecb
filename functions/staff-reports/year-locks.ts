import type { UnitId } from "../../shared/domain/city.ts";
import { yearOf } from "../../shared/domain/civil-date.ts";
import { stockholmDate } from "../../shared/domain/instant.ts";
import { ok, type Result, refused } from "../../shared/domain/result.ts";
import type { Who } from "../../shared/domain/who.ts";
import { type Answer, json } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import type { ShownEdition, YearLock } from "../../shared/store/editions.ts";
import { admitted, keyOf } from "../staff-cases/entrance.ts";
import type { ReportDeps } from "./live.ts";
import { reportShapes } from "./shapes.ts";
import { yearIn } from "./whose-year.ts";

/** Why a year cannot be locked. */
export type NotLockable = "year-not-ended" | "not-compiled";

/** Why a year cannot be locked just now; null when it can be, or has been. */
export function notLockable(
  year: number,
  shown: ShownEdition | undefined,
  { clock }: Pick<ReportDeps, "clock">,
): NotLockable | null {
  if (year >= yearOf(stockholmDate(clock()))) return "year-not-ended";
  return shown === undefined ? "not-compiled" : null;
}

/** Freezes a year with the files that were last compiled. One that is locked stays as it was locked. */
export async function lockYear(
  year: number,
  { sub }: Pick<Who, "sub">,
  { editions, clock }: Pick<ReportDeps, "editions" | "clock">,
): Promise<Result<{ readonly lock: YearLock; readonly isNew: boolean }, NotLockable>> {
  const shown = await editions.shown(year);
  const why = notLockable(year, shown, { clock });
  if (why !== null || shown === undefined) return refused(why ?? "not-compiled");
  const lock = { lockedAt: clock(), edition: shown.edition, by: sub };
  const isNew = await editions.lock(year, lock);
  const standing = isNew ? lock : await editions.lockOf(year);
  if (standing === undefined) throw new Error("a year that is locked has no lock");
  return ok({ lock: standing, isNew });
}

/**
 * `POST /api/v1/reports/{year}/locks`: freezes the year with the files that were last compiled. Locking it again changes
 * nothing; what the cases say afterwards stands beside as corrections.
 */
export async function postLock(request: Request, deps: ReportDeps): Promise<Answer> {
  const key = keyOf(request);
  if (!key.ok) return key.error;
  const who = admitted(request, "POST /api/v1/reports/{year}/locks");
  if (!who.ok) return who.error;
  const year = yearIn(request);
  if (year === undefined) return problem(request, "not-there");
  const locked = await lockYear(year, who.value, deps);
  if (!locked.ok) return problem(request, locked.error);
  const { lock, isNew } = locked.value;
  return json(isNew ? 201 : 200, reportShapes.YearLock.parse({ year, lockedAt: lock.lockedAt }));
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
