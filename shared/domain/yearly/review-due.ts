import type { CivilDate } from "../civil-date.ts";
import { civilDate } from "../civil-date.ts";

/**
 * The last day for a year's review, `YYYY-MM-DD`: the 31st of January after it. The report's draft is compiled on the 2nd and again
 * when the answers are in, and goes to the committees in February. It is the city's own rule, not the law's.
 */
export function reviewDueOn(year: number): CivilDate {
  const day = civilDate(`${year + 1}-01-31`);
  if (day === undefined) throw new Error(`${year} is no year`);
  return day;
}
