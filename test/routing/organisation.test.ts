import { describe, expect, it } from "vitest";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import type { Era, Unit } from "../../shared/domain/city.ts";
import { addDays } from "../../shared/domain/civil-date.ts";
import { indexOf, type Member } from "../../shared/domain/routing/city-index.ts";
import { countedUnit } from "../../shared/domain/routing/counted-unit.ts";
import { historyOf, holdersOn, holdingOf, leadsTo, unitsAsOf } from "../../shared/domain/routing/organisation.ts";
import { day, today } from "./ask.ts";

const { units, districts } = stockholm;
const byId = new Map(units.map((unit) => [unit.id, unit]));
const unit = (id: string): Unit => {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`no unit ${id}`);
  return found;
};
const committeesOn = (text: string): number =>
  unitsAsOf(stockholm, day(text)).filter(({ kind }) => kind === "stadsdelsnamnd").length;

describe("Stockholm's units through the reorganisations", () => {
  it.each([
    ["1996-12-31", 0],
    ["1997-01-01", 24],
    ["1998-12-31", 24],
    ["1999-01-01", 18],
    ["2006-12-31", 18],
    ["2007-01-01", 14],
    ["2020-06-30", 14],
    ["2020-07-01", 13],
    ["2023-06-30", 13],
    ["2023-07-01", 11],
    ["2026-11-22", 11],
  ])("on %s there were %i district committees", (on, count) => {
    expect(committeesOn(on)).toBe(count);
  });

  it("a unit that has ended says who came after it, and one that has not says nobody", () => {
    for (const { id, validTo, successors } of units)
      expect([id, successors.length > 0]).toEqual([id, validTo !== null]);
  });

  it("every chain of successors ends in units that exist today, without a day between", () => {
    const heirs = (id: string): readonly string[] => {
      const { validTo, successors } = unit(id);
      if (validTo === null) return [id];
      for (const next of successors) {
        const { validFrom } = unit(next);
        expect(validFrom === null || validFrom <= addDays(day(validTo), 1), `${id} to ${next}`).toBe(true);
      }
      return successors.flatMap(heirs);
    };
    for (const { id } of units) expect(heirs(id).length, id).toBeGreaterThan(0);
  });

  it("predecessors are the successors seen from the other side", () => {
    for (const { id, predecessors } of units)
      expect(predecessors).toEqual(units.filter(({ successors }) => successors.includes(id)).map((one) => one.id));
  });

  it("only Hammarby was ever divided between two units", () => {
    expect(units.filter(({ successors }) => successors.length > 1).map(({ id }) => id)).toEqual(["sthlm-sdn-hammarby"]);
  });
});

describe("what a unit held", () => {
  const index = indexOf(stockholm);

  it.each([
    ["sthlm-kulturnamnden", "1999-05-05", ["sthlm-kulturnamnden"]],
    ["sthlm-sdn-rinkeby-kista", "2023-06-30", ["sthlm-sdn-rinkeby-kista"]],
    // After it ended: through one reorganisation, or through two.
    ["sthlm-sdn-rinkeby-kista", "2023-07-01", ["sthlm-sdn-jarva"]],
    ["sthlm-sdn-rinkeby", "2026-11-22", ["sthlm-sdn-jarva"]],
    // Of a unit that was divided: of one part a little later, and of both long after.
    ["sthlm-sdn-hammarby", "2000-05-05", ["sthlm-sdn-katarina-sofia", "sthlm-sdn-skarpnack"]],
    ["sthlm-sdn-hammarby", "2026-11-22", ["sthlm-sdn-skarpnack", "sthlm-sdn-sodermalm"]],
    // Before it began: those that became one, also where it has ended since.
    ["sthlm-sdn-rinkeby-kista", "2006-12-31", ["sthlm-sdn-kista", "sthlm-sdn-rinkeby"]],
    ["sthlm-sdn-jarva", "2006-12-31", ["sthlm-sdn-kista", "sthlm-sdn-rinkeby", "sthlm-sdn-spanga-tensta"]],
  ])("%s, is on %s with %j", (id, on, holders) => {
    expect(holdersOn(index, id, day(on)).toSorted()).toEqual(holders);
  });

  it.each([
    ["sthlm-sdn-rinkeby", "sthlm-sdn-jarva", true],
    ["sthlm-sdn-hammarby", "sthlm-sdn-sodermalm", true],
    ["sthlm-sdn-hammarby", "sthlm-sdn-skarpnack", true],
    ["sthlm-sdn-jarva", "sthlm-sdn-rinkeby", false],
    ["sthlm-sdn-rinkeby", "sthlm-sdn-sodermalm", false],
    ["nowhere", "sthlm-sdn-jarva", false],
  ])("%s, has come to %s: %s", (id, heir, leads) => {
    expect(leadsTo(stockholm, id, heir)).toBe(leads);
  });
});

