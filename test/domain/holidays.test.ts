import { describe, expect, test } from "vitest";
import { addDays, weekday } from "../../shared/domain/civil-date.ts";
import { easterSunday, eveOn, holidayNames, holidaysOf, isWorkingDay } from "../../shared/domain/holidays.ts";
import { on } from "./facts.ts";

/** Written by hand from printed almanacs. */
const almanac: Record<number, string> = {
  2004: "01-01 nyårsdagen, 01-06 trettondedag jul, 04-09 långfredagen, 04-11 påskdagen, 04-12 annandag påsk, 05-01 första maj, 05-20 Kristi himmelsfärdsdag, 05-30 pingstdagen, 05-31 annandag pingst, 06-26 midsommardagen, 11-06 alla helgons dag, 12-25 juldagen, 12-26 annandag jul",
  2005: "01-01 nyårsdagen, 01-06 trettondedag jul, 03-25 långfredagen, 03-27 påskdagen, 03-28 annandag påsk, 05-01 första maj, 05-05 Kristi himmelsfärdsdag, 05-15 pingstdagen, 06-06 nationaldagen, 06-25 midsommardagen, 11-05 alla helgons dag, 12-25 juldagen, 12-26 annandag jul",
  2008: "01-01 nyårsdagen, 01-06 trettondedag jul, 03-21 långfredagen, 03-23 påskdagen, 03-24 annandag påsk, 05-01 Kristi himmelsfärdsdag, 05-11 pingstdagen, 06-06 nationaldagen, 06-21 midsommardagen, 11-01 alla helgons dag, 12-25 juldagen, 12-26 annandag jul",
  2024: "01-01 nyårsdagen, 01-06 trettondedag jul, 03-29 långfredagen, 03-31 påskdagen, 04-01 annandag påsk, 05-01 första maj, 05-09 Kristi himmelsfärdsdag, 05-19 pingstdagen, 06-06 nationaldagen, 06-22 midsommardagen, 11-02 alla helgons dag, 12-25 juldagen, 12-26 annandag jul",
  2025: "01-01 nyårsdagen, 01-06 trettondedag jul, 04-18 långfredagen, 04-20 påskdagen, 04-21 annandag påsk, 05-01 första maj, 05-29 Kristi himmelsfärdsdag, 06-06 nationaldagen, 06-08 pingstdagen, 06-21 midsommardagen, 11-01 alla helgons dag, 12-25 juldagen, 12-26 annandag jul",
  2026: "01-01 nyårsdagen, 01-06 trettondedag jul, 04-03 långfredagen, 04-05 påskdagen, 04-06 annandag påsk, 05-01 första maj, 05-14 Kristi himmelsfärdsdag, 05-24 pingstdagen, 06-06 nationaldagen, 06-20 midsommardagen, 10-31 alla helgons dag, 12-25 juldagen, 12-26 annandag jul",
  2027: "01-01 nyårsdagen, 01-06 trettondedag jul, 03-26 långfredagen, 03-28 påskdagen, 03-29 annandag påsk, 05-01 första maj, 05-06 Kristi himmelsfärdsdag, 05-16 pingstdagen, 06-06 nationaldagen, 06-26 midsommardagen, 11-06 alla helgons dag, 12-25 juldagen, 12-26 annandag jul",
};

test.each(Object.entries(almanac))("the public holidays of %s are those of the almanac", (year, expected) => {
  const days = [...holidaysOf(Number(year))].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(days.map(([date, name]) => `${date.slice(5)} ${holidayNames[name].sv}`).join(", ")).toBe(expected);
});

describe("the three eves", () => {
  test.each([
    ["2026-06-19", "midsommarafton"],
    ["2027-06-25", "midsommarafton"],
    ["2026-12-24", "julafton"],
    ["2026-12-31", "nyarsafton"],
  ])("%s is %s, and a working day", (date, eve) => {
    expect(eveOn(on(date))).toBe(eve);
    expect(isWorkingDay(on(date))).toBe(true);
  });

  test("every year has three, and midsommarafton is always a Friday", () => {
    for (let year = 1997; year <= 2060; year++) {
      const eves = Array.from({ length: 366 }, (_, index) => addDays(on(`${year}-01-01`), index)).filter(
        (date) => date.startsWith(String(year)) && eveOn(date) !== undefined,
      );
      expect(eves.map(eveOn)).toEqual(["midsommarafton", "julafton", "nyarsafton"]);
      expect(weekday(eves[0] ?? on("2000-01-01"))).toBe(5);
    }
  });
});

test("a year outside the calendar has no holidays", () => {
  expect(() => holidaysOf(10_000)).toThrow(RangeError);
  expect(() => holidaysOf(-1)).toThrow(RangeError);
});

test("a Saturday, a Sunday and the four days of Easter are not working days", () => {
  expect(isWorkingDay(on("2026-06-13"))).toBe(false);
  expect(isWorkingDay(on("2026-06-14"))).toBe(false);
  expect(["03", "04", "05", "06", "07"].map((day) => isWorkingDay(on(`2026-04-${day}`)))).toEqual([
    false,
    false,
    false,
    false,
    true,
  ]);
});

test("Easter's extremes fall on 22 March and 25 April", () => {
  expect(easterSunday(1818)).toBe("1818-03-22");
  expect(easterSunday(2038)).toBe("2038-04-25");
  expect(easterSunday(2285)).toBe("2285-03-22");
  // The years of the two exceptions to the moon's table, and one that begins its circle.
  expect([1954, 1981, 2049, 2076, 2014].map(easterSunday)).toEqual([
    "1954-04-18",
    "1981-04-19",
    "2049-04-18",
    "2076-04-19",
    "2014-04-20",
  ]);
});

test("the national day is a holiday from 2005, and annandag pingst was one until then", () => {
  expect(isWorkingDay(on("2003-06-06"))).toBe(true);
  expect(isWorkingDay(on("2005-06-06"))).toBe(false);
  expect(isWorkingDay(on("2004-05-31"))).toBe(false);
  expect(isWorkingDay(on("2005-05-16"))).toBe(true);
});
