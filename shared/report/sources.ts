import { definitionOf } from "../domain/yearly/definitions.ts";
import type { YearReport } from "../domain/yearly/year-figures.ts";

/** Where an answer comes from that was counted from the cases: what each figure counts, and which figures they are. */
export const fromCases = (report: YearReport, ...figures: readonly string[]): string =>
  [
    `Källa: stadens ärenden ${report.year}.`,
    ...figures.map((figure) => definitionOf(figure)?.sv),
    `Figur: ${figures.join(", ")}.`,
  ]
    .filter((each) => each !== undefined)
    .join(" ");

/** Where an answer comes from that a unit gave in the yearly review. */
export const fromReview = (report: YearReport, figure: string): string =>
  report.figures.review === null
    ? `Källa: nämndernas svar i årsuppföljningen ${report.year}. Figur: ${figure} för varje nämnd.`
    : `Källa: verksamhetens svar i årsuppföljningen ${report.year}. Figur: ${figure}.`;
