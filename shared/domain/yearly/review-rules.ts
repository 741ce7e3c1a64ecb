import type { Role } from "../casework/case-history.ts";
import type { YearlyReview } from "./yearly-review.ts";

/** Each recommendation that the DPO has judged, in one writing to compare. */
const judged = (review: Pick<YearlyReview, "recommendations"> | undefined): ReadonlySet<string> =>
  new Set(
    (review?.recommendations ?? [])
      .filter(({ judgedByDpo }) => judgedByDpo !== null)
      .map(({ id, area, text, judgedByDpo }) => JSON.stringify([id, area, text, judgedByDpo])),
  );

const marked = ({ marks }: Pick<YearlyReview, "marks">): string =>
  JSON.stringify(
    Object.entries(marks)
      .filter(([, chosen]) => chosen.length > 0)
      .sort(),
  );

export interface Standing {
  readonly review: YearlyReview;
  readonly isMarkedByDpo: boolean;
}

/**
 * Whether a unit has changed what is the DPO's to judge (art. 39.1 b): what the DPO has said of a recommendation, this year
 * or the year before, and the marks once the DPO has set them. Until then the unit may propose them.
 */
export function touchesJudgement(
  role: Role,
  next: YearlyReview,
  standing: Standing | undefined,
  before: Pick<Standing, "review"> | undefined,
): boolean {
  if (role === "dpo") return false;
  const [now, then, earlier] = [judged(next), judged(standing?.review), judged(before?.review)];
  if (!now.isSubsetOf(then.union(earlier)) || !then.isSubsetOf(now)) return true;
  return standing?.isMarkedByDpo === true && marked(next) !== marked(standing.review);
}

/** Whether the marks are the DPO's own after this. */
export const isMarkedByDpoAfter = (role: Role, next: YearlyReview, standing: Standing | undefined): boolean =>
  role === "dpo" ? Object.values(next.marks).some(({ length }) => length > 0) : (standing?.isMarkedByDpo ?? false);

/** The position of the first recommendation that has the id of one before it; undefined when each has its own. */
export function repeatedId({ recommendations }: Pick<YearlyReview, "recommendations">): number | undefined {
  const at = recommendations.findIndex(({ id }, index) => recommendations.findIndex((one) => one.id === id) < index);
  return at < 0 ? undefined : at;
}
