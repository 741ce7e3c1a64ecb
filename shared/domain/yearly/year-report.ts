import type { City, UnitId } from "../city.ts";
import { changeBetween } from "./change.ts";
import type { YearCount } from "./year-count.ts";
import type { YearFigures, YearReport } from "./year-figures.ts";
import type { YearlyReview } from "./yearly-review.ts";

/** What a year's figures are made of: its cases and the year's before, counted, and the units' reviews of both. */
export interface YearMaterial {
  readonly city: City;
  readonly count: YearCount;
  readonly previousCount: YearCount;
  readonly reviews: ReadonlyMap<UnitId, YearlyReview>;
  readonly previousReviews: ReadonlyMap<UnitId, YearlyReview>;
}

const nothing = { previous: null, change: null, asNow: null } as const;

const ofOneYear = (count: YearCount, reviews: YearMaterial["reviews"], unit: UnitId | null): YearFigures => ({
  year: count.year,
  unit,
  ...(unit === null ? count.city : count.ofUnit(unit)),
  review: unit === null ? null : (reviews.get(unit) ?? null),
  ...nothing,
});

/** Whether anything at all is known of a unit, or of the city, that year. */
const isKnown = (count: YearCount, reviews: YearMaterial["reviews"], unit: UnitId | null): boolean =>
  count.isKept || (unit === null ? count.units.length > 0 : count.units.includes(unit) || reviews.has(unit));

/** A unit's figures of the year, or the city's (null), with the year before and what has changed. */
export function figuresFor(
  { count, previousCount, reviews, previousReviews }: YearMaterial,
  unit: UnitId | null,
): YearFigures {
  const now = ofOneYear(count, reviews, unit);
  const asNow = unit === null ? null : count.asNow(unit);
  if (!isKnown(previousCount, previousReviews, unit)) return { ...now, asNow };
  const previous = ofOneYear(previousCount, previousReviews, unit);
  return { ...now, previous, change: changeBetween(now, previous), asNow };
}

/** The units that the year has something to show of: a case, a review, or what their predecessors bring. */
export const unitsToShow = ({ city, count, reviews }: YearMaterial): readonly UnitId[] =>
  city.units
    .map(({ id }) => id)
    .filter((id) => count.units.includes(id) || reviews.has(id) || count.inheriting.includes(id));

const inSwedish = new Intl.Collator("sv");

/** A year's report of the whole city, or of one unit that the city's data holds: what the writers of the files are given. */
export function yearReport(material: YearMaterial, unit: UnitId | null, lockedAt: string | null): YearReport {
  const { city, count } = material;
  const whose = city.units.find(({ id }) => id === unit);
  const shown = unitsToShow(material);
  return {
    year: count.year,
    cityName: city.name.sv,
    unit: whose === undefined ? null : { id: whose.id, name: whose.name, controller: whose.controller },
    figures: figuresFor(material, unit),
    units:
      unit !== null
        ? []
        : city.units
            .filter(({ id }) => shown.includes(id))
            .sort((one, other) => inSwedish.compare(one.name, other.name))
            .map(({ id, name }) => ({ id, name, figures: figuresFor(material, id) })),
    lockedAt,
  };
}
