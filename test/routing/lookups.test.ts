import { describe, expect, it } from "vitest";
import { placeQuestions } from "../../shared/domain/city.ts";
import { findPlace, indexOf, normalised } from "../../shared/domain/routing/city-index.ts";
import { countedUnit } from "../../shared/domain/routing/counted-unit.ts";
import { nameOf } from "../../shared/domain/routing/name-of.ts";
import { holdersOn, leadsTo } from "../../shared/domain/routing/organisation.ts";
import { route } from "../../shared/domain/routing/routing.ts";
import { routingInWords } from "../../shared/domain/routing/routing-in-words.ts";
import { aCity } from "./a-city.ts";
import { day } from "./ask.ts";

const in2005 = day("2005-05-05");

describe("several concerns", () => {
  it("are refused as long as one of them is not understood", () => {
    const routing = route([{ service: "help", place: "Alby" }, { service: "nothing" }], aCity, day("2026-11-22"));
    expect(routing).toEqual({ ok: false, error: [{ pointer: "/concerns/1/service", code: "unknown-service" }] });
  });

  it("in doubt give every candidate once, each question once, and say which they are", () => {
    const routing = route(
      [{ service: "help" }, { service: "school" }, { service: "help" }, { service: "asked" }],
      aCity,
      in2005,
    );
    if (!routing.ok) throw new Error("refused");
    const { triage, recipients } = routing.value;
    expect(recipients).toMatchObject([
      { unit: "schools", name: "schools nämnd", controller: "schools ansvarig", concerns: [1] },
    ]);
    expect(triage?.concerns).toEqual([0, 2, 3]);
    expect(triage?.candidates.toSorted()).toEqual(["archive", "east", "north", "schools", "south", "west"]);
    expect(triage?.question).toMatchObject({
      code: "ask-several",
      params: { questions: [{ code: "ask-place" }, { code: "ask" }] },
    });
  });

  it("are told of in words as the API shows them", () => {
    const routing = route(
      [{ service: "help", place: "Alby" }, { service: "tax" }, { service: "help" }],
      aCity,
      day("2026-11-22"),
    );
    if (!routing.ok) throw new Error("refused");
    expect(routingInWords(routing.value, "en")).toEqual({
      recipients: [
        {
          unit: "middle",
          name: "middle nämnd",
          controller: "middle ansvarig",
          because: ["Alby belongs to middle nämnd since 2010-01-01."],
        },
      ],
      outside: [{ id: "ext-skatt", name: "Skatten", because: ["The city does not answer for: tax.", "Which?"] }],
      triage: { candidates: ["middle", "west", "east", "isle"], question: placeQuestions.located.en },
    });
    expect(routingInWords({ ...routing.value, triage: null }, "sv").triage).toBeNull();
  });
});

it("whatever is asked, in whatever year, every sentence names what it is about", () => {
  const places = ["Alby", "Ängen", "Gränsen", "Grannby", "Grannstad", "Tvåby", "Norr", "schools nämnd"];
  for (const { key } of aCity.services)
    for (const place of [undefined, ...places])
      for (const to of [undefined, "2003", "2019"])
        for (const on of [in2005, day("2026-11-22")]) {
          const concern = {
            service: key,
            ...(place === undefined ? {} : { place }),
            ...(to === undefined ? {} : { to }),
          };
          const routing = route([concern], aCity, on);
          if (!routing.ok) throw new Error("refused");
          for (const language of ["sv", "en"] as const)
            expect(JSON.stringify(routingInWords(routing.value, language))).not.toMatch(/undefined|null nämnd/);
        }
});

