import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkCity } from "../../infra/check-city/check.ts";
import { cityIds } from "../../shared/cities/city-ids.ts";
import { cityOf } from "../../shared/cities/city-of.ts";
import { central, local, ruled } from "../../shared/cities/service-kinds.ts";
import { sweden } from "../../shared/cities/sweden/country.ts";
import { lastServices } from "../../shared/cities/sweden/services-anywhere.ts";
import { staffServices } from "../../shared/cities/sweden/staff-services.ts";
import { type City, type Service, serviceGroups, type Unit } from "../../shared/domain/city.ts";
import { day } from "../routing/ask.ts";

const styles = readFileSync(new URL("../../shared/pages/styles/_themes.scss", import.meta.url), "utf8");
const today = day("2026-11-22");

const unit = (id: string, more: Partial<Unit> = {}): Unit => ({
  id: `prov-${id}`,
  name: `Förvaltningen ${id}`,
  kind: "facknamnd",
  administration: `Förvaltningen ${id}`,
  controller: `Nämnden ${id}`,
  validFrom: null,
  validTo: null,
  successors: [],
  predecessors: [],
  ...more,
});
const words = { sv: ["Prov", "Något som prövas."], en: ["Trial", "Something that is tried."] } as const;
const former = unit("soder", { validTo: "2019-12-31", successors: ["prov-norr"] });

/** A small city in which all is well; each test breaks one thing in it. */
const whole: City = {
  id: "provstad",
  name: { sv: "Provstads kommun", en: "Provstad Municipality" },
  municipality: "1480",
  units: [unit("skola"), unit("norr", { validFrom: "2020-01-01", predecessors: [former.id] }), former],
  services: [
    local("soc-prov", "social-services", "lived", words),
    ...serviceGroups
      .filter((group) => !["social-services", "unknown", "other"].includes(group))
      .map((group) => central(`prov-${group}`, group, "prov-skola", "ask", words)),
    ...lastServices,
    ...staffServices(["prov-skola"]),
  ],
  districts: [
    {
      eras: [
        { from: "2020-01-01", units: ["prov-norr"] },
        { from: "2011-01-01", units: ["prov-soder"] },
      ],
      official: ["Alby", "Berga"],
    },
  ],
  aliases: { Centrum: ["Alby", "Berga"] },
  postalTowns: { "123": "Centrum" },
  placeNotes: {},
  placeNames: ["Alby", "Berga", "Centrum"],
  country: sweden,
  reportForm: "six-areas",
  contact: { phone: null, email: null, visit: null, post: null, website: null },
};

const check = (more: Partial<City>, css = styles) => checkCity({ ...whole, ...more }, css, today).faults;
const unitsWith = (id: string, more: Partial<Unit>) =>
  whole.units.map((one) => (one.id === `prov-${id}` ? { ...one, ...more } : one));
const servicesWith = (key: string, more: Partial<Service>) =>
  whole.services.map((one) => (one.key === key ? { ...one, ...more } : one));
const [group] = whole.districts;
if (group === undefined) throw new Error("the city of the tests has no districts");