describe("since when a unit has held a place, and which held it before", () => {
  const index = indexOf(stockholm);
  const always = { from: null, to: day("2026-12-31") };
  const jarva: Era = { from: "2023-07-01", units: ["sthlm-sdn-jarva"] };
  const kista: Era = { from: "1997-01-01", units: ["sthlm-sdn-kista"] };
  const of = (...eras: readonly Era[]): Member => ({ kind: "district", name: "Någonstans", eras });
  const history = (...members: readonly Member[]) =>
    historyOf(index, { name: "Någonstans", members }, "sthlm-sdn-jarva", today, always);

  it("is the first day of all its time there without a break", () => {
    const earlier = { ...jarva, from: "2010-01-01" };
    expect(history(of(jarva, kista))).toEqual({ since: "2023-07-01", formerly: ["Kista"] });
    expect(history(of(jarva, earlier, kista))).toEqual({ since: "2010-01-01", formerly: ["Kista"] });
  });

  it("is not from a time when it held the place together with another, which is not named either", () => {
    const shared = { from: "2010-01-01", units: ["sthlm-sdn-jarva", "sthlm-sdn-rinkeby-kista"] };
    expect(history(of(jarva, shared, kista))).toEqual({ since: "2023-07-01", formerly: ["Kista"] });
  });

  it("is no day where the parts of the place came to it on different days, or one of them has no history", () => {
    const later = { ...jarva, from: "2025-01-01" };
    expect(history(of(jarva, kista), of(jarva, kista)).since).toBe("2023-07-01");
    expect(history(of(jarva, kista), of(later, kista)).since).toBeNull();
    expect(history(of(jarva, kista), { kind: "unit", id: "sthlm-sdn-jarva" }).since).toBeNull();
  });

  it("cannot be told of a district that the data give no time at all", () => {
    expect(() => holdingOf(index, { name: "Någonstans", members: [of()] }, today)).toThrow(
      "A district without any era",
    );
  });
});

describe("Stockholm's districts since 1997", () => {
  const all = districts.flatMap((group) =>
    [...group.official, ...(group.parts ?? [])].map((name) => [name, group.eras] as const),
  );

  it("are 117, each once", () => {
    const names = districts.flatMap(({ official }) => official);
    expect(names.length).toBe(117);
    expect(new Set(names).size).toBe(117);
  });

  it.each(all)(
    "%s has had a unit every day since 1997-01-01, never two without saying so, and each lived as long",
    (_name, eras) => {
      const oldestFirst = [...eras].sort((a, b) => (a.from < b.from ? -1 : 1));
      expect(oldestFirst[0]?.from).toBe("1997-01-01");
      for (const [at, era] of oldestFirst.entries()) {
        const next = oldestFirst[at + 1];
        const last = next === undefined ? null : addDays(day(next.from), -1);
        expect(era.units.length).toBeGreaterThan(0);
        for (const id of era.units) {
          const { validFrom, validTo, successors } = unit(id);
          expect(validFrom !== null && validFrom <= era.from, `${id} begins after ${era.from}`).toBe(true);
          if (last === null) expect(validTo, id).toBeNull();
          else expect(validTo === null || validTo >= last, `${id} ends before ${last}`).toBe(true);
          // A unit that ended with the era handed this district to the unit of the next one.
          if (validTo !== null && next !== undefined && validTo < next.from)
            expect(
              next.units.some((heir) => successors.includes(heir)),
              `${id} to ${next.units}`,
            ).toBe(true);
        }
      }
      expect(oldestFirst.at(-1)?.units.length).toBe(1);
      expect(oldestFirst.at(-1)?.unsure).toBeUndefined();
    },
  );

  it("a committee of today has at least one district, and a district's unit is a committee", () => {
    const held = new Set(districts.flatMap(({ eras }) => eras.flatMap((era) => era.units)));
    for (const { id, kind } of units) expect([id, held.has(id)]).toEqual([id, kind === "stadsdelsnamnd"]);
  });
});

describe("the unit a case counts in", () => {
  const from = (place: string) => [{ service: "soc-okand", place }];

  it("is the unit itself where nothing has changed since the day of receipt", () => {
    expect(countedUnit("sthlm-sdn-jarva", from("Husby"), stockholm, today)).toBe("sthlm-sdn-jarva");
  });

  it("is the predecessor of the place, where the unit had several", () => {
    const on = day("2023-06-30");
    expect(countedUnit("sthlm-sdn-jarva", from("Husby"), stockholm, on)).toBe("sthlm-sdn-rinkeby-kista");
    expect(countedUnit("sthlm-sdn-jarva", from("Tensta"), stockholm, on)).toBe("sthlm-sdn-spanga-tensta");
  });

  it("follows the place through two reorganisations", () => {
    expect(countedUnit("sthlm-sdn-jarva", from("Rinkeby"), stockholm, day("2006-12-31"))).toBe("sthlm-sdn-rinkeby");
  });

  it("is the unit of today where the concerns cannot tell between its predecessors", () => {
    expect(countedUnit("sthlm-sdn-jarva", [{ service: "skola-grund" }], stockholm, day("2023-06-30"))).toBe(
      "sthlm-sdn-jarva",
    );
  });

  it("is the unit that holds a case forwarded to it, although its own concerns point elsewhere", () => {
    expect(countedUnit("sthlm-sdn-farsta", from("Husby"), stockholm, day("2023-06-30"))).toBe("sthlm-sdn-farsta");
  });
});
