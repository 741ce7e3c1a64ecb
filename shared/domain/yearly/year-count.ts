import type { City, UnitId } from "../city.ts";
import { type CivilDate, civilDate, yearOf } from "../civil-date.ts";
import { type Instant, stockholmDate } from "../instant.ts";
import { ok, type Result, refused } from "../result.ts";
import { indexOf } from "../routing/city-index.ts";
import { holdersOn, leadsTo } from "../routing/organisation.ts";
import type { CaseFigures } from "./figures.ts";
import { brokenSums, type CaseViolation, contradiction, type Violation } from "./invariants.ts";
import { livedIn } from "./lived-in.ts";
import { addCases, addLeft, figuresOf, joinSums, noSums, raise, type Sums } from "./sums.ts";
import type { Tally } from "./tally.ts";
import { partsOfText, readShared, readTally } from "./tally-text.ts";

/** A year that has been counted: every unit by itself, and the city. */
export interface YearCount {
  readonly year: number;
  /** Whether the year's cases were handled in this service; else what was not imported is not known. */
  readonly isKept: boolean;
  /** The units with a case that year, or from which one was forwarded, in the order of the city's data. */
  readonly units: readonly UnitId[];
  /** The units that came after one with a case that year. */
  readonly inheriting: readonly UnitId[];
  /** All units and what the DPO had not yet given to one. */
  readonly city: CaseFigures;
  /** A unit by itself, as it was then. */
  readonly ofUnit: (unit: UnitId) => CaseFigures;
  /** A unit with those it came after, as things are now; null where none of those had a case or existed that year. */
  readonly asNow: (unit: UnitId) => CaseFigures | null;
}

export interface Counting {
  /** Adds a case by its stored tally. What is wrong with it is kept for `done`. */
  readonly add: (reference: string, tally: string) => void;
  /** The year when every case has been added, or the first thing that does not add up. */
  readonly done: () => Result<YearCount, Violation>;
}

const sumsIn = <Key>(all: Map<Key, Sums>, key: Key): Sums => {
  const found = all.get(key);
  if (found !== undefined) return found;
  const fresh = noSums();
  all.set(key, fresh);
  return fresh;
};

/** The units a case has left, as they were on the day of receipt where that tells one. */
export const leftThen = (tally: Tally, city: City): readonly UnitId[] => [
  ...new Set(leftBy(tally).map((sender) => thenOf(city, sender, tally))),
];

/** The unit that one was on the day of receipt; itself where there were several. */
const thenOf = (city: City, unit: UnitId, { receivedOn }: Tally): UnitId => {
  const [only, ...others] = holdersOn(indexOf(city), unit, receivedOn);
  return only === undefined || others.length > 0 ? unit : only;
};

const leftBy = (tally: Tally): readonly UnitId[] => (tally.kind === "request" ? (tally.left ?? []) : []);

/**
 * The units that came after `unit` and have taken its cases with them, one after another. Where it was divided, the unit
 * that holds the case tells which; where that does not tell, the line ends there and the case stays where it was.
 */
export function lineAfter(city: City, unit: UnitId, holder: UnitId | null): readonly UnitId[] {
  const { units } = indexOf(city);
  const line: UnitId[] = [];
  for (let at = units.get(unit); at !== undefined; ) {
    const { successors } = at;
    const next =
      successors.length === 1 ? successors : successors.filter((one) => holder !== null && leadsTo(city, one, holder));
    const [only, ...others] = next;
    if (only === undefined || others.length > 0) return line;
    line.push(only);
    at = units.get(only);
  }
  return line;
}

/** Cases that are alike in all but their days, while they are being counted. */
interface Group {
  readonly tally: Tally;
  readonly days: Map<number, number>;
  cases: number;
  undated: number;
}
/** Why cases cannot be counted. */
type Fault = CaseViolation["code"];

const dayOf = (text: string): { readonly date: CivilDate; readonly number: number } => {
  const date = civilDate(text);
  if (date === undefined) throw new RangeError(`There is no day ${text}`);
  return { date, number: Date.parse(date) / 86_400_000 };
};

/** Adds the groups up: for each unit, for the city, and for the units that came after others. */
function sumsOf(groups: Iterable<Group | Fault>, city: City) {
  const byUnit = new Map<UnitId, Sums>();
  const triage = noSums();
  const whole = noSums();
  /** What a unit's predecessors bring with them. */
  const inherited = new Map<UnitId, Sums>();
  let hasOwn = false;
  for (const alike of groups) {
    if (typeof alike === "string" || alike.cases === 0) continue;
    const { tally, cases } = alike;
    hasOwn ||= !tally.imported;
    addCases(whole, alike);
    addCases(tally.counted === null ? triage : sumsIn(byUnit, tally.counted), alike);
    if (tally.counted !== null)
      for (const unit of lineAfter(city, tally.counted, tally.holder)) addCases(sumsIn(inherited, unit), alike);
    for (const sender of leftThen(tally, city)) {
      addLeft(whole, cases);
      addLeft(sumsIn(byUnit, sender), cases);
      for (const unit of lineAfter(city, sender, tally.holder)) addLeft(sumsIn(inherited, unit), cases);
    }
  }
  return { whole, triage, byUnit, inherited, hasOwn };
}

