declare const civilDateBrand: unique symbol;

/** A day in the calendar, `YYYY-MM-DD`, without time or zone. Two of them compare as strings. */
export type CivilDate = string & { readonly [civilDateBrand]: true };

/** ISO weekday numbers: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const msPerDay = 86_400_000;
const pattern = /^\d{4}-\d{2}-\d{2}$/;

// Read dates end a year before the four digits do, so that every deadline counted from one can itself be written.
const lastRead = "9998-12-31";

const epochOfDay = (date: CivilDate): number => Date.parse(date);

const dayOfEpoch = (ms: number): CivilDate => {
  const text = new Date(ms).toISOString();
  if (text.length !== 24) throw new RangeError("A date outside the years 0 to 9999 was counted to");
  // The one place besides the parser where the brand is given: toISOString has written a real day.
  return text.slice(0, 10) as CivilDate;
};

const realDay = (text: string): CivilDate | undefined => {
  if (!pattern.test(text) || text < "0001") return undefined;
  const ms = Date.parse(text);
  // The engine reads 30 February as 2 March, so only a text that comes back unchanged is a real day.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) return undefined;
  return text as CivilDate; // checked just above
};

/** Strict `YYYY-MM-DD` of a day that exists, from year 1 to 9998; otherwise undefined. */
export const civilDate = (text: string): CivilDate | undefined => (text > lastRead ? undefined : realDay(text));

/** The day `days` days later (earlier when negative). */
export const addDays = (date: CivilDate, days: number): CivilDate => dayOfEpoch(epochOfDay(date) + days * msPerDay);

/** The same day number `months` months later, or the last day of that month when it has no such day. */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const target = new Date(epochOfDay(date));
  const day = target.getUTCDate();
  target.setUTCDate(1);
  target.setUTCMonth(target.getUTCMonth() + months + 1, 0);
  target.setUTCDate(Math.min(day, target.getUTCDate()));
  return dayOfEpoch(target.getTime());
};

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => (epochOfDay(to) - epochOfDay(from)) / msPerDay;

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export const weekday = (date: CivilDate): Weekday => {
  const sundayFirst = new Date(epochOfDay(date)).getUTCDay();
  return (sundayFirst === 0 ? 7 : sundayFirst) as Weekday; // getUTCDay answers 0 to 6
};

/** The calendar year as a number. */
export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));

/** The day `year`-`month`-`day` (year 1–9999, month 1–12), or undefined when there is no such day. */
export const civilDateOf = (year: number, month: number, day: number): CivilDate | undefined =>
  realDay(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
