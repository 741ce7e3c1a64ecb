import { yearlyReview } from "../../../forms/yearly-review.ts";
import type { UnitId } from "../../../shared/domain/city.ts";
import { stockholmDate } from "../../../shared/domain/instant.ts";
import type { Who } from "../../../shared/domain/who.ts";
import { reviewDueOn } from "../../../shared/domain/yearly/review-due.ts";
import { unitsReviewing } from "../../../shared/domain/yearly/review-reminders.ts";
import { type Answer, page } from "../../../shared/lambda/answer.ts";
import { answered } from "../../../shared/pages/staff/review-answers.ts";
import { type ReviewState, reviewListPage, reviewOverviewPage } from "../../../shared/pages/staff/review-pages.tsx";
import { dayInWords } from "../../../shared/pages/staff/time-words.ts";
import { known } from "../../../shared/report/answer-words.ts";
import type { StoredReview } from "../../../shared/store/reviews.ts";
import { unitName, type Visit } from "../../staff-cases/pages/visit.ts";
import { figuresOf } from "../figures.ts";
import type { ReportDeps } from "../live.ts";
import { mayReview, yearIn } from "../whose-year.ts";
import { momentInWords, notThere, thisYear, yearsToChoose } from "./year-asked.ts";

/** The year that is being answered for: until March it is the one that has ended. */
const yearToAnswer = ({ frame: { now } }: Pick<Visit, "frame">): number =>
  stockholmDate(now).slice(5, 7) < "03" ? thisYear(now) - 1 : thisYear(now);

const dueOf = (year: number, { frame: { now } }: Pick<Visit, "frame">) => {
  const dueOn = reviewDueOn(year);
  return { dueOn: dayInWords(dueOn), isPastDue: stockholmDate(now) > dueOn };
};

/** The pages with questions; recommendations are counted by themselves. */
const asking = yearlyReview.pages.filter(({ id }) => id !== "recommendations");

function stateOf(stored: StoredReview | undefined): ReviewState {
  const each = asking.map((part) => answered(stored?.review ?? null, part));
  return {
    done: each.reduce((sum, { done }) => sum + done, 0),
    of: each.reduce((sum, { of }) => sum + of, 0),
    changedAt: stored === undefined ? null : momentInWords(stored.writtenAt),
  };
}

const inSwedish = new Intl.Collator("sv");

/** The units that answer for the year and whose review is somebody's, by name. */
const unitsReviewed = (year: number, who: Who, { city }: Pick<ReportDeps, "city">) =>
  unitsReviewing(city, year)
    .filter(({ id }) => mayReview(who, id, city))
    .toSorted((one, other) => inSwedish.compare(one.name, other.name));

/** `GET /personal/arsuppfoljning`: the units and how far each has come. */
export async function getReviews(visit: Visit, deps: ReportDeps): Promise<Answer> {
  const { frame, who, request } = visit;
  const wished = request.query.get("year") ?? "";
  const year = /^(19|20)\d\d$/.test(wished) ? Number(wished) : yearToAnswer(visit);
  if (year > thisYear(frame.now)) return notThere(visit);
  const units = await Promise.all(
    unitsReviewed(year, who, deps).map(async ({ id, name }) => ({
      ...{ id, name },
      ...stateOf(await deps.reviews.get(year, id)),
    })),
  );
  return page(
    200,
    reviewListPage(frame, { year, years: yearsToChoose(frame.now, year), ...dueOf(year, visit), units }),
  );
}

export interface ReviewAsked {
  readonly year: number;
  readonly unit: UnitId;
}

/** The year and the unit of an address, if their review is somebody's to see. */
export function reviewAsked(
  { request, who, frame }: Visit,
  { city }: Pick<ReportDeps, "city">,
): ReviewAsked | undefined {
  const [year, unit] = [yearIn(request), request.param("unit")];
  return year !== undefined && year <= thisYear(frame.now) && mayReview(who, unit, city) ? { year, unit } : undefined;
}

const partWords = (stored: StoredReview | undefined, id: string): string => {
  const part = asking.find((each) => each.id === id);
  if (part === undefined) {
    const count = stored?.review.recommendations.length ?? 0;
    return count === 0 ? "Inga" : `${count} ${count === 1 ? "rekommendation" : "rekommendationer"}`;
  }
  const { done, of } = answered(stored?.review ?? null, part);
  return done === 0 ? "Inte besvarad" : `${done} av ${of} besvarade`;
};

/** How many questions the unit has put to the DPO, this year and the year before; not known while the cases do not add up. */
async function consultationsOf({ year, unit }: ReviewAsked, deps: ReportDeps) {
  const counted = await figuresOf(year, unit, deps);
  const figures = counted.ok ? counted.value : undefined;
  return {
    now: known(figures?.consultations.total ?? null),
    before: known(figures?.previous?.consultations.total ?? null),
  };
}

/** `GET /personal/arsuppfoljning/{year}/{unit}`: the parts of the review, and what the cases say of its effect. */
export async function getReviewOverview(visit: Visit, deps: ReportDeps): Promise<Answer> {
  const asked = reviewAsked(visit, deps);
  if (asked === undefined) return notThere(visit);
  const { year, unit } = asked;
  const [stored, before, consultations] = await Promise.all([
    deps.reviews.get(year, unit),
    deps.reviews.get(year - 1, unit),
    consultationsOf(asked, deps),
  ]);
  const saved = visit.request.query.get("sparat") ?? "";
  return page(
    200,
    reviewOverviewPage(visit.frame, {
      ...{ year, unit },
      unitName: unitName(deps)(unit),
      ...dueOf(year, visit),
      parts: new Map(
        yearlyReview.pages.map(({ id }) => [id, { words: partWords(stored, id), before: partWords(before, id) }]),
      ),
      consultations,
      hasPrevious: before !== undefined,
      saved: yearlyReview.pages.find(({ slug }) => slug.sv === saved) ?? null,
    }),
  );
}
