import type { City, UnitId } from "../../shared/domain/city.ts";
import type { Who } from "../../shared/domain/who.ts";
import type { Request } from "../../shared/lambda/request.ts";

/** The year in the address; undefined when it is no year that anything could have been counted in. */
export function yearIn({ param }: Request): number | undefined {
  const text = param("year");
  return /^(19|20)\d\d$/.test(text) ? Number(text) : undefined;
}

/** Whether the city has, or has had, the unit as its own. */
const isOurs = (city: City, unit: UnitId): boolean =>
  city.units.some(({ id, kind }) => id === unit && kind !== "extern");

/** A unit's review is its coordinators' and the DPO's. */
export const mayReview = ({ roles, units }: Who, unit: UnitId, city: City): boolean =>
  isOurs(city, unit) && (roles.includes("dpo") || (roles.includes("coordinator") && units.includes(unit)));

/** Figures of the whole city (null) and of every unit are for the DPO and the central function; coordinators see their own. */
export const maySeeFigures = (who: Who, unit: UnitId | null, city: City): boolean => {
  if (unit !== null && !isOurs(city, unit)) return false;
  if (who.roles.includes("dpo") || who.roles.includes("central")) return true;
  return unit !== null && mayReview(who, unit, city);
};
