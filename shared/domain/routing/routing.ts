import type { City, UnitId } from "../city.ts";
import type { CivilDate } from "../civil-date.ts";
import { ok, type Result } from "../result.ts";
import type { Reason } from "./reason.ts";

export { explain, type Reason } from "./reason.ts";

/** One thing a request is about: a service, and where and when the person met it. `from`/`to` are `YYYY` or `YYYY-MM-DD`. */
export interface Concern {
  readonly service: string;
  readonly place?: string;
  readonly postalCode?: string;
  readonly from?: string;
  readonly to?: string;
}

/** A unit of the city that answers. `concerns` are the positions of the concerns it answers for. */
export interface Recipient {
  readonly unit: UnitId;
  readonly name: string;
  readonly controller: string;
  readonly because: readonly Reason[];
  readonly concerns: readonly number[];
}

/** A body outside the city: `ext-…` or `kommun:NNNN`. */
export interface OutsideBody {
  readonly id: string;
  readonly name: string;
  readonly because: readonly Reason[];
  readonly concerns: readonly number[];
}

/** What only a person can decide: every unit that may answer, and the one question that would settle it. */
export interface Triage {
  readonly candidates: readonly string[];
  readonly question: Reason;
  readonly concerns: readonly number[];
}

export interface Routing {
  readonly recipients: readonly Recipient[];
  readonly outside: readonly OutsideBody[];
  readonly triage: Triage | null;
}

/** `pointer` is a JSON pointer into `{concerns}`: `/concerns/0/service`. */
export interface RoutingRefusal {
  readonly pointer: string;
  readonly code: "unknown-service" | "unknown-place" | "malformed-postal-code" | "malformed-period" | "period-reversed";
}

/** Who answers for the concerns, with the units that exist on the day `on`. */
export const route = (
  _concerns: readonly Concern[],
  _city: City,
  _on: CivilDate,
): Result<Routing, readonly RoutingRefusal[]> => ok({ recipients: [], outside: [], triage: null });
