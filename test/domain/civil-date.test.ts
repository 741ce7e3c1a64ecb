import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  civilDate,
  civilDateOf,
  daysBetween,
  weekday,
  yearOf,
} from "../../shared/domain/civil-date.ts";
import { on } from "./facts.ts";

test.each(["2024-02-29", "2000-02-29", "1918-10-23", "0001-01-01", "9998-12-31"])("%s is a day", (text) => {
  expect(civilDate(text)).toBe(text);
});

test.each([
  "2023-02-29",
  "1900-02-29",
  "2026-02-30",
  "2026-04-31",
  "2026-13-01",
  "2026-00-10",
  "2026-01-00",
  "0000-01-01",
  "9999-01-01",
  "2026-1-1",
  "20260101",
  "2026-01-01 ",
  "2026-01-01T00:00:00Z",
  "+002026-01-01",
  "２０２６-01-01",
  "",
])("%j is not a day", (text) => {
  expect(civilDate(text)).toBeUndefined();
});

test("a month after the 31st is the last day of a shorter month", () => {
  expect(addMonths(on("2024-01-31"), 1)).toBe("2024-02-29");
  expect(addMonths(on("2025-01-31"), 1)).toBe("2025-02-28");
  expect(addMonths(on("2025-11-30"), 3)).toBe("2026-02-28");
  expect(addMonths(on("2026-10-31"), 1)).toBe("2026-11-30");
  expect(addMonths(on("2026-12-31"), 1)).toBe("2027-01-31");
  expect(addMonths(on("2024-02-29"), 12)).toBe("2025-02-28");
  expect(addMonths(on("2024-03-31"), -1)).toBe("2024-02-29");
});

test("a day that cannot be written is not counted to", () => {
  expect(addDays(on("9998-12-31"), 365)).toBe("9999-12-31");
  expect(() => addDays(on("9998-12-31"), 366)).toThrow(RangeError);
  expect(() => addMonths(on("9998-12-31"), 13)).toThrow(RangeError);
});

test("weekdays are numbered from Monday", () => {
  expect(weekday(on("2026-06-15"))).toBe(1);
  expect(weekday(on("2026-06-21"))).toBe(7);
  expect(weekday(on("0050-01-03"))).toBe(1);
});

test("days are counted across leap days, months and the clocks' changes", () => {
  expect(daysBetween(on("2024-02-28"), on("2024-03-01"))).toBe(2);
  expect(daysBetween(on("2026-03-28"), on("2026-03-30"))).toBe(2);
  expect(daysBetween(on("2026-03-30"), on("2026-03-28"))).toBe(-2);
  expect(yearOf(on("0099-12-31"))).toBe(99);
  expect(civilDateOf(2026, 2, 29)).toBeUndefined();
  expect(civilDateOf(99, 2, 28)).toBe("0099-02-28");
});

test("adding days and counting them agree, and order as text is order in time", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_900_000 }), fc.integer({ min: -300_000, max: 300_000 }), (start, days) => {
      const from = addDays(on("1000-01-01"), start);
      const to = addDays(from, days);
      expect(daysBetween(from, to)).toBe(days);
      expect(to > from).toBe(days > 0);
      expect(civilDate(to)).toBe(to);
    }),
  );
});