describe("a period", () => {
  const codes = (from?: string, to?: string) => {
    const concern = {
      service: "help",
      place: "Alby",
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
    const routing = route([concern], aCity, day("2026-11-22"));
    return routing.ok ? [] : routing.error.map(({ pointer, code }) => `${pointer} ${code}`);
  };
  it.each([
    ["2005", "2005", []],
    ["2005-06-01", "2005-06-01", []],
    ["2005-06-02", "2005-06-01", ["/concerns/0/from period-reversed"]],
    ["20055", undefined, ["/concerns/0/from malformed-period"]],
    ["x2005", undefined, ["/concerns/0/from malformed-period"]],
    [undefined, "2005-13-01", ["/concerns/0/to malformed-period"]],
  ] as const)("from %s to %s", (from, to, expected) => {
    expect(codes(from, to)).toEqual(expected);
  });
});

describe("a postal code", () => {
  it.each([
    ["11122", true],
    ["111 22", true],
    ["1112", false],
    ["111222", false],
    ["01112", false],
    ["1112a", false],
    ["a11122", false],
  ])("%s is understood: %s", (postalCode, isUnderstood) => {
    expect(route([{ service: "help", postalCode }], aCity, day("2026-11-22")).ok).toBe(isUnderstood);
  });
});

describe("a place's name", () => {
  const index = indexOf(aCity);
  it.each([
    ["alby", "Alby"],
    [" ALBY  stadsdel ", "Alby"],
    ["Albys stadsdelsområde", "Alby"],
    ["Alby (postort)", "Alby"],
    ["Mitten", "Mitten"],
    ["middle nämnd", "Mitten"],
    ["schools förvaltning", "schools nämnd"],
    ["Grannstads kommun", "Grannstad"],
    ["Grannstad stad", "Grannstad"],
    ["Ängen", "Ängen"],
    ["A\u030Angen", undefined],
    ["A\u0308ngen", "Ängen"],
    ["Albysa stadsdel", undefined],
    ["Albys", undefined],
    ["stadsdel Alby", undefined],
  ])("%j is %s", (written, name) => {
    expect(findPlace(index, written)?.name).toBe(name);
  });

  it("is written with plain hyphens and single spaces, whatever hyphen was used", () => {
    for (const hyphen of ["-", "\u2010", "\u2011", "\u2013", "\u2014"])
      expect(normalised(`  Hägersten ${hyphen}  Älvsjö\u00A0 x`)).toBe("hägersten-älvsjö x");
  });

  it("that the data do not know stops the city's data from being used", () => {
    const wrong = { ...aCity, aliases: { Någonstans: ["Ingenstans"] } };
    expect(() => indexOf(wrong)).toThrow("Ingenstans");
  });
});

describe("units through time", () => {
  const index = indexOf(aCity);
  it("hold what they held, or those that came after or before them do", () => {
    expect(holdersOn(index, "middle", day("2010-01-01"))).toEqual(["middle"]);
    expect(holdersOn(index, "middle", day("2009-12-31")).toSorted()).toEqual(["north", "south"]);
    expect(holdersOn(index, "north", day("2009-12-31"))).toEqual(["north"]);
    expect(holdersOn(index, "north", day("2010-01-01"))).toEqual(["middle"]);
    expect(holdersOn(index, "north", day("1999-12-31"))).toEqual([]);
    expect(() => holdersOn(index, "nowhere", day("2010-01-01"))).toThrow("nowhere");
  });

  it("lead to those that came after them, and to none that came before", () => {
    expect(leadsTo(aCity, "north", "middle")).toBe(true);
    expect(leadsTo(aCity, "north", "north")).toBe(true);
    expect(leadsTo(aCity, "middle", "north")).toBe(false);
    expect(leadsTo(aCity, "north", "south")).toBe(false);
  });

  it("are counted by what they were on the day, where one unit was", () => {
    expect(countedUnit("middle", [{ service: "help", place: "Berga" }], aCity, in2005)).toBe("south");
    expect(countedUnit("middle", [], aCity, in2005)).toBe("middle");
    expect(countedUnit("middle", [{ service: "nothing" }], aCity, in2005)).toBe("middle");
    expect(countedUnit("north", [], aCity, day("2012-01-01"))).toBe("middle");
    expect(countedUnit("isle", [], aCity, in2005)).toBe("isle");
  });

  it("and whoever else a routing names have a name, or are named by their id", () => {
    expect(nameOf("middle", aCity, "sv")).toBe("middle nämnd");
    expect(nameOf("kommun:0102", aCity, "sv")).toBe("Grannstads kommun");
    expect(nameOf("kommun:9999", aCity, "sv")).toBe("kommun:9999");
    expect(nameOf("ext-skatt", aCity, "en")).toBe("Taxes");
    expect(nameOf("nobody", aCity, "sv")).toBe("nobody");
  });
});
