import { describe, expect, it } from "vitest";
import type { Concern } from "../../shared/domain/routing/routing.ts";
import { factsIn } from "../domain/facts.ts";
import { ask } from "./ask.ts";

const rows = factsIn("routing-cases.csv").filter(({ city }) => city === "stockholm");
const row = (id: string) => {
  const found = rows.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found;
};

/** "2024-" is open, "2024" is that year, "2010-2025" is from and to. */
const period = (text = ""): Pick<Concern, "from" | "to"> => {
  const [from = "", to] = text.split("-");
  if (from === "") return {};
  if (to === undefined) return { from, to: from };
  return to === "" ? { from } : { from, to };
};

/** Where the description names more services or places than the row's columns, each is a concern of its own. */
const several: Readonly<Record<string, readonly Concern[]>> = {
  RT45: [
    { service: "soc-barn-unga", place: "Vårby", from: "2015", to: "2015" },
    { service: "soc-barn-unga", place: "Vårberg", from: "2020", to: "2020" },
  ],
  RT51: [
    { service: "soc-missbruk-vuxen", place: "Skarpnäcks gård", from: "2023", to: "2023" },
    { service: "vard-journal", from: "2023", to: "2023" },
  ],
  RT53: [
    { service: "aldre-boende", place: "Bromma (postort)", from: "2024", to: "2024" },
    { service: "aldre-boende", place: "Älvsjö", from: "2024", to: "2024" },
  ],
  RT55: [
    { service: "soc-okand", place: "Midsommarkransen", from: "2015", to: "2026" },
    { service: "forskola-kommunal", place: "Midsommarkransen" },
    { service: "skola-grund" },
    { service: "bygg-bygglov", from: "2022", to: "2022" },
    { service: "bostad-ko" },
  ],
};

const concernsOf = (one: Readonly<Record<string, string>>): readonly Concern[] =>
  several[one.id ?? ""] ??
  (one.place ?? "").split(";").map((place) => ({
    service: one.service_key ?? "",
    ...(place.trim() === "" ? {} : { place: place.trim() }),
    ...(one.postnummer === "" ? {} : { postalCode: one.postnummer ?? "" }),
    ...period(one.period),
  }));

/** Cases that turn on a fact no field carries. What the rule honestly answers without it is asserted below. */
const beyondTheFields: Readonly<Record<string, string>> = {
  RT09: "the name of the landlord stands in the person's own words only",
  RT49: "that the person works at the very unit stands in the person's own words only",
};

describe("the worked cases from Stockholm", () => {
  it.each(rows.filter(({ id = "" }) => !(id in beyondTheFields)))("$id: $description_sv", (one) => {
    const { recipients, outside, triage } = ask(concernsOf(one));
    const expected = (one.expected_units ?? "").split("|").sort();
    const certain = [...recipients.map(({ unit }) => unit), ...outside.map(({ id }) => id)].sort();
    if (one.expected_outcome === "triage") {
      expect(certain).toEqual([]);
      expect([...(triage?.candidates ?? [])].sort()).toEqual(expected);
    } else {
      expect(certain).toEqual(expected);
      expect(triage).toBeNull();
    }
    if (one.expected_outcome === "outside") expect(recipients).toEqual([]);
  });

  it("RT09: without the landlord's name the person is asked which landlord, with the right one among the answers", () => {
    const { recipients, triage } = ask(concernsOf(row("RT09")));
    expect(recipients).toEqual([]);
    expect(triage?.candidates).toContain("sthlm-bolag-stockholmshem");
  });

  it("RT49: an employee's own matter is routed like anybody's, since nothing tells that it is", () => {
    const { recipients, triage } = ask(concernsOf(row("RT49")));
    expect(recipients.map(({ unit }) => unit)).toEqual(["sthlm-sdn-bromma"]);
    expect(triage).toBeNull();
  });

  it("every case from Stockholm is either tried or listed with the reason why not", () => {
    expect(rows.length).toBe(26);
    for (const id of Object.keys(beyondTheFields)) expect(row(id).city).toBe("stockholm");
  });
});
