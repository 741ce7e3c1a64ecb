import canonicalize from "canonicalize";
import type { UnitId } from "../../shared/domain/city.ts";
import { ok, type Result } from "../../shared/domain/result.ts";
import type { Who } from "../../shared/domain/who.ts";
import type { Violation } from "../../shared/domain/yearly/invariants.ts";
import { countedYear } from "../../shared/domain/yearly/year-count.ts";
import type { YearFigures } from "../../shared/domain/yearly/year-figures.ts";
import { figuresFor } from "../../shared/domain/yearly/year-report.ts";
import type { YearlyReview } from "../../shared/domain/yearly/yearly-review.ts";
import type { Answer } from "../../shared/lambda/answer.ts";
import { problem } from "../../shared/lambda/problems.ts";
import type { Request } from "../../shared/lambda/request.ts";
import { admitted } from "../staff-cases/entrance.ts";
import type { ReportDeps } from "./live.ts";
import { reportShapes } from "./shapes.ts";
import { maySeeFigures, yearIn } from "./whose-year.ts";
import { lockedFigures } from "./year-locks.ts";

const reviewOf = async (
  year: number,
  unit: UnitId | null,
  { reviews }: ReportDeps,
): Promise<ReadonlyMap<UnitId, YearlyReview>> => {
  const stored = unit === null ? undefined : await reviews.get(year, unit);
  return new Map(stored === undefined ? [] : [[stored.unit, stored.review]]);
};

/** A unit's figures of a year, or the city's, counted from the cases as they are now; or what does not add up. */
export async function figuresOf(
  year: number,
  unit: UnitId | null,
  deps: ReportDeps,
): Promise<Result<YearFigures, Violation>> {
  const { city, pages, clock } = deps;
  const now = clock();
  const [count, previousCount, reviews, previousReviews] = await Promise.all([
    countedYear(city, year, pages, now),
    countedYear(city, year - 1, pages, now),
    reviewOf(year, unit, deps),
    reviewOf(year - 1, unit, deps),
  ]);
  if (!count.ok) return count;
  if (!previousCount.ok) return previousCount;
  const material = {
    city,
    count: count.value,
    previousCount: previousCount.value,
    reviews,
    previousReviews,
  };
  return ok(figuresFor(material, unit));
}

/** What does not add up, told to those who may know of any case which one it is. */
export const doesNotAddUp = (request: Request, violation: Violation, { roles }: Who): Answer =>
  problem(request, "year-does-not-add-up", roles.includes("dpo") ? { violation } : {});

/**
 * `GET /api/v1/reports/{year}?unit=`: the year's figures of a unit, or of the city, counted from the cases as they are now; those of a year
 * that has been locked are as they were then.
 * In canonical JSON (RFC 8785), so that the same cases are the same bytes.
 */
export async function getReport(request: Request, deps: ReportDeps): Promise<Answer> {
  const who = admitted(request, "GET /api/v1/reports/{year}");
  if (!who.ok) return who.error;
  const year = yearIn(request);
  const unit = request.query.get("unit");
  if (year === undefined || !maySeeFigures(who.value, unit, deps.city)) return problem(request, "not-there");
  const body = await lockedFigures(year, unit, deps);
  const figures = body === undefined ? await figuresOf(year, unit, deps) : undefined;
  if (figures?.ok === false) return doesNotAddUp(request, figures.error, who.value);
  return {
    status: 200,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: body ?? canonicalize(reportShapes.Figures.parse(figures?.value)) ?? "",
  };
}
