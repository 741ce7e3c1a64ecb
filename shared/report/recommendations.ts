import type { YearReport } from "../domain/yearly/year-figures.ts";
import type { Area, Recommendation } from "../domain/yearly/yearly-review.ts";
import { unknownAnswer } from "./answer-words.ts";
import type { Block } from "./report-document.ts";

const columns = ["Rekommendation", "Uppgett av verksamheten", "Bedömt av dataskyddsombudet"];
export const recommendationSource =
  "Källa: årsuppföljningen. Rekommendationen behåller sitt id från år till år. Figur: review.recommendations.";

const row = ({ text, statedByUnit, judgedByDpo }: Recommendation): readonly string[] => [
  text,
  statedByUnit ?? unknownAnswer,
  judgedByDpo ?? unknownAnswer,
];

/** This year's recommendations in these areas, with what the unit says and what the DPO judges; nothing when there are none. */
export const recommendationTable = (report: YearReport, of: readonly Area[]): readonly Block[] => {
  const given = (report.figures.review?.recommendations ?? []).filter(({ area }) => of.includes(area));
  if (given.length === 0) return [];
  return [{ kind: "table", caption: "Rekommendationer", columns, rows: given.map(row), source: recommendationSource }];
};

/**
 * What was recommended the year before, with what has been said of it since: the same recommendation is known by its id.
 * Without a year before, the recommendations that have been followed up this year.
 */
export const followedUp = ({ figures }: YearReport): readonly Recommendation[] => {
  const now = figures.review?.recommendations ?? [];
  const before = figures.previous?.review?.recommendations;
  if (before === undefined) return now.filter(({ statedByUnit, judgedByDpo }) => statedByUnit ?? judgedByDpo);
  return before.map((given) => {
    const since = now.find(({ id }) => id === given.id);
    return { ...given, statedByUnit: since?.statedByUnit ?? null, judgedByDpo: since?.judgedByDpo ?? null };
  });
};

export const followUpTable = (caption: string, given: readonly Recommendation[]): Block => ({
  kind: "table",
  caption,
  columns,
  rows: given.map(row),
  source: recommendationSource,
});
