import { describe, expect, it } from "vitest";
import { goteborg } from "../../shared/cities/goteborg/index.ts";
import { addDays, type CivilDate } from "../../shared/domain/civil-date.ts";
import { countedUnit } from "../../shared/domain/routing/counted-unit.ts";
import { unitsAsOf } from "../../shared/domain/routing/organisation.ts";
import { type Concern, explain, type Routing } from "../../shared/domain/routing/routing.ts";
import { factsIn } from "../domain/facts.ts";
import * as anywhere from "./ask.ts";
import { day, today } from "./ask.ts";

const ask = (concerns: readonly Concern[], on: CivilDate = today) => anywhere.ask(concerns, on, goteborg);
const answers = (concern: Concern, on: CivilDate = today) => anywhere.answers(concern, on, goteborg);
const said = (concern: Concern, on: CivilDate = today) => anywhere.said(concern, on, goteborg);

const { services, districts, aliases, units, country } = goteborg;
const official = districts.flatMap((group) => group.official);
const places = [...official, ...Object.keys(aliases)];
/** The days of change since the ten district committees, and the days beside them. */
const boundaries: readonly CivilDate[] = [
  ...["2011-01-01", "2018-01-01", "2018-07-01", "2021-01-01", "2023-01-02"].flatMap((from) =>
    [-1, 0, 1].map((step) => addDays(day(from), step)),
  ),
  today,
].filter((on) => on >= "2011-01-01");
const live = new Map(boundaries.map((on) => [on, new Set(unitsAsOf(goteborg, on).map(({ id }) => id))]));

const sound = ({ recipients, outside, triage }: Routing, on: CivilDate, what: string): void => {
  const alive = live.get(on) ?? new Set();
  for (const { unit, because } of recipients)
    if (!alive.has(unit) || because.length === 0) expect.fail(`${what}: ${unit} on ${on}`);
  for (const id of triage?.candidates ?? [])
    if (!alive.has(id) && !(id.startsWith("kommun:") && id.slice(7) in country.municipalities))
      expect.fail(`${what}: candidate ${id} on ${on}`);
  if (triage !== null && (triage.candidates.length === 0 || !explain(triage.question, "sv").includes("?")))
    expect.fail(`${what}: a doubt without candidates or question on ${on}`);
  if (recipients.length > 1) expect.fail(`${what}: more than one unit on ${on}`);
  if (recipients.length + outside.length === 0 && triage === null) expect.fail(`${what}: nobody answers on ${on}`);
};

describe("the worked cases from Göteborg", () => {
  const rows = factsIn("routing-cases.csv").filter(({ city }) => city === "goteborg");

  it("are all there", () => expect(rows.length).toBe(4));

  it.each(rows)("$id: $description_sv", (one) => {
    const [from = "", to] = (one.period ?? "").split("-");
    const { recipients, outside, triage } = ask([
      {
        service: one.service_key ?? "",
        place: one.place ?? "",
        from,
        ...(to === undefined ? { to: from } : to === "" ? {} : { to }),
      },
    ]);
    const expected = (one.expected_units ?? "").split("|").sort();
    const certain = [...recipients.map(({ unit }) => unit), ...outside.map(({ id }) => id)].sort();
    expect(certain).toEqual(one.expected_outcome === "triage" ? [] : expected);
    expect([...(triage?.candidates ?? [])].sort()).toEqual(one.expected_outcome === "triage" ? expected : []);
  });
});

describe("in Göteborg, who answers is settled for every service, place and day since 2011", () => {
  it.each(services.map(({ key }) => key))("%s: in every place, for every day of change, seen from today", (service) => {
    for (const place of places)
      for (const on of boundaries)
        sound(ask([{ service, place, from: on, to: on }]), today, `${service} in ${place} ${on}`);
  });

  it.each(services.map(({ key }) => key))("%s: in every place, seen from every day of change", (service) => {
    for (const place of places)
      for (const on of boundaries) sound(ask([{ service, place }], on), on, `${service} in ${place}`);
  });

  it("the social services of a place are one committee's today and were one district committee's then", () => {
    for (const { eras, official: names } of districts)
      for (const place of names)
        for (const on of boundaries) {
          const era = eras.find(({ from }) => from <= on);
          expect(ask([{ service: "soc-barn-unga", place }], on).recipients.map(({ unit }) => unit)).toEqual(era?.units);
        }
  });

  it("without a place, the four social committees are those who may answer", () => {
    expect(answers({ service: "soc-ekonomiskt-bistand" })).toEqual([
      "?",
      "gbg-soc-nordost",
      "gbg-soc-centrum",
      "gbg-soc-sydvast",
      "gbg-soc-hisingen",
    ]);
  });

  it("no unit is there without any way to be reached or to have ended", () => {
    for (const { id, validTo, successors } of units)
      expect([id, validTo !== null]).toEqual([id, successors.length > 0]);
  });
});

