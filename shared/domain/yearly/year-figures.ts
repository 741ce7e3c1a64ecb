import type { UnitId } from "../city.ts";
import type { CaseFigures } from "./figures.ts";
import type { YearlyReview } from "./yearly-review.ts";

/**
 * The differences from the year before, key by key as the figures have them: a number where both years are known, null
 * where one is not. Words (such as "partly") have no difference and are left out.
 */
export type Change = { readonly [key: string]: number | null | Change };

/** One year's figures for a unit, or for the city: the object that is kept as a file and answered by the API. */
export interface YearFigures extends CaseFigures {
  readonly year: number;
  /** Null for the city. */
  readonly unit: UnitId | null;
  readonly review: YearlyReview | null;
  /** Last year's figures; their own `previous`, `change` and `asNow` are null. */
  readonly previous: YearFigures | null;
  readonly change: Change | null;
  /** For a unit that came after others: its figures with theirs folded in. */
  readonly asNow: CaseFigures | null;
}

/** The year of the whole city as the report's writers get it: the same input gives the same bytes. */
export interface YearReport {
  readonly year: number;
  /** The city's name as people write it, such as "Stockholms stad". */
  readonly cityName: string;
  /** Whose report this is; null for the whole city. */
  readonly unit: { readonly id: UnitId; readonly name: string; readonly controller: string } | null;
  readonly figures: YearFigures;
  /** In the city's report: each unit with something to show, in the order of their names. */
  readonly units: readonly { readonly id: UnitId; readonly name: string; readonly figures: YearFigures }[];
  /** Whether the year has been locked, and then since when. */
  readonly lockedAt: string | null;
}
