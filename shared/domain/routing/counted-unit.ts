import type { City, UnitId } from "../city.ts";
import type { CivilDate } from "../civil-date.ts";
import { indexOf } from "./city-index.ts";
import { holdersOn, leadsTo } from "./organisation.ts";
import { type Concern, route } from "./routing.ts";

/**
 * The unit a case counts in: the one that would have answered on the day of receipt, where `unit` has come after it. The
 * concerns decide between several predecessors; when they cannot, the case counts in `unit`.
 */
export const countedUnit = (unit: UnitId, concerns: readonly Concern[], city: City, receivedOn: CivilDate): UnitId => {
  const then = route(concerns, city, receivedOn);
  const recipients = then.ok ? then.value.recipients : [];
  const predecessor = recipients.find(({ unit: former }) => leadsTo(city, former, unit));
  if (predecessor !== undefined) return predecessor.unit;
  const [only, ...others] = holdersOn(indexOf(city), unit, receivedOn);
  return only === undefined || others.length > 0 ? unit : only;
};
