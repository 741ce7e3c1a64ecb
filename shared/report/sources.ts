import type { YearReport } from "../domain/yearly/year-figures.ts";

/** Where an answer comes from that was counted from the cases: what was counted, and which figure it is. */
export const fromCases = (report: YearReport, definition: string, figure: string): string =>
  `Källa: stadens ärenden ${report.year}. ${definition} Figur: ${figure}.`;

/** Where an answer comes from that a unit gave in the yearly review. */
export const fromReview = (report: YearReport, figure: string): string =>
  report.figures.review === null
    ? `Källa: nämndernas svar i årsuppföljningen ${report.year}. Figur: ${figure} för varje nämnd.`
    : `Källa: verksamhetens svar i årsuppföljningen ${report.year}. Figur: ${figure}.`;
