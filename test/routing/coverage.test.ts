import { describe, expect, it } from "vitest";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import { addDays, type CivilDate } from "../../shared/domain/civil-date.ts";
import { unitsAsOf } from "../../shared/domain/routing/organisation.ts";
import { explain, type Routing } from "../../shared/domain/routing/routing.ts";
import { ask, day, today } from "./ask.ts";

const { services, districts, aliases, units, country } = stockholm;
const official = districts.flatMap((group) => group.official);
const places = [...official, ...districts.flatMap((group) => group.parts ?? []), ...Object.keys(aliases)];
/** The last day of something old, the first day of something new, and the days beside them, since 1997. */
const boundaries: readonly CivilDate[] = [
  ...new Set(
    [...districts.flatMap(({ eras }) => eras.map(({ from }) => from)), "2007-07-01"].flatMap((from) =>
      [-1, 0, 1].map((step) => addDays(day(from), step)),
    ),
  ),
  today,
].filter((on) => on >= "1997-01-01");

const live = new Map(boundaries.map((on) => [on, new Set(unitsAsOf(stockholm, on).map(({ id }) => id))]));

/** What must hold of any routing: everyone named exists on the day, everything in doubt is asked, nobody is left without an answer. */
const sound = ({ recipients, outside, triage }: Routing, on: CivilDate, what: string): void => {
  const alive = live.get(on) ?? new Set();
  for (const { unit, because } of recipients)
    if (!alive.has(unit) || because.length === 0) expect.fail(`${what}: ${unit} on ${on}`);
  for (const id of triage?.candidates ?? [])
    if (!alive.has(id) && !(id.startsWith("kommun:") && id.slice(7) in country.municipalities))
      expect.fail(`${what}: candidate ${id} on ${on}`);
  if (triage !== null && (triage.candidates.length === 0 || !explain(triage.question, "sv").includes("?")))
    expect.fail(`${what}: a doubt without candidates or question on ${on}`);
  if (new Set(recipients.map(({ unit }) => unit)).size !== recipients.length) expect.fail(`${what}: a unit twice`);
  if (recipients.length + outside.length === 0 && triage === null) expect.fail(`${what}: nobody answers on ${on}`);
};

describe("who answers is settled for every service, place and day since 1997", () => {
  it("the boundaries are all there", () => {
    for (const on of ["1998-12-31", "1999-01-01", "2006-12-31", "2007-01-01", "2020-07-01", "2023-06-30", "2023-07-02"])
      expect(boundaries).toContain(on);
  });

  it.each(services.map(({ key }) => key))("%s: in every place, for every day of change, seen from today", (service) => {
    for (const place of places)
      for (const on of boundaries)
        sound(ask([{ service, place, from: on, to: on }]), today, `${service} in ${place} ${on}`);
  });

  it.each(services.map(({ key }) => key))("%s: in every place, seen from every day of change", (service) => {
    for (const place of places)
      for (const on of boundaries) sound(ask([{ service, place }], on), on, `${service} in ${place}`);
  });

  it("a service of the districts has exactly one certain unit in each of the 117 districts today, and asks nothing", () => {
    for (const { key, rule } of services)
      for (const place of official) {
        if (rule.kind !== "district") continue;
        const { recipients, outside, triage } = ask([{ service: key, place }]);
        expect([key, place, recipients.length, outside.length, triage]).toEqual([
          key,
          place,
          1 + (rule.also?.length ?? 0),
          0,
          null,
        ]);
      }
  });

  it("a service of one unit has that unit, in every district, on every day of change", () => {
    for (const { key, rule } of services)
      for (const place of official)
        for (const on of boundaries) {
          if (rule.kind !== "units") continue;
          expect(ask([{ service: key, place }], on).recipients.map(({ unit }) => unit)).toEqual(rule.units);
        }
  });

  it("where a district's unit of the day is stated by a source, it is the one that answers", () => {
    for (const { eras, official: names } of districts)
      for (const on of boundaries)
        for (const place of names) {
          const era = eras.find(({ from }) => from <= on);
          if (era === undefined || era.unsure === true || era.units.length > 1) continue;
          expect(ask([{ service: "konsument", place }], on).recipients.map(({ unit }) => unit)).toEqual(era.units);
        }
  });

  it("the name of every unit that ever was leads to the units that hold its records today", () => {
    for (const { name, area, administration, kind } of units)
      for (const place of [name, administration, ...(area === undefined ? [] : [area])]) {
        const routing = ask([{ service: "soc-okand", place }]);
        sound(routing, today, place);
        if (kind === "stadsdelsnamnd" && name !== "Hammarby stadsdelsnämnd" && place !== "Enskede")
          expect([place, routing.recipients.length]).toEqual([place, 1]);
      }
  });
});
