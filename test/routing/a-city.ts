import { stockholm } from "../../shared/cities/stockholm/index.ts";
import type { City, Era, Rule, Service, Unit } from "../../shared/domain/city.ts";
import { type Concern, type Reason, route } from "../../shared/domain/routing/routing.ts";
import { today } from "./ask.ts";

const unit = (id: string, parts: Partial<Unit> = {}): Unit => ({
  id,
  name: `${id} nämnd`,
  kind: "facknamnd",
  administration: `${id} förvaltning`,
  controller: `${id} ansvarig`,
  validFrom: null,
  validTo: null,
  successors: [],
  predecessors: [],
  ...parts,
});
const committee = (id: string, area: string, parts: Partial<Unit> = {}): Unit =>
  unit(id, { area, kind: "stadsdelsnamnd", validFrom: "2000-01-01", ...parts });
const eras = (...of: readonly (readonly [string, readonly string[], true?])[]): readonly Era[] =>
  of.map(([from, units, unsure]) => ({ from, units, ...(unsure === undefined ? {} : { unsure }) }));

const question = { sv: "Vilken?", en: "Which?" };
const service = (key: string, rule: Rule, parts: Partial<Service> = {}): Service => ({
  key,
  label: { sv: key, en: key },
  description: { sv: key, en: key },
  group: "other",
  forCitizens: true,
  asksPlace: true,
  place: "located",
  rule,
  elsewhere: "theirs",
  ...parts,
});
const district: Rule = { kind: "district" };
const old = { before: "2004-01-01", archive: "archive" } as const;

/** An invented city in which North and South became Middle with the year 2010. */
export const aCity: City = {
  ...stockholm,
  id: "provstad",
  name: { sv: "Provstad", en: "Testville" },
  municipality: "0101",
  units: [
    committee("north", "Norr", { validTo: "2009-12-31", successors: ["middle"] }),
    committee("south", "Söder", { validTo: "2009-12-31", successors: ["middle"] }),
    committee("middle", "Mitten", { validFrom: "2010-01-01", predecessors: ["north", "south"] }),
    committee("west", "Väster"),
    committee("east", "Öster"),
    committee("isle", "Ön", { validFrom: "2012-01-01" }),
    unit("schools"),
    unit("archive"),
  ],
  districts: [
    { official: ["Alby"], eras: eras(["2000-01-01", ["north"]], ["2010-01-01", ["middle"]]) },
    { official: ["Berga"], parts: ["Bergadal"], eras: eras(["2000-01-01", ["south"]], ["2010-01-01", ["middle"]]) },
    { official: ["Ceder"], eras: eras(["2000-01-01", ["west"]], ["2010-01-01", ["west"]]) },
    { official: ["Dal"], eras: eras(["2000-01-01", ["north", "west"], true], ["2010-01-01", ["west"]]) },
    {
      official: ["Ek"],
      eras: eras(["2000-01-01", ["east"], true], ["2010-01-01", ["east"]], ["2014-01-01", ["isle"]]),
    },
    { official: ["Fors"], eras: eras(["2000-01-01", ["east"]]) },
  ],
  aliases: {
    Bergaby: ["Berga", "Bergadal"],
    Ängen: ["Alby", "Ceder"],
    Överallt: ["Alby", "Ceder", "Ek", "Fors"],
    Gränsen: ["Alby", "kommun:0102"],
    Grannby: ["kommun:0102"],
    Tvåby: ["kommun:0102", "kommun:0201"],
    "Albys postort (postort)": ["Alby", "Ceder"],
  },
  postalTowns: { "111": "Albys postort (postort)", "222": "Alby", "333": "Ingenstans" },
  placeNotes: { Ceder: { sv: "Nära gränsen.", en: "Near the border." } },
  placeNames: [],
  country: {
    municipalities: {
      "0101": { name: "Provstad", label: "Provstads kommun" },
      "0102": { name: "Grannstad", label: "Grannstads kommun" },
      "0201": { name: "Långtborta", label: "Långtborta kommun" },
    },
    regions: { "01": { id: "ext-region", name: "Region Prov" }, "02": { id: "ext-other-region", name: "Region Bort" } },
    outsideBodies: {
      "ext-skatt": { sv: "Skatten", en: "Taxes" },
      "ext-kommun": { sv: "En kommun", en: "A municipality" },
    },
  },
  services: [
    service("help", district),
    service("help-old", district, { oldRecords: old }),
    service("help-kept", district, { oldRecords: old, keptYears: 5 }),
    service("help-home", district, { place: null }),
    service("alarm", { kind: "district", also: ["archive"] }),
    service("school", { kind: "units", units: ["schools"] }),
    service("school-ask", { kind: "units", units: ["schools"] }, { elsewhere: "ask" }),
    service("school-old", { kind: "units", units: ["schools"] }, { oldRecords: old }),
    service("middle-and-schools", { kind: "units", units: ["middle", "schools"] }),
    service("isle-alone", { kind: "units", units: ["isle"] }, { elsewhere: "ours" }),
    service("moved", { kind: "units", units: ["schools"] }, { formerly: { until: "2020-06-30", rule: district } }),
    service("noted", { kind: "units", units: ["schools"] }, { notes: [question, question] }),
    service("homeless", { kind: "last-district", otherwise: "schools", years: 2, question }),
    service("work", { kind: "workplace", byPlace: false, question }),
    service("work-place", { kind: "workplace", byPlace: true, question }),
    service("asked", { kind: "ask", units: [], question }),
    service("asked-units", { kind: "ask", units: ["middle", "schools"], question }),
    service("asked-district", { kind: "ask", units: ["schools"], district: true, question }),
    service("asked-elsewhere", { kind: "ask", units: [], district: true, question }, { elsewhere: "ask" }),
    service(
      "tax",
      { kind: "outside", bodies: ["ext-skatt"] },
      { elsewhere: "ours", notes: [question], oldRecords: old },
    ),
    service("care", { kind: "health-care" }, { elsewhere: "ours" }),
    service("other-municipality", { kind: "municipality" }),
  ],
};

/** What a concern leads to, as short as it can be read: who, by which reasons, and who is left in doubt by which question. */
export function told(concern: Concern, on = today): readonly string[] {
  const routing = route([concern], aCity, on);
  if (!routing.ok) throw new Error(`refused: ${JSON.stringify(routing.error)}`);
  const { recipients, outside, triage } = routing.value;
  const codes = (because: readonly Reason[]) => because.map(({ code }) => code).join(" ");
  return [
    ...recipients.map(({ unit: id, because }) => `${id}: ${codes(because)}`),
    ...outside.map(({ id, because }) => `${id}: ${codes(because)}`),
    ...(triage === null ? [] : [`? ${triage.question.code}: ${triage.candidates.toSorted().join(" ")}`]),
  ];
}

/** The parameters of the reasons or of the question, for what stands in them. */
export function params(concern: Concern, on = today): readonly object[] {
  const routing = route([concern], aCity, on);
  if (!routing.ok) throw new Error("refused");
  const { recipients, outside, triage } = routing.value;
  return [
    ...[...recipients, ...outside].flatMap(({ because }) => because.map((one) => one.params)),
    ...(triage === null ? [] : [triage.question.params]),
  ];
}
