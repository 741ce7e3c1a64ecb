import type { City, UnitId } from "../city.ts";
import { isBehind } from "./measures.ts";
import type { Tally } from "./tally.ts";
import { leftThen } from "./year-count.ts";

/** Whether a case is behind a number of a unit's, or of the city's (null). */
export type Behind = (tally: Tally, unit: UnitId | null, city: City) => boolean;

/**
 * The test of which cases are behind the number at a path, such as `requests.received` or `breaches.byKind.phishing`;
 * undefined when there is no such number. A forwarded case is behind the number of the unit that sent it.
 */
export function behind(path: string): Behind | undefined {
  if (path === "requests.forwarded")
    return (tally, unit, city) => {
      const left = leftThen(tally, city);
      return unit === null ? left.length > 0 : left.includes(unit);
    };
  const counted = isBehind(path);
  if (counted === undefined) return undefined;
  return (tally, unit) => (unit === null || tally.counted === unit) && counted(tally);
}
