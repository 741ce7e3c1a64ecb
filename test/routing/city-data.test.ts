import { describe, expect, it } from "vitest";
import { faultsInShape } from "../../infra/check-city/shape.ts";
import { cities } from "../../shared/cities/cities.ts";
import { cityIds, isCityId } from "../../shared/cities/city-ids.ts";
import { cityOf } from "../../shared/cities/city-of.ts";
import { municipalities } from "../../shared/cities/sweden/municipalities.ts";
import { outsideBodies } from "../../shared/cities/sweden/outside-bodies.ts";
import { regions } from "../../shared/cities/sweden/regions.ts";
import { serviceGroupLabels, serviceGroups } from "../../shared/domain/city.ts";
import { findPlace, indexOf } from "../../shared/domain/routing/city-index.ts";

describe.each(cityIds)("the data of %s", (id) => {
  const city = cityOf(id);
  const ids = new Set(city.units.map((unit) => unit.id));

  it("has the shape the code reads", () => {
    expect(faultsInShape(city)).toEqual([]);
    expect(city.id).toBe(id);
  });

  it("has each unit and each service once", () => {
    expect(ids.size).toBe(city.units.length);
    expect(new Set(city.services.map(({ key }) => key)).size).toBe(city.services.length);
  });

  it("points only to units and bodies that are there, and the units exist today", () => {
    const named = city.services.flatMap(({ rule: one, oldRecords }) => [
      ...("units" in one ? one.units : []),
      ...("also" in one ? (one.also ?? []) : []),
      ...("otherwise" in one ? [one.otherwise] : []),
      ...(oldRecords === undefined ? [] : [oldRecords.archive]),
    ]);
    for (const unit of named) expect([unit, city.units.find((one) => one.id === unit)?.validTo]).toEqual([unit, null]);
    for (const { rule: one } of city.services)
      for (const body of "bodies" in one ? one.bodies : []) expect(Object.keys(outsideBodies)).toContain(body);
    for (const unit of city.units)
      for (const other of [...unit.successors, ...unit.predecessors])
        expect([unit.id, ids.has(other)]).toEqual([unit.id, true]);
  });

  it("asks for the place exactly where a place can decide", () => {
    for (const { key, asksPlace, place, rule: one } of city.services) {
      expect([key, asksPlace]).toEqual([key, place !== null]);
      if (one.kind === "district" || one.kind === "last-district") expect([key, asksPlace]).toEqual([key, true]);
    }
  });

  it("has a heading for every group, and something in each for citizens", () => {
    for (const group of serviceGroups) {
      expect(serviceGroupLabels[group].sv.length).toBeGreaterThan(3);
      expect([group, city.services.some((one) => one.forCitizens && one.group === group)]).toEqual([group, true]);
    }
  });

  it("keeps staff's services from citizens, and lets those who do not know say so", () => {
    for (const { key, forCitizens } of city.services)
      expect([key, forCitizens]).toEqual([key, !key.startsWith("incident-")]);
    expect(city.services.find(({ key }) => key === "vet-inte")?.group).toBe("unknown");
  });

  it("finds every place it suggests, every post town and every noted place, each by its own name", () => {
    const index = indexOf(city);
    for (const name of [...city.placeNames, ...Object.values(city.postalTowns), ...Object.keys(city.placeNotes)])
      expect([name, findPlace(index, name)?.name]).toEqual([name, name]);
    expect(new Set(city.placeNames).size).toBe(city.placeNames.length);
  });

  it("suggests the official districts first, in the order of the Swedish alphabet", () => {
    const official = city.districts.flatMap((group) => group.official);
    expect(city.placeNames.slice(0, official.length)).toEqual([...official].sort(new Intl.Collator("sv").compare));
  });

  it("has no alias that an official district hides", () => {
    const official = new Set(city.districts.flatMap((group) => group.official));
    expect(Object.keys(city.aliases).filter((name) => official.has(name))).toEqual([]);
  });

  it("speaks plain Swedish and invents no way to reach the city", () => {
    expect(JSON.stringify(city.services)).not.toMatch(/session|obligatorisk|ogiltig|validering|erhåll|avser/i);
    expect(JSON.stringify(city)).not.toMatch(/@|\d{2,3}-\d{3} ?\d{2}/);
  });
});

describe("the cities", () => {
  it("are known by their ids and by nothing else", () => {
    expect([...cityIds]).toEqual(Object.keys(cities));
    expect(["stockholm", "goteborg", "constructor", ""].map(isCityId)).toEqual([true, true, false, false]);
  });
});

describe("Sweden", () => {
  const codes = Object.keys(municipalities);

  it("has 290 municipalities with codes and names of their own", () => {
    expect(codes.length).toBe(290);
    expect(new Set(Object.values(municipalities).map(({ name }) => name)).size).toBe(290);
    expect(codes.every((code) => /^\d{4}$/.test(code))).toBe(true);
  });

  it("has 21 regions, and every municipality lies in one of them", () => {
    expect(Object.keys(regions).length).toBe(21);
    expect(codes.filter((code) => !(code.slice(0, 2) in regions))).toEqual([]);
    expect(new Set(codes.map((code) => code.slice(0, 2))).size).toBe(21);
  });

  /** How many municipalities each county has, from general knowledge of Sweden's counties. */
  it.each([
    ["01", 26],
    ["03", 8],
    ["04", 9],
    ["05", 13],
    ["06", 13],
    ["07", 8],
    ["08", 12],
    ["09", 1],
    ["10", 5],
    ["12", 33],
    ["13", 6],
    ["14", 49],
    ["17", 16],
    ["18", 12],
    ["19", 10],
    ["20", 15],
    ["21", 10],
    ["22", 7],
    ["23", 8],
    ["24", 15],
    ["25", 14],
  ])("county %s has %i municipalities", (county, count) => {
    expect(codes.filter((code) => code.startsWith(county)).length).toBe(count);
  });

  it.each([
    ["0114", "Upplands Väsby", "Upplands Väsby kommun"],
    ["0180", "Stockholm", "Stockholms stad"],
    ["0331", "Heby", "Heby kommun"],
    ["0980", "Gotland", "Region Gotland"],
    ["1280", "Malmö", "Malmö kommun"],
    ["1421", "Orust", "Orust kommun"],
    ["1480", "Göteborg", "Göteborgs kommun"],
    ["1490", "Borås", "Borås kommun"],
    ["2080", "Falun", "Falu kommun"],
    ["2514", "Kalix", "Kalix kommun"],
    ["2584", "Kiruna", "Kiruna kommun"],
  ])("%s is %s", (code, name, label) => {
    expect(municipalities[code]).toEqual({ name, label });
  });
});
