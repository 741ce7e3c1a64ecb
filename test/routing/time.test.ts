import { describe, expect, it } from "vitest";
import type { Concern } from "../../shared/domain/routing/routing.ts";
import { params, told } from "./a-city.ts";
import { day } from "./ask.ts";

describe("a place's history", () => {
  const history = (place: string, period: Partial<Concern> = {}, on = day("2026-11-22")) => {
    const [first] = params({ service: "help", place, ...period }, on);
    return first !== undefined && "since" in first && "formerly" in first ? [first.since, first.formerly] : first;
  };

  it("says since when the unit has had it, and who had it in the time asked of", () => {
    expect(history("Alby")).toEqual(["2010-01-01", []]);
    expect(history("Alby", { from: "2005" })).toEqual(["2010-01-01", ["Norr"]]);
    expect(history("Bergaby", { to: "2005" })).toEqual(["2010-01-01", ["Söder"]]);
  });

  it("counts the last day of a unit as its own, and the first of the next as the next's", () => {
    expect(history("Alby", { from: "2009-12-31" })).toEqual(["2010-01-01", ["Norr"]]);
    expect(history("Alby", { from: "2010-01-01" })).toEqual(["2010-01-01", []]);
    expect(history("Alby", { to: "2000-01-01" })).toEqual(["2010-01-01", ["Norr"]]);
    expect(history("Alby", { to: "1999-12-31" })).toEqual(["2010-01-01", []]);
  });

  it("claims no first day where the data begin, or where what came before is not known", () => {
    expect(history("Ceder", { from: "2001" })).toEqual([null, []]);
    expect(history("Fors", { from: "2001" })).toEqual([null, []]);
    expect(history("Dal", { from: "2001" })).toEqual([null, []]);
    expect(history("Ek", { from: "2001" })).toEqual(["2014-01-01", ["Öster"]]);
    expect(history("Ek", {}, day("2012-02-02"))).toEqual([null, []]);
  });
});

describe("old records", () => {
  it.each<[string, Concern, readonly string[]]>([
    [
      "wholly of the old time are decided by a person",
      { service: "help-old", place: "Alby", to: "2003-12-31" },
      ["? ask-old-records: archive middle"],
    ],
    [
      "wholly of the old time and of no place are asked about by the place",
      { service: "help-old", to: "2003" },
      ["? ask-place: archive east isle middle west"],
    ],
    ["of the whole city's too", { service: "school-old", to: "2003" }, ["? ask-old-records: archive schools"]],
    [
      "that reach into the new time are certain, with a word about the archive",
      { service: "help-old", place: "Alby", from: "2003", to: "2004-01-01" },
      ["middle: place-belongs archive-may-hold"],
    ],
    [
      "of a time with an end alone too",
      { service: "help-old", place: "Alby", to: "2004" },
      ["middle: place-belongs archive-may-hold"],
    ],
    [
      "of a time that begins in the new time carry no word",
      { service: "help-old", place: "Alby", from: "2004-01-01" },
      ["middle: place-belongs"],
    ],
    ["of no time carry no word", { service: "help-old", place: "Alby" }, ["middle: place-belongs"]],
    [
      "another municipality has are its own",
      { service: "help-old", place: "Grannby", to: "2001" },
      ["kommun:0102: other-municipality"],
    ],
    ["an authority outside has are its own", { service: "tax", to: "2001" }, ["ext-skatt: outside-the-city note"]],
    [
      "kept five years may be destroyed five years later",
      { service: "help-kept", place: "Alby", from: "2015", to: "2021-11-22" },
      ["middle: place-belongs may-be-destroyed"],
    ],
    [
      "kept five years are there the day before",
      { service: "help-kept", place: "Alby", from: "2015", to: "2021-11-23" },
      ["middle: place-belongs"],
    ],
    ["with no end are still kept", { service: "help-kept", place: "Alby", from: "2015" }, ["middle: place-belongs"]],
  ])("%s", (_, concern, expected) => {
    expect(told(concern)).toEqual(expected);
  });
});
