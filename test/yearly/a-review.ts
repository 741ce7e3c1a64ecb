import { reviewOf } from "../../forms/yearly-review.ts";
import type { YearlyReview } from "../../shared/domain/yearly/yearly-review.ts";

export const nothing = reviewOf({ recommendations: [] });
/** The least that counts as handed in: something in each area. */
export const answered: YearlyReview = {
  ...nothing,
  records: { ...nothing.records, count: 0 },
  policies: { ...nothing.policies, inPlace: "no" },
  measures: { ...nothing.measures, current: "yes" },
  dpias: { ...nothing.dpias, identified: "partly" },
};