/**
 * Counts a year case by case, in any order. Memory grows with how many different cases there are, not with how many.
 *
 * @param isRunning whether it is the year in progress: then nothing counted yet is 0 and not unknown
 */
export function countYear(city: City, year: number, isRunning: boolean): Counting {
  const { units } = indexOf(city);
  const [firstDay, lastDay] = [dayOf(`${year}-01-01`), dayOf(`${year}-12-31`)];
  const groups = new Map<string, Group | Fault>();
  let violation: CaseViolation | undefined;

  const faultOf = (tally: Tally): Fault | undefined => {
    const named = [tally.counted, tally.holder, ...leftBy(tally)];
    if (named.some((unit) => unit !== null && !units.has(unit))) return "unknown-unit";
    return contradiction(tally) ? "contradiction" : undefined;
  };
  const begun = (key: string, tally: Tally | undefined): Group | Fault => {
    const group =
      tally === undefined ? "unreadable" : (faultOf(tally) ?? { tally, days: new Map(), cases: 0, undated: 0 });
    groups.set(key, group);
    return group;
  };
  const groupOf = (text: string, shared: string): Group | Fault => {
    const group = groups.get(shared) ?? begun(shared, readShared(shared, firstDay.date));
    if (typeof group === "string" || leftBy(group.tally).length === 0) return group;
    // Which unit a sender was then depends on the day, so these are counted by their days as well.
    return groups.get(text) ?? begun(text, readTally(text));
  };
  const faultOfDays = ({ tally }: Group, received: number, days: number | null): Fault | undefined => {
    if (Number.isNaN(received) || Number.isNaN(days)) return "unreadable";
    if (received < firstDay.number || received > lastDay.number) return "other-year";
    const isOpen = tally.kind === "request" && tally.outcome === null;
    return days !== null && (days < 0 || isOpen) ? "contradiction" : undefined;
  };
  /** Counts a case, or answers why it cannot be. */
  const counted = (text: string): Fault | undefined => {
    const { shared, received, answered } = partsOfText(text);
    const group = groupOf(text, shared);
    if (typeof group === "string") return group;
    const days = answered === null ? null : answered - received;
    const fault = faultOfDays(group, received, days);
    if (fault !== undefined) return fault;
    group.cases += 1;
    if (days === null) group.undated += 1;
    else raise(group.days, days);
    return undefined;
  };

  const add = (reference: string, text: string): void => {
    const code = counted(text);
    // The first by reference, so that the same cases always name the same one.
    if (code !== undefined && (violation === undefined || reference < violation.reference))
      violation = { code, reference };
  };

  const done = (): Result<YearCount, Violation> => {
    const { whole, triage, byUnit, inherited, hasOwn } = sumsOf(groups.values(), city);
    const wrong = violation ?? brokenSums(whole, triage, byUnit);
    if (wrong !== undefined) return refused(wrong);
    const isKept = isRunning || hasOwn;
    const cameAfter = (unit: UnitId): boolean =>
      inherited.has(unit) ||
      city.units.some((one) => livedIn(one, year) && lineAfter(city, one.id, unit).includes(unit));
    return ok({
      year,
      isKept,
      units: city.units.map(({ id }) => id).filter((id) => byUnit.has(id)),
      inheriting: city.units.map(({ id }) => id).filter((id) => inherited.has(id)),
      city: figuresOf(whole, isKept),
      ofUnit: (unit) => figuresOf(byUnit.get(unit) ?? noSums(), isKept),
      asNow: (unit) => {
        if (!cameAfter(unit)) return null;
        const together = noSums();
        for (const sums of [byUnit.get(unit), inherited.get(unit)]) if (sums !== undefined) joinSums(together, sums);
        return figuresOf(together, isKept);
      },
    });
  };
  return { add, done };
}

/** Where the cases of a year come from, page by page in any order. */
export type YearPages = (
  year: number,
) => AsyncIterable<readonly { readonly reference: string; readonly tally: string }[]>;

/** Counts a year as its cases are `now`, one page in memory at a time. */
export async function countedYear(
  city: City,
  year: number,
  pages: YearPages,
  now: Instant,
): Promise<Result<YearCount, Violation>> {
  const counting = countYear(city, year, year === yearOf(stockholmDate(now)));
  for await (const page of pages(year)) for (const { reference, tally } of page) counting.add(reference, tally);
  return counting.done();
}