describe("the check of a city's data", () => {
  it.each(cityIds)("finds nothing wrong with %s", (id) => {
    expect(checkCity(cityOf(id), styles, today).faults).toEqual([]);
  });

  it("finds nothing wrong with a small city that is whole, and says what is left to fill in", () => {
    const { faults, missing } = checkCity(whole, styles, today);
    expect(faults).toEqual([]);
    expect(missing).toContain(
      "The city's phone number is not given: the pages say so instead of inventing one (contact.phone).",
    );
    expect(missing.some((sentence) => sentence.includes("no colours of its own"))).toBe(true);
  });

  const planted: readonly (readonly [string, Partial<City>, string | RegExp])[] = [
    [
      "a unit without controller",
      { units: unitsWith("skola", { controller: "" }) },
      "controller of the unit prov-skola is empty.",
    ],
    [
      "a text missing in English",
      { services: servicesWith("soc-prov", { label: { sv: "Prov", en: "" } }) },
      "label.en of the service soc-prov is empty.",
    ],
    [
      "a day that is none",
      { units: unitsWith("norr", { validFrom: "2020-02-30" }) },
      "validFrom of the unit prov-norr is not written as it should be.",
    ],
    ["a unit twice", { units: [...whole.units, unit("skola")] }, "The unit prov-skola is there twice."],
    [
      "a unit that ends before it begins",
      { units: unitsWith("soder", { validFrom: "2020-05-01" }) },
      "The unit prov-soder ends (2019-12-31) before it begins (2020-05-01).",
    ],
    [
      "a unit that ended with nobody after it",
      { units: unitsWith("soder", { successors: [] }) },
      /prov-soder ended 2019-12-31 and nobody comes after it/,
    ],
    [
      "a successor that is not there",
      { units: unitsWith("soder", { successors: ["prov-borta"] }) },
      "The unit prov-soder has the successor prov-borta, which is not among the units.",
    ],
    [
      "a gap between a unit and its successor",
      { units: unitsWith("norr", { validFrom: "2020-02-01" }) },
      "There is a gap in time: the unit prov-soder ended 2019-12-31, and its successor prov-norr begins 2020-02-01.",
    ],
    [
      "units that come after each other in a circle",
      { units: unitsWith("norr", { validTo: "2024-12-31", successors: ["prov-soder"] }) },
      "The unit prov-norr comes after itself: follow its successors and take away the one that leads back.",
    ],
    [
      "a predecessor that does not know of it",
      { units: unitsWith("skola", { predecessors: ["prov-norr"] }) },
      "The unit prov-skola has the predecessor prov-norr, which does not have it as a successor.",
    ],
    [
      "a district twice",
      { districts: [group, { ...group, official: ["Alby"] }] },
      "The place Alby is there twice: a district belongs to one group.",
    ],
    [
      "a district whose unit ended long ago",
      { districts: [{ ...group, eras: [{ from: "2011-01-01", units: ["prov-soder"] }] }] },
      "There is a gap in time: Alby belongs to prov-soder, which ended 2019-12-31, and to nobody after that.",
    ],
    [
      "a district that nobody had for a while",
      {
        districts: [
          {
            ...group,
            eras: [
              { from: "2021-01-01", units: ["prov-norr"] },
              { from: "2011-01-01", units: ["prov-soder"] },
            ],
          },
        ],
      },
      "There is a gap in time: Alby belongs to prov-soder, which ended 2019-12-31, and to the next not before 2021-01-01.",
    ],
    [
      "a district of a unit that is not there",
      { districts: [{ ...group, eras: [{ from: "2011-01-01", units: ["prov-x"] }] }] },
      "Alby belongs to prov-x from 2011-01-01, which is not among the units.",
    ],
    [
      "a service twice",
      { services: [...whole.services, local("soc-prov", "social-services", "lived", words)] },
      "The service soc-prov is there twice.",
    ],
    [
      "no service for those who do not know",
      { services: whole.services.filter(({ key }) => key !== "vet-inte") },
      "The service vet-inte is missing: the forms cannot do without it.",
    ],
    [
      "a group without services",
      { services: whole.services.filter((one) => one.group !== "elderly-care") },
      /The group elderly-care has no service for citizens/,
    ],
    [
      "a service without rule",
      { services: servicesWith("soc-prov", { rule: { kind: "units", units: [] } }) },
      "rule.units of the service soc-prov is empty.",
    ],
    [
      "a service of a unit that is not there",
      { services: servicesWith("prov-elderly-care", { rule: { kind: "units", units: ["prov-x"] } }) },
      "The service prov-elderly-care names the unit prov-x, which is not among the units.",
    ],
    [
      "a service of a unit that has ended",
      { services: servicesWith("prov-elderly-care", { rule: { kind: "units", units: ["prov-soder"] } }) },
      /names the unit prov-soder, which ended 2019-12-31/,
    ],
    [
      "a service by place that asks for none",
      { services: servicesWith("soc-prov", { asksPlace: false, place: null }) },
      "The service soc-prov is answered by the unit of the place, but does not ask for a place.",
    ],
    [
      "a service answered by nobody known",
      {
        services: servicesWith("polis", {}).concat(
          ruled("prov-ute", "other", { kind: "outside", bodies: ["ext-ingen"] }, null, "ours", words),
        ),
      },
      "The service prov-ute is answered by ext-ingen, which is not among the bodies outside the city.",
    ],
    [
      "a name that stands for nothing",
      { aliases: { ...whole.aliases, Dal: ["Ingenstans"] } },
      "The place Dal stands for Ingenstans, which is neither a district, a unit nor a municipality.",
    ],
    [
      "a name that is also a district's",
      { aliases: { ...whole.aliases, Alby: ["Berga"] } },
      /The place Alby is there twice/,
    ],
    [
      "two names spelled alike",
      { aliases: { ...whole.aliases, centrum: ["Berga"] } },
      "The places Centrum and centrum are spelled alike: only the first is found.",
    ],
    [
      "a post town that is no place",
      { postalTowns: { "123": "Ingenstans" } },
      "The post town Ingenstans is no place in the data.",
    ],
    [
      "a district that is never suggested",
      { placeNames: ["Alby"] },
      "The place Berga is never suggested: it is not among placeNames.",
    ],
    [
      "a municipality that does not exist",
      { municipality: "9999" },
      "The city is said to be municipality 9999, which does not exist.",
    ],
    [
      "a service that nobody answers for before its unit began",
      {
        units: [...whole.units, unit("ny", { validFrom: "2024-01-01" })],
        services: servicesWith("soc-prov", {
          rule: { kind: "ask", units: ["prov-ny"], district: true, question: { sv: "Vem?", en: "Who?" } },
        }).concat(ruled("prov-allt", "other", { kind: "health-care" }, null, "ours", words)),
        country: { ...sweden, regions: {} },
      },
      /^Nobody answers for the service prov-allt without a place on \d{4}-\d\d-\d\d, and nobody is asked\.$/,
    ],
  ];

  it.each(planted)("%s gets its sentence", (_, more, sentence) => {
    const faults = check(more);
    expect(
      faults.some((fault) => (typeof sentence === "string" ? fault === sentence : sentence.test(fault))) || faults,
    ).toBe(true);
  });

  it("colours that cannot be read get their sentence, with the contrast they have", () => {
    const pale = `${styles}\n[data-city="provstad"] {\n  --intag-header-background: #cccccc;\n}`;
    expect(check({}, pale)).toEqual([
      "The colour --intag-header-text on --intag-header-background has the contrast 1.61 to 1, and needs 4.5 (WCAG AA).",
      "The colour --govuk-focus-colour on --intag-header-background has the contrast 1.19 to 1, and needs 3 (WCAG AA).",
    ]);
    const worded = `${styles}\n[data-city="provstad"] {\n  --govuk-link-colour: blue;\n}`;
    expect(check({}, worded)[0]).toMatch(/cannot be compared: write each as # and six digits/);
  });
});