describe("what a closed district committee had went to different committees, by service", () => {
  const angered = "Angereds centrum";

  it.each([
    ["soc-ekonomiskt-bistand", "gbg-soc-nordost"],
    ["aldre-hemtjanst", "gbg-avo"],
    ["funk-lss", "gbg-funktionsstod"],
    ["kultur-kulturskola", "gbg-grundskolenamnden"],
  ])("%s of 2019 in Angered: %s answers now, and the district committee did then", (service, now) => {
    expect(answers({ service, place: angered, from: "2019", to: "2019" })).toEqual([now]);
    expect(answers({ service, place: angered }, day("2019-06-01"))).toEqual(["gbg-sdn-angered"]);
  });

  it("preschool and school had left two and a half years before the rest", () => {
    for (const service of ["forskola-kommunal", "skola-grund"]) {
      expect(answers({ service, place: angered }, day("2018-06-30"))).toEqual(["gbg-sdn-angered"]);
      expect(answers({ service, place: angered }, day("2018-07-01"))).not.toContain("gbg-sdn-angered");
    }
  });

  it("a case counts in the committee that would have answered on the day of receipt, by its service", () => {
    const on = day("2019-03-01");
    const place = "Östra Bergsjön";
    expect(countedUnit("gbg-avo", [{ service: "aldre-hemtjanst", place }], goteborg, on)).toBe(
      "gbg-sdn-ostra-goteborg",
    );
    expect(countedUnit("gbg-soc-nordost", [{ service: "soc-okand", place }], goteborg, on)).toBe(
      "gbg-sdn-ostra-goteborg",
    );
    expect(countedUnit("gbg-avo", [{ service: "aldre-hemtjanst" }], goteborg, on)).toBe("gbg-avo");
  });

  it("the old administration as a workplace is not enough to tell who has the staff's files", () => {
    const { recipients, triage } = ask([{ service: "anstalld-personal", place: "Angered stadsdelsförvaltning" }]);
    expect(recipients).toEqual([]);
    expect([...(triage?.candidates ?? [])].sort()).toEqual([
      "gbg-avo",
      "gbg-forskolenamnden",
      "gbg-funktionsstod",
      "gbg-grundskolenamnden",
      "gbg-soc-nordost",
    ]);
  });

  it("the answer says where the place belonged before, and since when it does now", () => {
    expect(said({ service: "soc-okand", place: "Hammarkullen", from: "2019", to: "2020" })).toContain(
      "Hammarkullen hör till Socialförvaltningen Nordost sedan 2021-01-01 (tidigare Angered).",
    );
  });

  it("a time before the committees of 2011 is decided by a person, who may look in the archive", () => {
    expect(answers({ service: "soc-barn-unga", place: "Tuve", from: "2005", to: "2009" })).toEqual([
      "?",
      "gbg-soc-hisingen",
      "gbg-regionarkivet",
    ]);
  });
});

describe("places around Göteborg", () => {
  it.each([
    ["Mölndal", "kommun:1481"],
    ["Sävedalen", "kommun:1402"],
    ["Mölnlycke", "kommun:1401"],
    ["Öckerö", "kommun:1407"],
    ["Lerum", "kommun:1441"],
  ])("%s answers for itself: %s", (place, municipality) => {
    expect(answers({ service: "soc-okand", place })).toEqual([municipality]);
  });

  it("health care is the region's, and home nursing the city's", () => {
    expect(answers({ service: "vard-journal-gbg" })).toEqual(["ext-vgr"]);
    expect(answers({ service: "vard-hemsjukvard" })).toEqual(["gbg-avo"]);
  });

  it("all of Hisingen is one social committee's now, and was three district committees'", () => {
    expect(answers({ service: "soc-okand", place: "Hisingen" })).toEqual(["gbg-soc-hisingen"]);
    expect(answers({ service: "soc-okand", place: "Hisingen" }, day("2020-12-31"))).toEqual([
      "?",
      "gbg-sdn-lundby",
      "gbg-sdn-norra-hisingen",
      "gbg-sdn-vastra-hisingen",
    ]);
  });
});
