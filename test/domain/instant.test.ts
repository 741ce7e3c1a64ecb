import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, civilDate } from "../../shared/domain/civil-date.ts";
import {
  compareInstants,
  epochOf,
  fromStockholm,
  instant,
  instantFromEpoch,
  stockholmDate,
  stockholmDateTime,
  stockholmOffset,
} from "../../shared/domain/instant.ts";
import { isMutating } from "../proof/seeded.ts";
import { at, on } from "./facts.ts";

const hour = 3_600_000;

test.each([
  ["2026-03-31T23:59:59+02:00", "2026-03-31T21:59:59Z"],
  ["2020-12-22T11:17Z", "2020-12-22T11:17:00Z"],
  ["2020-12-22t11:17:00z", "2020-12-22T11:17:00Z"],
  ["2020-12-22T11:17:00.5Z", "2020-12-22T11:17:00.500Z"],
  ["2020-12-22T11:17:00.000Z", "2020-12-22T11:17:00Z"],
  ["2020-12-22T11:17:00.123999+00:00", "2020-12-22T11:17:00.123Z"],
  ["2026-12-31T23:30:00-05:30", "2027-01-01T05:00:00Z"],
  ["2026-01-01T00:00:00-00:00", "2026-01-01T00:00:00Z"],
])("%s is the instant %s", (text, expected) => {
  expect(instant(text)).toBe(expected);
});

test.each([
  "2026-03-31T23:59:59",
  "2026-03-31",
  "2026-02-30T12:00:00Z",
  "2026-03-31T24:00:00Z",
  "2026-03-31T23:60:00Z",
  "2026-03-31T23:59:60Z",
  "2026-03-31T23:59:59+24:00",
  "2026-03-31T23:59:59+02",
  "2026-03-31T23:59:59 02:00",
  "2026-03-31 23:59:59Z",
  "2026-03-31T23:59:59.Z",
  "0000-12-31T12:00:00Z",
  "9999-12-31T23:59:59Z",
  "1767225600",
  "",
])("%j is not an instant", (text) => {
  expect(instant(text)).toBeUndefined();
});

