import { type CivilDate, civilDate } from "./civil-date.ts";
import { ok, type Result, refused } from "./result.ts";

declare const instantBrand: unique symbol;

/**
 * A point in time as UTC text: `YYYY-MM-DDTHH:MM:SSZ`, with three decimals only when there are milliseconds.
 * Order two of them with `compareInstants`: as strings, `…:00.500Z` sorts before `…:00Z`.
 */
export type Instant = string & { readonly [instantBrand]: true };

/** A local time of day, `HH:MM`. */
export type LocalDateTime = { readonly date: CivilDate; readonly time: string };

/** Why a local time is not one instant: the clock skipped it in spring, or showed it twice in autumn. */
export type LocalTimeRefusal =
  | { readonly code: "not-a-time" }
  | { readonly code: "does-not-exist" }
  | { readonly code: "ambiguous"; readonly earlier: Instant; readonly later: Instant };

const rfc3339 =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d+))?)?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;
const timeOfDay = /^([01]\d|2[0-3]):([0-5]\d)$/;
const msPerMinute = 60_000;
const msPerDay = 86_400_000;
// What civilDate accepts, so that the local date of every instant is a civil date.
const firstEpoch = Date.parse("0001-01-02T00:00:00Z");
const lastEpoch = Date.parse("9998-12-30T23:59:59.999Z");

/** The instant of a Unix time in milliseconds (whole part). Throws RangeError outside the years 1 to 9998. */
export const instantFromEpoch = (ms: number): Instant => {
  const whole = Math.trunc(ms);
  if (!(whole >= firstEpoch && whole <= lastEpoch)) throw new RangeError("An instant outside the years 1 to 9998");
  const text = new Date(whole).toISOString();
  // The one place where the brand is given: toISOString has written a real UTC time.
  return (whole % 1000 === 0 ? `${text.slice(0, 19)}Z` : text) as Instant;
};

/** Unix time in milliseconds. */
export const epochOf = (instant: Instant): number => Date.parse(instant);

/**
 * Reads RFC 3339 with an offset, seconds optional, fractions cut to milliseconds. Undefined when the offset is missing,
 * when the day or the time does not exist (a leap second, which Unix time cannot express, among them), or when the year
 * is outside 1 to 9998.
 */
export const instant = (text: string): Instant | undefined => {
  const match = rfc3339.exec(text);
  if (match === null) return undefined;
  const [, day = "", hours, minutes, seconds = "0", fraction = "", sign, offsetHours = "0", offsetMinutes = "0"] =
    match;
  if (civilDate(day) === undefined) return undefined;
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === "-" ? -1 : 1);
  const ms =
    Date.parse(day) +
    (Number(hours) * 60 + Number(minutes) - offset) * msPerMinute +
    Number(seconds) * 1000 +
    Number(fraction.padEnd(3, "0").slice(0, 3));
  return ms >= firstEpoch && ms <= lastEpoch ? instantFromEpoch(ms) : undefined;
};

/** Negative when `a` is before `b`, 0 when they are the same, positive when it is after. */
export const compareInstants = (a: Instant, b: Instant): number => epochOf(a) - epochOf(b);

/** The instant `ms` milliseconds later (earlier when negative): elapsed time, blind to clock changes. */
export const addMilliseconds = (at: Instant, ms: number): Instant => instantFromEpoch(epochOf(at) + ms);

// Made once: constructing a formatter costs a hundred times what using it does. The Swedish locale writes
// `2026-03-31 23:59:59`, which is read by position; a test holds the platform to that.
const inStockholm = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  calendar: "gregory",
  numberingSystem: "latn",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** Local wall clock as `YYYY-MM-DD HH:MM:SS`. */
const wallClock = (ms: number): string => inStockholm.format(ms).padStart(19, "0");

/** Stockholm's offset from UTC at an instant, in minutes (60 or 120 today). */
export const stockholmOffset = (at: Instant): number => offsetAt(epochOf(at)) / msPerMinute;

const offsetAt = (ms: number): number =>
  Date.parse(`${wallClock(ms).replace(" ", "T")}Z`) - Math.floor(ms / 1000) * 1000;

/** The calendar day in Europe/Stockholm at an instant. */
export const stockholmDate = (at: Instant): CivilDate => stockholmDateTime(at).date;

/** The wall clock in Europe/Stockholm at an instant, to the minute. */
export const stockholmDateTime = (at: Instant): LocalDateTime => {
  const local = wallClock(epochOf(at));
  const date = civilDate(local.slice(0, 10));
  if (date === undefined) throw new Error("The platform's Swedish date format is not YYYY-MM-DD HH:MM:SS");
  return { date, time: local.slice(11, 16) };
};

/**
 * The instant of a local time in Europe/Stockholm (`time` as `HH:MM`). Refused when the clock skips it in spring, and,
 * with both instants to choose from, when the clock shows it twice in autumn.
 */
export const fromStockholm = (date: CivilDate, time: string): Result<Instant, LocalTimeRefusal> => {
  const match = timeOfDay.exec(time);
  if (match === null) return refused({ code: "not-a-time" });
  const asUtc = Date.parse(date) + (Number(match[1]) * 60 + Number(match[2])) * msPerMinute;
  // The offsets of the day before and the day after are the only ones that can hold here: changes are months apart. Both
  // hold only where the later is the smaller, so the instants are in order.
  const offsets = new Set([offsetAt(asUtc - msPerDay), offsetAt(asUtc + msPerDay)]);
  const [earlier, later] = [...offsets]
    .map((offset) => asUtc - offset)
    .filter((ms) => ms + offsetAt(ms) === asUtc)
    .map(instantFromEpoch);
  if (earlier === undefined) return refused({ code: "does-not-exist" });
  return later === undefined ? ok(earlier) : refused({ code: "ambiguous", earlier, later });
};
