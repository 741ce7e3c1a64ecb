import type { City, UnitId } from "../city.ts";
import type { CivilDate } from "../civil-date.ts";
import { ok, type Result, refused } from "../result.ts";
import { type CityIndex, findPlace, indexOf } from "./city-index.ts";
import { periodOf } from "./period.ts";
import type { Reason } from "./reason.ts";
import { decide, type KnownConcern } from "./rules.ts";

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
  /** The unit as it was on the day of receipt, where that was another and the routing was asked later. */
  readonly countedUnit?: UnitId;
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

const known = (
  index: CityIndex,
  { service: key, place: written, postalCode, from, to }: Concern,
  at: number,
): Result<KnownConcern, readonly RoutingRefusal[]> => {
  const pointer = (field: string): string => `/concerns/${at}/${field}`;
  const refusals: RoutingRefusal[] = [];
  const service = index.services.get(key);
  if (service === undefined) refusals.push({ pointer: pointer("service"), code: "unknown-service" });
  const named = written !== undefined && written.trim() !== "";
  const place = named ? findPlace(index, written) : undefined;
  if (named && place === undefined) refusals.push({ pointer: pointer("place"), code: "unknown-place" });
  const digits = postalCode?.replace(/\s/g, "");
  if (digits !== undefined && !/^[1-9]\d{4}$/.test(digits))
    refusals.push({ pointer: pointer("postalCode"), code: "malformed-postal-code" });
  const period = periodOf(from, to);
  if ("wrong" in period) refusals.push({ pointer: pointer(period.wrong), code: period.code });
  if (service === undefined || "wrong" in period || refusals.length > 0) return refused(refusals);
  return ok({ service, place, postalCode: digits, period });
};

interface Gathered {
  readonly id: string;
  readonly name: string;
  readonly because: Map<string, Reason>;
  readonly concerns: Set<number>;
}

const gather = (
  into: Map<string, Gathered>,
  id: string,
  name: string,
  because: readonly Reason[],
  at: number,
): void => {
  // Regions other than the city's share an id, so the name is part of who it is.
  const key = `${id} ${name}`;
  let entry = into.get(key);
  if (entry === undefined) {
    entry = { id, name, because: new Map(), concerns: new Set() };
    into.set(key, entry);
  }
  for (const reason of because) entry.because.set(JSON.stringify(reason), reason);
  entry.concerns.add(at);
};

const oneQuestion = (questions: readonly Reason[]): Reason => {
  const [first, ...rest] = questions;
  if (first === undefined) throw new Error("A doubt without a question");
  return rest.length === 0 ? first : { code: "ask-several", params: { questions } };
};

/**
 * Who answers for the concerns, with the units that exist on the civil date `on`: today's for a new request, those of the day
 * of receipt to count it. Each unit and outside body comes once, with every reason; what is not certain is one triage.
 * A word the city's data does not know is refused, with the field named.
 */
export const route = (
  concerns: readonly Concern[],
  city: City,
  on: CivilDate,
): Result<Routing, readonly RoutingRefusal[]> => {
  const index = indexOf(city);
  const found = concerns.map((concern, at) => known(index, concern, at));
  const refusals = found.flatMap((one) => (one.ok ? [] : one.error));
  if (refusals.length > 0) return refused(refusals);

  const inside = new Map<string, Gathered>();
  const outside = new Map<string, Gathered>();
  const candidates = new Set<string>();
  const questions = new Map<string, Reason>();
  const doubtful: number[] = [];
  for (const [at, one] of found.entries()) {
    if (!one.ok) continue;
    const outcome = decide(index, one.value, on);
    for (const { id, because } of outcome.units) gather(inside, id, index.units.get(id)?.name ?? id, because, at);
    for (const { id, name, because } of outcome.outside) gather(outside, id, name, because, at);
    if (outcome.doubt === null) continue;
    for (const candidate of outcome.doubt.candidates) candidates.add(candidate);
    questions.set(JSON.stringify(outcome.doubt.question), outcome.doubt.question);
    doubtful.push(at);
  }

  return ok({
    recipients: [...inside.values()].map(({ id, name, because, concerns: answered }) => ({
      unit: id,
      name,
      controller: index.units.get(id)?.controller ?? name,
      because: [...because.values()],
      concerns: [...answered],
    })),
    outside: [...outside.values()].map(({ id, name, because, concerns: answered }) => ({
      id,
      name,
      because: [...because.values()],
      concerns: [...answered],
    })),
    triage:
      doubtful.length === 0
        ? null
        : { candidates: [...candidates], question: oneQuestion([...questions.values()]), concerns: doubtful },
  });
};
