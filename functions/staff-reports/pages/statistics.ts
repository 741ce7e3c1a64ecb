import type { UnitId } from "../../../shared/domain/city.ts";
import { parseCaseReference } from "../../../shared/domain/reference.ts";
import { ok, type Result } from "../../../shared/domain/result.ts";
import type { Who } from "../../../shared/domain/who.ts";
import { behind } from "../../../shared/domain/yearly/behind.ts";
import { definitionOf } from "../../../shared/domain/yearly/definitions.ts";
import type { Violation } from "../../../shared/domain/yearly/invariants.ts";
import type { YearFigures } from "../../../shared/domain/yearly/year-figures.ts";
import { type Answer, page, seeOther } from "../../../shared/lambda/answer.ts";
import { statisticsPage } from "../../../shared/pages/staff/statistics-page.tsx";
import { yearAddresses } from "../../../shared/pages/staff/year-addresses.ts";
import { casesBehindPage } from "../../../shared/pages/staff/year-step-pages.tsx";
import type { ShownReport, StatisticsView } from "../../../shared/pages/staff/year-view.ts";
import { known } from "../../../shared/report/answer-words.ts";
import { changedFigures } from "../../../shared/report/corrections.ts";
import type { YearLock } from "../../../shared/store/editions.ts";
import type { Visit } from "../../staff-cases/pages/visit.ts";
import { cursorOf, placeOf } from "../../staff-cases/paging.ts";
import { lookAtList } from "../../staff-cases/seen-case.ts";
import { figuresOf } from "../figures.ts";
import type { ReportDeps } from "../live.ts";
import { casesBehind, inGroups } from "../references.ts";
import { cursorPlace } from "../shapes.ts";
import { maySeeFigures } from "../whose-year.ts";
import { lockedFigures, notLockable } from "../year-locks.ts";
import { asNowOf, nameOfFigure, sectionsOf, tilesOf } from "./shown-figures.ts";
import { filesShown } from "./shown-files.ts";
import {
  doesNotAddUp,
  momentInWords,
  nameOfUnit,
  notThere,
  thisYear,
  unitsToChoose,
  yearAsked,
  yearsToChoose,
} from "./year-asked.ts";

/** `GET /personal/statistik`: the year and the unit that were chosen, or this year. */
export function chooseYear({ request, frame }: Visit): Answer {
  const year = request.query.get("year") ?? "";
  const unit = request.query.get("unit") ?? "";
  const chosen = /^(19|20)\d\d$/.test(year) ? Number(year) : thisYear(frame.now);
  return seeOther(yearAddresses.statistics(chosen, /^[a-z0-9-]{1,100}$/.test(unit) ? unit : null));
}

interface Counted {
  readonly figures: YearFigures;
  readonly lock: YearLock | null;
  readonly corrections: StatisticsView["corrections"];
}

/** The figures as they were locked with what is otherwise today, or as they are now. */
async function countedFor(year: number, unit: UnitId | null, deps: ReportDeps): Promise<Result<Counted, Violation>> {
  const [lock, text, today] = await Promise.all([
    deps.editions.lockOf(year),
    lockedFigures(year, unit, deps),
    figuresOf(year, unit, deps),
  ]);
  if (text === undefined) return today.ok ? ok({ figures: today.value, lock: null, corrections: [] }) : today;
  // Written by ourselves and kept under its own hash.
  const figures = JSON.parse(text) as YearFigures;
  const inWords = (value: number | string | null): string => (typeof value === "string" ? value : known(value));
  const corrections = (today.ok ? changedFigures(today.value, figures) : []).map(({ figure, locked, now }) => ({
    path: figure,
    name: nameOfFigure(figure),
    locked: inWords(locked),
    now: inWords(now),
  }));
  return ok({ figures, lock: lock ?? null, corrections });
}

async function reportShown(year: number, unit: UnitId | null, deps: ReportDeps): Promise<ShownReport> {
  const shown = await deps.editions.shown(year);
  const edition = shown && (await deps.editions.edition(year, shown.edition));
  return {
    compiledAt: shown === undefined ? null : momentInWords(shown.readAt),
    files: edition === undefined ? [] : filesShown(edition, unit),
    compileKey: deps.newKey(),
    notLockable: notLockable(year, shown, deps),
  };
}

const seesCases = ({ roles }: Who): boolean => roles.includes("dpo") || roles.includes("coordinator");
const isDpo = ({ roles }: Who): boolean => roles.includes("dpo");

const doneIn = (query: URLSearchParams): StatisticsView["done"] => {
  const done = query.get("klart");
  return done === "compiled" || done === "locked" ? done : null;
};

/** `GET /personal/statistik/{year}`. */
export async function getStatistics(visit: Visit, deps: ReportDeps): Promise<Answer> {
  const { who, frame, request } = visit;
  const asked = yearAsked(visit, deps);
  if (asked === undefined) return notThere(visit);
  const { year, unit } = asked;
  const counted = await countedFor(year, unit, deps);
  if (!counted.ok) return doesNotAddUp(visit, asked, counted.error);
  const { figures, lock, corrections } = counted.value;
  const showing = { figures, unit, seesCases: seesCases(who) };
  return page(
    200,
    statisticsPage(frame, {
      year,
      unit,
      unitName: nameOfUnit(unit, deps),
      years: yearsToChoose(frame.now, year),
      units: unitsToChoose(visit, deps),
      seesCity: maySeeFigures(who, null, deps.city),
      beforeYear: figures.previous?.year ?? null,
      tiles: tilesOf(showing),
      sections: sectionsOf(showing),
      asNow: asNowOf(figures),
      lockedAt: lock === null ? null : momentInWords(lock.lockedAt),
      corrections,
      isInProgress: year === thisYear(frame.now),
      report: isDpo(who) ? await reportShown(year, unit, deps) : null,
      done: doneIn(request.query),
    }),
  );
}

const pageSize = 50;

/** `GET /personal/statistik/{year}/arenden`: the cases behind a number. A list, so the look is written down once. */
export async function getCasesBehind(visit: Visit, deps: ReportDeps): Promise<Answer> {
  const { request, who, frame } = visit;
  const asked = yearAsked(visit, deps);
  const path = request.query.get("path") ?? "";
  const isBehind = behind(path);
  if (asked === undefined || isBehind === undefined) return notThere(visit);
  const { year, unit } = asked;
  await lookAtList(who, deps);
  const all = await casesBehind({ year, unit, isBehind }, who, deps);
  if (!all.ok) return doesNotAddUp(visit, asked, all.error);
  const cases = all.value.filter(({ reference }) => parseCaseReference(reference) !== undefined);
  const after = placeOf(request.query.get("cursor") ?? "", cursorPlace) ?? "";
  const rest = cases.filter(({ reference }) => reference > after);
  const items = rest.slice(0, pageSize);
  const last = items.at(-1);
  return page(
    200,
    casesBehindPage(frame, {
      ...{ year, unit },
      unitName: nameOfUnit(unit, deps),
      name: nameOfFigure(path),
      definition: definitionOf(path)?.sv ?? "",
      count: all.value.length,
      items: items.map(({ reference, kind }) => ({ reference: inGroups(reference), kind })),
      imported: all.value.length - cases.length,
      next:
        last !== undefined && rest.length > items.length
          ? yearAddresses.cases(year, unit, path, cursorOf(last.reference))
          : null,
    }),
  );
}