test("instants begin with the second day of year 1 and end with the last but one of year 9998, to the millisecond", () => {
  const [first, last] = ["0001-01-02T00:00:00Z", "9998-12-30T23:59:59.999Z"];
  for (const text of [first, last]) {
    expect(instant(text)).toBe(text);
    expect(instantFromEpoch(Date.parse(text))).toBe(text);
  }
  for (const ms of [Date.parse(first) - 1, Date.parse(last) + 1, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => instantFromEpoch(ms)).toThrow(RangeError);
  for (const text of ["0001-01-01T23:59:59.999Z", "9998-12-31T00:00:00Z", "0001-01-02T00:00:00+00:01"])
    expect(instant(text)).toBeUndefined();
});

test.each(["x2026-03-31T23:59:59Z", "2026-03-31T23:59:59Zx", "2026-03-31T23:59:59+02:000", " 2026-03-31T23:59:59Z"])(
  "%j has more than an instant in it",
  (text) => {
    expect(instant(text)).toBeUndefined();
  },
);

test.each(["12:000", "x12:00", "12:00 ", "1:00", "24:00", "12.00", ""])("%j is no local time", (time) => {
  expect(fromStockholm(on("2026-03-31"), time)).toEqual({ ok: false, error: { code: "not-a-time" } });
});

test("reading what was written gives the same instant back, milliseconds and all", () => {
  fc.assert(
    fc.property(fc.integer({ min: -62_000_000_000_000, max: 253_000_000_000_000 }), (ms) => {
      const written = instantFromEpoch(ms);
      expect(instant(written)).toBe(written);
      expect(epochOf(written)).toBe(ms);
    }),
  );
});

test("instants are ordered by time even where their texts are not", () => {
  expect(compareInstants(at("2026-01-01T00:00:00.500Z"), at("2026-01-01T00:00:00Z"))).toBe(500);
});

test("the calendar day changes at midnight in Stockholm, not in Greenwich", () => {
  expect(stockholmDate(at("2026-03-31T21:59:59Z"))).toBe("2026-03-31");
  expect(stockholmDate(at("2026-03-31T22:00:00Z"))).toBe("2026-04-01");
  expect(stockholmDate(at("2026-12-31T22:59:59.999Z"))).toBe("2026-12-31");
  expect(stockholmDate(at("2026-12-31T23:00:00Z"))).toBe("2027-01-01");
  expect(stockholmDateTime(at("2026-07-01T10:05:59Z"))).toEqual({ date: "2026-07-01", time: "12:05" });
});

/** The rule of directive 2000/84/EC, written anew: the last Sundays of March and October at 01:00 UTC. */
const lastSunday = (year: number, month: number): number => {
  const end = new Date(Date.UTC(year, month, 0, 1));
  return end.getTime() - end.getUTCDay() * 24 * hour;
};

describe.each(Array.from({ length: isMutating ? 4 : 64 }, (_, index) => 1997 + index))("the clocks of %i", (year) => {
  const spring = lastSunday(year, 3);
  const autumn = lastSunday(year, 10);

  test("Sweden is two hours ahead between the last Sundays of March and October, else one", () => {
    for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += 7 * hour) {
      expect(stockholmOffset(instantFromEpoch(ms))).toBe(ms >= spring && ms < autumn ? 120 : 60);
    }
    expect(stockholmOffset(instantFromEpoch(spring - 1))).toBe(60);
    expect(stockholmOffset(instantFromEpoch(spring))).toBe(120);
    expect(stockholmOffset(instantFromEpoch(autumn - 1))).toBe(120);
    expect(stockholmOffset(instantFromEpoch(autumn))).toBe(60);
  });

  test("every minute of the skipped hour is refused, and every minute of the doubled one asks which", () => {
    const springDay = on(new Date(spring).toISOString().slice(0, 10));
    const autumnDay = on(new Date(autumn).toISOString().slice(0, 10));
    for (let minute = 0; minute < 60; minute++) {
      const mm = String(minute).padStart(2, "0");
      expect(fromStockholm(springDay, `02:${mm}`)).toEqual({ ok: false, error: { code: "does-not-exist" } });
      expect(fromStockholm(autumnDay, `02:${mm}`)).toEqual({
        ok: false,
        error: {
          code: "ambiguous",
          earlier: instantFromEpoch(autumn - hour + minute * 60_000),
          later: instantFromEpoch(autumn + minute * 60_000),
        },
      });
    }
    for (const [day, time, ms] of [
      [springDay, "01:59", spring - 60_000],
      [springDay, "03:00", spring],
      [autumnDay, "01:59", autumn - hour - 60_000],
      [autumnDay, "03:00", autumn + hour],
    ] as const) {
      expect(fromStockholm(day, time)).toEqual({ ok: true, value: instantFromEpoch(ms) });
    }
  });
});

test("a local time read as an instant shows the same local time again", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 1439 }), (day, minute) => {
      const date = addDays(on("1980-01-01"), day);
      const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
      const read = fromStockholm(date, time);
      if (read.ok) expect(stockholmDateTime(read.value)).toEqual({ date, time });
      else expect(read.error.code).toMatch(/does-not-exist|ambiguous/);
    }),
    { numRuns: isMutating ? 200 : 2000 },
  );
});

test.each(["24:00", "7:30", "07.30", "", "07:60"])("%j is not a time of day", (time) => {
  expect(fromStockholm(on("2026-06-15"), time)).toEqual({ ok: false, error: { code: "not-a-time" } });
});

test("the platform writes Stockholm's date as a date in every year that is accepted", () => {
  for (let year = 1; year <= 9998; year += isMutating ? 777 : 7) {
    const date = stockholmDate(at(`${String(year).padStart(4, "0")}-06-15T12:00:00Z`));
    expect(civilDate(date)).toBe(`${String(year).padStart(4, "0")}-06-15`);
  }
});
