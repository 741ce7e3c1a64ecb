import type { CaseFigures, Counts, Known } from "./figures.ts";
import type { Change } from "./year-figures.ts";
import type { YearlyReview } from "./yearly-review.ts";

type Numbers = Readonly<Record<string, Known | Counts>>;

const difference = (now: Known, before: Known): Known => (now === null || before === null ? null : now - before);

/** A code that only one of the years counted was counted 0 times in the other, if that year is known at all. */
const countsBetween = (now: Counts, before: Counts, isKnown: boolean): Change =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(now)])]
      .sort()
      .map((code) => [code, isKnown ? (now[code] ?? 0) - (before[code] ?? 0) : null]),
  );

const isCounts = (value: Known | Counts | undefined): value is Counts => typeof value === "object" && value !== null;
const isNumber = (value: Known | Counts | undefined): value is number => typeof value === "number";

/** Numbers become their difference, and so does each number of a grouping. */
const between = (now: Numbers, before: Numbers, isKnown: boolean): Change =>
  Object.fromEntries(
    Object.entries(now).map(([key, later]) => {
      const earlier = before[key];
      if (isCounts(later) && isCounts(earlier)) return [key, countsBetween(later, earlier, isKnown)];
      return [key, isNumber(later) && isNumber(earlier) ? later - earlier : null];
    }),
  );

/** The parts of the review that are numbers; a word has no difference. */
const reviewChange = (now: YearlyReview, before: YearlyReview): Change => ({
  records: {
    count: difference(now.records.count, before.records.count),
    riskCount: difference(now.records.riskCount, before.records.riskCount),
  },
  measures: { classified: difference(now.measures.classified, before.measures.classified) },
});

interface Compared extends CaseFigures {
  readonly review: YearlyReview | null;
}

/** What has changed since the year before, key by key (`requests.received`, `review.records.count`); null is not known. */
export const changeBetween = (now: Compared, before: Compared): Change => ({
  requests: between(
    { ...now.requests },
    { ...before.requests },
    now.requests.received !== null && before.requests.received !== null,
  ),
  breaches: between(
    { ...now.breaches },
    { ...before.breaches },
    now.breaches.documented !== null && before.breaches.documented !== null,
  ),
  consultations: between(
    { ...now.consultations },
    { ...before.consultations },
    now.consultations.total !== null && before.consultations.total !== null,
  ),
  review: now.review === null || before.review === null ? null : reviewChange(now.review, before.review),
});
