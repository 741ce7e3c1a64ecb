import type { Role } from "../casework/case-history.ts";
import type { YearlyReview } from "./yearly-review.ts";

/** Each recommendation that is judged, by its id and in one writing to compare. */
const judged = ({ recommendations }: Pick<YearlyReview, "recommendations">): ReadonlyMap<string, string> =>
  new Map(
    recommendations
      .filter(({ judgedByDpo }) => judgedByDpo !== null)
      .map(({ id, area, text, judgedByDpo }) => [id, JSON.stringify([area, text, judgedByDpo])]),
  );

const marked = ({ marks }: Pick<YearlyReview, "marks">): string =>
  JSON.stringify(
    Object.entries(marks)
      .filter(([, chosen]) => chosen.length > 0)
      .sort(),
  );

export interface Standing {
  readonly review: YearlyReview;
  /** Whether the DPO has set marks in it or judged a recommendation. */
  readonly isMarkedByDpo: boolean;
}

/**
 * Whether a unit has changed what is the DPO's to judge (art. 39.1 b): the marks, and what is said of each recommendation.
 * Until the DPO has been there the unit may propose them, such as what was said at a meeting; what the DPO said the year
 * before stays as it was said.
 */
export function touchesJudgement(
  role: Role,
  next: YearlyReview,
  standing: Standing | undefined,
  before: Standing | undefined,
): boolean {
  if (role === "dpo") return false;
  const now = judged(next);
  const earlier = before?.isMarkedByDpo === true ? judged(before.review) : new Map<string, string>();
  if (standing?.isMarkedByDpo !== true)
    return now.entries().some(([id, said]) => earlier.has(id) && earlier.get(id) !== said);
  const then = judged(standing.review);
  const isChanged = then.entries().some(([id, said]) => now.get(id) !== said);
  const isAdded = now.entries().some(([id, said]) => !then.has(id) && earlier.get(id) !== said);
  return isChanged || isAdded || marked(next) !== marked(standing.review);
}

/** Whether the DPO has marked or judged anything in the review after this. */
export const isMarkedByDpoAfter = (role: Role, next: YearlyReview, standing: Standing | undefined): boolean =>
  role === "dpo"
    ? judged(next).size > 0 || Object.values(next.marks).some(({ length }) => length > 0)
    : (standing?.isMarkedByDpo ?? false);

/** The position of the first recommendation that has the id of one before it; undefined when each has its own. */
export function repeatedId({ recommendations }: Pick<YearlyReview, "recommendations">): number | undefined {
  const at = recommendations.findIndex(({ id }, index) => recommendations.findIndex((one) => one.id === id) < index);
  return at === -1 ? undefined : at;
}
