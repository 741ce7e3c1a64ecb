import { describe, expect, it } from "vitest";
import { clockName, dateInWords, timeInWords } from "../../shared/domain/date-in-words.ts";
import { at } from "../fixtures.ts";
import { on } from "./facts.ts";

describe("a day in words", () => {
  it.each([
    ["2026-01-01", "1 januari 2026", "1 January 2026"],
    ["2026-02-28", "28 februari 2026", "28 February 2026"],
    ["2026-03-09", "9 mars 2026", "9 March 2026"],
    ["2026-05-31", "31 maj 2026", "31 May 2026"],
    ["2026-10-10", "10 oktober 2026", "10 October 2026"],
    ["0999-12-24", "24 december 999", "24 December 999"],
  ])("%s is %s, or %s", (day, sv, en) => {
    expect([dateInWords(on(day), "sv"), dateInWords(on(day), "en")]).toEqual([sv, en]);
  });

  it("is as the platform itself writes every month", () => {
    for (const [language, locale] of [
      ["sv", "sv-SE"],
      ["en", "en-GB"],
    ] as const)
      for (let month = 1; month <= 12; month += 1) {
        const day = on(`2026-${String(month).padStart(2, "0")}-15`);
        const said = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day));
        expect(dateInWords(day, language)).toBe(said);
      }
  });
});

describe("a time in words", () => {
  it("is that of the clock in Stockholm, as each language writes it", () => {
    const night = at("2026-06-30T22:05:00Z");
    expect(timeInWords(night, "sv")).toBe("1 juli 2026 kl. 00.05");
    expect(timeInWords(night, "en")).toBe("1 July 2026 at 00:05");
  });

  it("has a name for each of the two clocks", () => {
    const [summer, winter] = [at("2026-07-01T12:00:00Z"), at("2026-12-01T12:00:00Z")];
    expect([clockName(summer, "sv"), clockName(winter, "sv")]).toEqual(["sommartid", "normaltid"]);
    expect([clockName(summer, "en"), clockName(winter, "en")]).toEqual(["summer time", "standard time"]);
  });
});
