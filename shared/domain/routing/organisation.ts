import type { City, Era, Unit, UnitId } from "../city.ts";
import type { CivilDate } from "../civil-date.ts";
import { type CityIndex, indexOf, type Member, type Place } from "./city-index.ts";
import type { Period } from "./period.ts";

/** Whether the unit exists on the day. */
export const liveOn = ({ validFrom, validTo }: Unit, on: CivilDate): boolean =>
  (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo);

/** The units that exist on the day, in the data's order. */
export const unitsAsOf = (city: City, on: CivilDate): readonly Unit[] => city.units.filter((unit) => liveOn(unit, on));

/** The units that hold on the day what `id` held: itself, those that came after it, or those that came before. */
export const holdersOn = ({ units }: CityIndex, id: UnitId, on: CivilDate): readonly UnitId[] => {
  const unit = units.get(id);
  if (unit === undefined) throw new Error(`A unit is named that the city's data does not hold: ${id}`);
  if (liveOn(unit, on)) return [id];
  const ended = unit.validTo !== null && unit.validTo < on;
  const found = new Set<UnitId>();
  const waiting = [...(ended ? unit.successors : unit.predecessors)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const relative = units.get(next);
    if (relative === undefined) continue;
    if (liveOn(relative, on)) found.add(next);
    else waiting.push(...(ended ? relative.successors : relative.predecessors));
  }
  return [...found];
};

/** Whether what `id` held has come to `heir` through the reorganisations (or they are the same). */
export const leadsTo = (city: City, id: UnitId, heir: UnitId): boolean => {
  if (id === heir) return true;
  const unit = indexOf(city).units.get(id);
  return unit?.successors.some((next) => leadsTo(city, next, heir)) ?? false;
};

const eraOn = (eras: readonly Era[], on: CivilDate): Era => {
  // A day before the data begins is answered as the first day in it.
  const era = eras.find(({ from }) => from <= on) ?? eras[eras.length - 1];
  if (era === undefined) throw new Error("A district without any era");
  return era;
};

/** Who answers for a place on a day: unit ids and `kommun:NNNN`, each with the members it answers for. */
export interface Holding {
  readonly byHolder: ReadonlyMap<string, readonly Member[]>;
  /** Exactly one holder, and a source that says so. */
  readonly certain: boolean;
}

export const holdingOf = (index: CityIndex, place: Place, on: CivilDate): Holding => {
  const byHolder = new Map<string, Member[]>();
  let unsure = false;
  for (const member of place.members) {
    let holders: readonly string[];
    if (member.kind === "municipality") holders = [`kommun:${member.code}`];
    else if (member.kind === "unit") holders = holdersOn(index, member.id, on);
    else {
      const era = eraOn(member.eras, on);
      unsure ||= era.unsure === true;
      holders = era.units;
    }
    for (const holder of holders) {
      const known = byHolder.get(holder);
      if (known === undefined) byHolder.set(holder, [member]);
      else known.push(member);
    }
  }
  return { byHolder, certain: byHolder.size === 1 && !unsure };
};

/** Since when `unit` has held the place, and which units held it earlier in the period. Divisions no source states are left out. */
export const historyOf = (
  { units }: CityIndex,
  place: Place,
  unit: UnitId,
  on: CivilDate,
  period: Period,
): { readonly since: string | null; readonly formerly: readonly string[] } => {
  const since = new Set<string | null>();
  const formerly = new Set<string>();
  const asked = period.from !== null || period.to !== null;
  for (const member of place.members) {
    if (member.kind !== "district") {
      since.add(null);
      continue;
    }
    const { eras } = member;
    let at = eras.indexOf(eraOn(eras, on));
    // The newest first, so an earlier era of the same unit is further on in the list.
    while (eras[at + 1]?.units.length === 1 && eras[at + 1]?.units[0] === unit) at += 1;
    // The first day is not known where what came before it is not, or where the data begins with it.
    const before = eras[at + 1];
    since.add(before === undefined || before.unsure === true ? null : (eras[at]?.from ?? null));
    if (!asked) continue;
    for (const [step, { from, units: held, unsure }] of eras.slice(at + 1).entries()) {
      const until = eras[at + step]?.from ?? from;
      const overlaps = (period.from === null || period.from < until) && (period.to === null || period.to >= from);
      const [only] = held;
      const former = only === undefined ? undefined : units.get(only);
      if (overlaps && held.length === 1 && unsure !== true && former !== undefined)
        formerly.add(former.area ?? former.name);
    }
  }
  const [common = null] = since;
  return { since: since.size === 1 ? common : null, formerly: [...formerly] };
};
