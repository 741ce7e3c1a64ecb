import { describe, expect, it } from "vitest";
import { placeQuestions } from "../../shared/domain/city.ts";
import type { Concern } from "../../shared/domain/routing/routing.ts";
import { params, told } from "./a-city.ts";
import { day } from "./ask.ts";

const in2005 = day("2005-05-05");
const all = "archive east isle middle schools west";

describe("a service of the district", () => {
  it.each<[string, Concern, readonly string[]]>([
    ["answers by the unit of the place", { service: "help", place: "Alby" }, ["middle: place-belongs"]],
    ["says what is to be known of the place", { service: "help", place: "Ceder" }, ["west: place-belongs note"]],
    [
      "answers for a place of several districts that one unit has",
      { service: "help", place: "Bergaby" },
      ["middle: place-belongs"],
    ],
    [
      "asks which part of a place that several units have",
      { service: "help", place: "Ängen" },
      ["? ask-which-place: middle west"],
    ],
    [
      "asks where, of a place that too many units have to list them",
      { service: "help", place: "Överallt" },
      ["? ask-place: east isle middle west"],
    ],
    ["asks where, without a place", { service: "help" }, ["? ask-place: east isle middle west"]],
    ["asks where, of a postal code's units", { service: "help", postalCode: "11122" }, ["? ask-place: middle west"]],
    [
      "asks where, also of a postal code of one unit",
      { service: "help", postalCode: "222 33" },
      ["? ask-place: middle"],
    ],
    [
      "asks where, of a postal code that says nothing",
      { service: "help", postalCode: "99999" },
      ["? ask-place: east isle middle west"],
    ],
    [
      "asks where, of a postal code of a town that is not known",
      { service: "help", postalCode: "33333" },
      ["? ask-place: east isle middle west"],
    ],
    [
      "asks where, of the city as a place",
      { service: "help", place: "Provstad" },
      ["? ask-place: east isle middle west"],
    ],
    [
      "is sure of who answers beside it",
      { service: "alarm", place: "Alby" },
      ["middle: place-belongs", "archive: whole-city"],
    ],
    [
      "is sure of who answers beside it, though not of the place",
      { service: "alarm" },
      ["archive: whole-city", "? ask-place: east isle middle west"],
    ],
    [
      "is the other municipality's where the place is",
      { service: "help", place: "Grannby" },
      ["kommun:0102: other-municipality"],
    ],
    [
      "asks which part of a place on the border",
      { service: "help", place: "Gränsen" },
      ["? ask-which-place: kommun:0102 middle"],
    ],
    [
      "asks which municipality, of a place in two",
      { service: "help", place: "Tvåby" },
      ["? ask-which-municipality: east isle kommun:0102 middle west"],
    ],
    [
      "asks of a unit that answers for no district as of no place",
      { service: "help", place: "schools nämnd" },
      ["? ask-place: east isle middle west"],
    ],
  ])("%s", (_, concern, expected) => {
    expect(told(concern)).toEqual(expected);
  });

  it("is answered by the units of the day", () => {
    expect(told({ service: "help", place: "Alby" }, in2005)).toEqual(["north: place-belongs"]);
    expect(told({ service: "help" }, in2005)).toEqual(["? ask-place: east north south west"]);
    expect(told({ service: "help", place: "Alby" }, day("1990-01-01"))).toEqual(["north: place-belongs"]);
  });

  it("is asked about where no source is sure, though one unit is named", () => {
    expect(told({ service: "help", place: "Dal" }, in2005)).toEqual(["? ask-which-place: north west"]);
    expect(told({ service: "help", place: "Ek" }, in2005)).toEqual(["? ask-which-place: east"]);
  });

  it("asks for the place that decides, and of where one lived when nothing else is said", () => {
    expect(params({ service: "help" })).toEqual([{ question: placeQuestions.located, towns: [] }]);
    expect(params({ service: "help-home" })).toEqual([{ question: placeQuestions.lived, towns: [] }]);
    expect(params({ service: "help", postalCode: "11122" })).toEqual([
      { question: placeQuestions.located, towns: ["Albys postort"] },
    ]);
  });

  it("names the choices by area and district, and the place itself by its area alone", () => {
    expect(params({ service: "help", place: "Ängen" })).toEqual([
      {
        place: "Ängen",
        choices: [
          { area: "Mitten", places: ["Alby"] },
          { area: "Väster", places: ["Ceder"] },
        ],
      },
    ]);
    expect(params({ service: "help", place: "Gränsen" })).toEqual([
      {
        place: "Gränsen",
        choices: [
          { area: "Mitten", places: ["Alby"] },
          { area: "Grannstads kommun", places: [] },
        ],
      },
    ]);
    expect(params({ service: "help", place: "Ek" }, in2005)).toEqual([
      { place: "Ek", choices: [{ area: "Öster", places: [] }] },
    ]);
  });
});

