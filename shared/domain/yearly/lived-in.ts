import type { Unit } from "../city.ts";

/** Whether a unit was there some day of the year. */
export const livedIn = ({ validFrom, validTo }: Pick<Unit, "validFrom" | "validTo">, year: number): boolean =>
  (validFrom ?? "") <= `${year}-12-31` && (validTo ?? "9999") >= `${year}-01-01`;
