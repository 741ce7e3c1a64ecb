import type { City, Unit } from "../../shared/domain/city.ts";
import { addDays, type CivilDate, civilDate } from "../../shared/domain/civil-date.ts";

const twice = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
];
const dayAfter = (text: string): CivilDate | undefined => {
  const day = civilDate(text);
  return day === undefined ? undefined : addDays(day, 1);
};

function* cyclesFrom(units: ReadonlyMap<string, Unit>, start: Unit): Generator<string> {
  const seen = new Set<string>();
  const waiting = [...start.successors];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === start.id) {
      yield `The unit ${start.id} comes after itself: follow its successors and take away the one that leads back.`;
      return;
    }
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(units.get(next)?.successors ?? []));
  }
}

/** What is contradictory among the units and in their time. */
export function* unitFaults({ units }: City): Generator<string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  for (const id of twice(units.map((unit) => unit.id))) yield `The unit ${id} is there twice.`;
  for (const unit of units) {
    const { id, validFrom, validTo, successors, predecessors } = unit;
    if (validFrom !== null && validTo !== null && validFrom > validTo)
      yield `The unit ${id} ends (${validTo}) before it begins (${validFrom}).`;
    if (validTo !== null && successors.length === 0)
      yield `The unit ${id} ended ${validTo} and nobody comes after it: say who holds its records (successors).`;
    if (validTo === null && successors.length > 0)
      yield `The unit ${id} has successors but no last day: give it validTo, or take the successors away.`;
    for (const other of successors) {
      const successor = byId.get(other);
      if (successor === undefined) {
        yield `The unit ${id} has the successor ${other}, which is not among the units.`;
        continue;
      }
      const begins = validTo === null ? undefined : dayAfter(validTo);
      if (begins !== undefined && successor.validFrom !== null && successor.validFrom > begins)
        yield `There is a gap in time: the unit ${id} ended ${validTo}, and its successor ${other} begins ${successor.validFrom}.`;
      if (validTo !== null && successor.validTo !== null && successor.validTo <= validTo)
        yield `The unit ${id} ended ${validTo}, but its successor ${other} had ended by then (${successor.validTo}).`;
      if (!successor.predecessors.includes(id))
        yield `The unit ${other} comes after ${id}, but does not have it among its predecessors.`;
    }
    for (const other of predecessors)
      if (byId.get(other)?.successors.includes(id) !== true)
        yield `The unit ${id} has the predecessor ${other}, which does not have it as a successor.`;
    yield* cyclesFrom(byId, unit);
  }
}

/** What is contradictory in which unit a district belonged to, when. */
export function* districtFaults({ units, districts }: City): Generator<string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const names = districts.flatMap(({ official, parts = [] }) => [...official, ...parts]);
  for (const name of twice(names)) yield `The place ${name} is there twice: a district belongs to one group.`;
  for (const { eras, official, parts = [] } of districts) {
    const group = [...official, ...parts][0];
    if (group === undefined) {
      yield "A group of districts has no districts.";
      continue;
    }
    const inOrder = [...eras].sort((a, b) => (a.from < b.from ? -1 : 1));
    for (const from of twice(inOrder.map((era) => era.from)))
      yield `${group} has two times that begin ${from}: which of them holds?`;
    for (const [at, { from, units: held }] of inOrder.entries()) {
      const until = inOrder[at + 1]?.from;
      for (const id of held) {
        const unit = byId.get(id);
        if (unit === undefined) {
          yield `${group} belongs to ${id} from ${from}, which is not among the units.`;
          continue;
        }
        if (unit.validFrom !== null && unit.validFrom > from)
          yield `There is a gap in time: ${group} belongs to ${id} from ${from}, but the unit begins ${unit.validFrom}.`;
        const begins = unit.validTo === null ? undefined : dayAfter(unit.validTo);
        if (begins !== undefined && (until === undefined || until > begins))
          yield `There is a gap in time: ${group} belongs to ${id}, which ended ${unit.validTo}, and ${
            until === undefined ? "to nobody after that" : `to the next not before ${until}`
          }.`;
      }
    }
  }
}
