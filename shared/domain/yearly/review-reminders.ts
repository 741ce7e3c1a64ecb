import { firstHumaneHour, isHumaneHour } from "../casework/humane-hours.ts";
import type { City, Unit, UnitId } from "../city.ts";
import { addDays, yearOf } from "../civil-date.ts";
import { compareInstants, type Instant, stockholmDate } from "../instant.ts";
import type { Dispatch } from "../letter.ts";
import { livedIn } from "./lived-in.ts";
import { reviewDueOn } from "./review-due.ts";
import type { YearlyReview } from "./yearly-review.ts";

/** What a unit's coordinators are told of its review: in fixed words, and never what somebody wrote. */
export const reviewLetterKinds = ["review-due-14-days", "review-due-2-days", "review-overdue"] as const;
export type ReviewLetterKind = (typeof reviewLetterKinds)[number];

/** A letter about a unit's review of a year; sent and followed up as a case's letters are. */
export interface ReviewLetter extends Dispatch {
  readonly year: number;
  readonly unit: UnitId;
  readonly kind: ReviewLetterKind;
}

/** Of a year's letters there is one per unit and kind. */
export const reviewLetterId = (unit: UnitId, kind: ReviewLetterKind): string => `${unit}/${kind}`;

/** The days counted from the last day for the review from which each letter is said. Only the last one reached is. */
const stages: readonly { readonly days: number; readonly kind: ReviewLetterKind }[] = [
  { days: -14, kind: "review-due-14-days" },
  { days: -2, kind: "review-due-2-days" },
  { days: 1, kind: "review-overdue" },
];
/** From then on the report has gone to the committees, and nobody is reminded any more. */
const daysUntilSilence = 29;

/** What is to be said now, in humane hours, of the reviews of the year that has ended; undefined when nothing is. */
export function reviewReminderNow(
  now: Instant,
): { readonly year: number; readonly kind: ReviewLetterKind } | undefined {
  const today = stockholmDate(now);
  const year = yearOf(today) - 1;
  const dueOn = reviewDueOn(year);
  if (!isHumaneHour(now) || today >= addDays(dueOn, daysUntilSilence)) return undefined;
  const reached = stages.findLast(({ days }) => compareInstants(now, firstHumaneHour(addDays(dueOn, days))) >= 0);
  return reached === undefined ? undefined : { year, kind: reached.kind };
}

/** The units that answer for a year: the city's own that were there some day of it. */
export const unitsReviewing = ({ units }: City, year: number): readonly Unit[] =>
  units.filter((unit) => unit.kind !== "extern" && unit.kind !== "historic" && livedIn(unit, year));

/**
 * Whether a unit has handed its review in: it has answered something in each of the areas 3–6. Every question may be left
 * open ("uppgift saknas"), so that all are answered cannot be asked for.
 */
export const isReviewIn = ({ records, policies, measures, dpias }: YearlyReview): boolean =>
  [records, policies, measures, dpias].every((area) => Object.values(area).some((answer) => answer !== null));

/**
 * The letters that are owed now of the year's reviews and were not before: to each unit that is still there and whose
 * review is not in. Asked again when they are known it answers none.
 *
 * @param known the ids of the year's letters that there are
 */
export const reviewLettersDue = (
  { year, kind }: { readonly year: number; readonly kind: ReviewLetterKind },
  city: City,
  reviews: ReadonlyMap<UnitId, YearlyReview>,
  known: ReadonlySet<string>,
  now: Instant,
): readonly ReviewLetter[] =>
  unitsReviewing(city, year)
    .filter(({ validTo }) => (validTo ?? "9999") >= stockholmDate(now))
    .filter(({ id }) => {
      const review = reviews.get(id);
      return review === undefined || !isReviewIn(review);
    })
    .map(({ id: unit }) => ({ year, unit, kind, id: reviewLetterId(unit, kind) }))
    .filter(({ id }) => !known.has(id))
    .map((letter) => ({ ...letter, state: "owed", attempts: [], nextAttemptAt: now }));
