import { addDays, type CivilDate, civilDateOf, weekday, yearOf } from "./civil-date.ts";
import type { Text } from "./language.ts";

/** The public holidays of lag (1989:253) om allmänna helgdagar, besides the ordinary Sundays. */
export const holidayNames = {
  nyarsdagen: { sv: "nyårsdagen", en: "New Year’s Day" },
  trettondedagen: { sv: "trettondedag jul", en: "Epiphany" },
  langfredagen: { sv: "långfredagen", en: "Good Friday" },
  paskdagen: { sv: "påskdagen", en: "Easter Sunday" },
  "annandag-pask": { sv: "annandag påsk", en: "Easter Monday" },
  "forsta-maj": { sv: "första maj", en: "May Day" },
  "kristi-himmelsfard": { sv: "Kristi himmelsfärdsdag", en: "Ascension Day" },
  pingstdagen: { sv: "pingstdagen", en: "Whit Sunday" },
  "annandag-pingst": { sv: "annandag pingst", en: "Whit Monday" },
  nationaldagen: { sv: "nationaldagen", en: "the National Day" },
  midsommardagen: { sv: "midsommardagen", en: "Midsummer Day" },
  "alla-helgons-dag": { sv: "alla helgons dag", en: "All Saints’ Day" },
  juldagen: { sv: "juldagen", en: "Christmas Day" },
  "annandag-jul": { sv: "annandag jul", en: "Boxing Day" },
} as const satisfies Record<string, Text>;
export type Holiday = keyof typeof holidayNames;

/** The three eves: equal to Sundays in lag (1930:173), yet not public holidays in lag (1989:253). */
export const eveNames = {
  midsommarafton: { sv: "midsommarafton", en: "Midsummer Eve" },
  julafton: { sv: "julafton", en: "Christmas Eve" },
  nyarsafton: { sv: "nyårsafton", en: "New Year’s Eve" },
} as const satisfies Record<string, Text>;
export type Eve = keyof typeof eveNames;

/** Easter Sunday of a year in the Gregorian calendar, by the anonymous algorithm of 1876 (Meeus, ch. 8). */
export const easterSunday = (year: number): CivilDate => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - skipped + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const marchDay = epact + toSunday - 7 * late + 22;
  return addDays(day(year, 3, 1), marchDay - 1);
};

/** The days of a year that are public holidays besides the ordinary Sundays. */
export const holidaysOf = (year: number): ReadonlyMap<CivilDate, Holiday> => {
  const known = years.get(year);
  // Stryker disable next-line ConditionalExpression: without the memory the same answer is counted again
  if (known !== undefined) return known;
  const easter = easterSunday(year);
  const days = new Map<CivilDate, Holiday>([
    [day(year, 1, 1), "nyarsdagen"],
    [day(year, 1, 6), "trettondedagen"],
    [addDays(easter, -2), "langfredagen"],
    [easter, "paskdagen"],
    [addDays(easter, 1), "annandag-pask"],
    [day(year, 5, 1), "forsta-maj"],
    [saturdayFrom(day(year, 6, 20)), "midsommardagen"],
    [saturdayFrom(day(year, 10, 31)), "alla-helgons-dag"],
    [day(year, 12, 25), "juldagen"],
    [day(year, 12, 26), "annandag-jul"],
  ]);
  // Lag (2004:1320): from 2005 the national day took Whit Monday's place.
  if (year >= 2005) days.set(day(year, 6, 6), "nationaldagen");
  else days.set(addDays(easter, 50), "annandag-pingst");
  // Last, so that a year in which two fall on one day names the greater.
  days.set(addDays(easter, 39), "kristi-himmelsfard");
  days.set(addDays(easter, 49), "pingstdagen");
  // Stryker disable next-line all: the same, and how many are kept changes no answer
  if (years.size < 300) years.set(year, days);
  return days;
};

/** The public holiday a day is, if any; ordinary Sundays have no name and give undefined. */
export const holidayOn = (date: CivilDate): Holiday | undefined => holidaysOf(yearOf(date)).get(date);

/** One of the three eves, if the day is one. */
export const eveOn = (date: CivilDate): Eve | undefined => {
  if (date.endsWith("-12-24")) return "julafton";
  if (date.endsWith("-12-31")) return "nyarsafton";
  return holidayOn(addDays(date, 1)) === "midsommardagen" ? "midsommarafton" : undefined;
};

/** Whether a day is neither Saturday, Sunday nor public holiday. The three eves are working days here. */
export const isWorkingDay = (date: CivilDate): boolean => weekday(date) < 6 && holidayOn(date) === undefined;

// A pure function's answers, kept: the same year is asked about on every submission.
const years = new Map<number, ReadonlyMap<CivilDate, Holiday>>();

const day = (year: number, month: number, dayOfMonth: number): CivilDate => {
  const date = civilDateOf(year, month, dayOfMonth);
  if (date === undefined) throw new RangeError("No such day, or a year outside 1 to 9999");
  return date;
};

const saturdayFrom = (date: CivilDate): CivilDate => addDays(date, (6 - weekday(date) + 7) % 7);
