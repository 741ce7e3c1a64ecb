import type { YearFigures, YearReport } from "../domain/yearly/year-figures.ts";

/** One figure of a unit's year: its path in the figures, and its value. Null: uppgift saknas. */
export interface FigureRow {
  /** Empty for the city. */
  readonly unit: string;
  readonly year: number;
  readonly figure: string;
  readonly value: number | string | null;
}

/** What is not a year's own figure: other years, and texts that people wrote. */
const notFigures = new Set(["year", "unit", "previous", "change", "asNow"]);
const texts = new Set(["review.comments", "review.recommendations"]);

/**
 * Every figure on a row of its own, last year's after this year's, and in the city's report each unit's after the city's.
 * What is null stays null: a row without a value says that the number is not known.
 */
export const figureRows = (report: YearReport): readonly FigureRow[] =>
  [report.figures, ...(report.unit === null ? report.units.map(({ figures }) => figures) : [])].flatMap((figures) => [
    ...rowsOf(figures),
    ...(figures.previous === null ? [] : rowsOf(figures.previous)),
  ]);

/** One year of one unit, or of the city. */
export const rowsOf = (figures: YearFigures): readonly FigureRow[] =>
  leaves(Object.fromEntries(Object.entries(figures).filter(([key]) => !notFigures.has(key)))).map(
    ({ path, value }) => ({ unit: figures.unit ?? "", year: figures.year, figure: path, value }),
  );

interface Leaf {
  readonly path: string;
  readonly value: number | string | null;
}

const leaves = (value: unknown, path = ""): readonly Leaf[] => {
  if (texts.has(path)) return [];
  if (typeof value === "number" || typeof value === "string" || value === null) return [{ path, value }];
  if (Array.isArray(value)) return [{ path, value: value.join(" ") }];
  if (typeof value !== "object") return [];
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, inner]) => leaves(inner, path === "" ? key : `${path}.${key}`));
};
