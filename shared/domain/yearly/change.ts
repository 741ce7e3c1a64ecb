import type { CaseFigures, Counts } from "./figures.ts";
import type { Change } from "./year-figures.ts";
import type { YearlyReview } from "./yearly-review.ts";

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isNumberOrUnknown = (value: unknown): value is number | null => value === null || typeof value === "number";

/** A code that only one of the years counted was counted 0 times in the other, if that year is known at all. */
const countsBetween = (now: Counts, before: Counts, isKnown: boolean): Change =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(now)])]
      .sort()
      .map((code) => [code, isKnown ? (now[code] ?? 0) - (before[code] ?? 0) : null]),
  );

/** Numbers become their difference, groups are gone into; words, lists and what only one of the two has are left out. */
const between = (
  now: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>>,
  isKnown: boolean,
): Change => {
  const change: Record<string, number | null | Change> = {};
  for (const [key, later] of Object.entries(now)) {
    const earlier = before[key];
    if (isGroup(later) && isGroup(earlier))
      // A grouping of the figures holds numbers by code, and only those.
      change[key] = countsBetween(later as Counts, earlier as Counts, isKnown);
    else if (isNumberOrUnknown(later) && isNumberOrUnknown(earlier))
      change[key] = later === null || earlier === null ? null : later - earlier;
  }
  return change;
};

/** The parts of the review that are numbers; a word has no difference. */
const reviewNumbers = ({ records, measures }: YearlyReview) => ({
  records: { count: records.count, riskCount: records.riskCount },
  measures: { classified: measures.classified },
});

const reviewChange = (now: YearlyReview, before: YearlyReview): Change => {
  const [later, earlier] = [reviewNumbers(now), reviewNumbers(before)];
  return {
    records: between(later.records, earlier.records, true),
    measures: between(later.measures, earlier.measures, true),
  };
};

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