describe("a service of the whole city", () => {
  it.each<[string, Concern, string | undefined, readonly string[]]>([
    ["answers wherever one lives", { service: "school", place: "Alby" }, undefined, ["schools: whole-city"]],
    [
      "is the other municipality's, where the place is",
      { service: "school", place: "Grannby" },
      undefined,
      ["kommun:0102: other-municipality"],
    ],
    [
      "asks which, of a place on the border",
      { service: "school", place: "Gränsen" },
      undefined,
      ["? ask-which-place: kommun:0102 schools"],
    ],
    [
      "asks which municipality, where a place elsewhere may still be ours",
      { service: "school-ask", place: "Grannby" },
      undefined,
      ["? ask-which-municipality: kommun:0102 schools"],
    ],
    [
      "is ours wherever, where the place does not matter",
      { service: "isle-alone", place: "Grannby" },
      undefined,
      ["isle: whole-city"],
    ],
    [
      "asks who it was, where several were there before the unit",
      { service: "middle-and-schools" },
      "2005-05-05",
      ["schools: whole-city", "? ask-who-then: north south"],
    ],
    [
      "asks who it was of all there were, where nobody was there before the unit",
      { service: "isle-alone" },
      "2005-05-05",
      ["? ask-who-then: archive east north schools south west"],
    ],
    [
      "follows the rule of the day until it changed",
      { service: "moved", place: "Alby" },
      "2020-06-30",
      ["middle: place-belongs"],
    ],
    [
      "follows the new rule from the day after",
      { service: "moved", place: "Alby" },
      "2020-07-01",
      ["schools: whole-city"],
    ],
    ["says what is good to know of it", { service: "noted" }, undefined, ["schools: whole-city note"]],
  ])("%s", (_, concern, on, expected) => {
    expect(told(concern, on === undefined ? undefined : day(on))).toEqual(expected);
  });

  it("names the municipality alone when the place is the municipality", () => {
    expect(params({ service: "help", place: "Grannstad" })).toEqual([
      { place: null, municipality: "Grannstads kommun" },
    ]);
    expect(params({ service: "help", place: "Grannby" })).toEqual([
      { place: "Grannby", municipality: "Grannstads kommun" },
    ]);
  });
});

describe("rules of their own", () => {
  it.each<[string, Concern, string | undefined, readonly string[]]>([
    [
      "homeless: the last district while it is recent",
      { service: "homeless", place: "Alby", to: "2024-11-23" },
      undefined,
      ["middle: place-belongs"],
    ],
    [
      "homeless: a person decides two years later",
      { service: "homeless", place: "Alby", to: "2024-11-22" },
      undefined,
      ["? ask: middle schools"],
    ],
    [
      "homeless: without an end it is recent",
      { service: "homeless", place: "Alby", from: "2001" },
      undefined,
      ["middle: place-belongs"],
    ],
    [
      "homeless: without a place it is asked where",
      { service: "homeless" },
      undefined,
      ["? ask-place: east isle middle schools west"],
    ],
    [
      "work: the unit one names",
      { service: "work", place: "schools förvaltning" },
      undefined,
      ["schools: own-workplace"],
    ],
    [
      "work: the unit that came after the one one names",
      { service: "work", place: "Norr" },
      undefined,
      ["middle: own-workplace"],
    ],
    [
      "work: of two that were before it, a person decides",
      { service: "work", place: "Mitten" },
      "2005-05-05",
      ["? ask: north south"],
    ],
    ["work: a district does not tell, unless it may", { service: "work", place: "Alby" }, undefined, [`? ask: ${all}`]],
    [
      "work: a district tells where it may",
      { service: "work-place", place: "Alby" },
      undefined,
      ["middle: place-belongs"],
    ],
    ["work: nothing named, a person decides among all", { service: "work-place" }, undefined, [`? ask: ${all}`]],
    ["asked: among all, where none is named", { service: "asked" }, undefined, [`? ask: ${all}`]],
    [
      "asked: among the units of the day that are named",
      { service: "asked-units", place: "Ceder" },
      "2005-05-05",
      ["? ask: north schools south"],
    ],
    [
      "asked: among the units named and that of the place",
      { service: "asked-district", place: "Alby" },
      undefined,
      ["? ask: middle schools"],
    ],
    [
      "asked: among the units named and all districts', without a place",
      { service: "asked-district" },
      undefined,
      ["? ask: east isle middle schools west"],
    ],
    [
      "asked: of a place elsewhere that may be ours, which municipality",
      { service: "asked-elsewhere", place: "Grannby" },
      undefined,
      ["? ask-which-municipality: east isle kommun:0102 middle west"],
    ],
    [
      "outside: a body of its own, wherever one lives",
      { service: "tax", place: "Grannby" },
      undefined,
      ["ext-skatt: outside-the-city note"],
    ],
    ["care: the city's own region without a place", { service: "care" }, undefined, ["ext-region: outside-the-city"]],
    [
      "care: the city's own region for a place in the city or beside it",
      { service: "care", place: "Gränsen" },
      undefined,
      ["ext-region: outside-the-city"],
    ],
    [
      "care: every region of a place in two",
      { service: "care", place: "Tvåby" },
      undefined,
      ["ext-region: outside-the-city", "ext-other-region: outside-the-city"],
    ],
    [
      "another municipality, unnamed",
      { service: "other-municipality" },
      undefined,
      ["ext-kommun: some-other-municipality"],
    ],
    [
      "another municipality, said of a place in the city",
      { service: "other-municipality", place: "Alby" },
      undefined,
      ["? ask-which-service: middle"],
    ],
  ])("%s", (_, concern, on, expected) => {
    expect(told(concern, on === undefined ? undefined : day(on))).toEqual(expected);
  });
});
