import { type CivilDate, civilDate, daysBetween, weekday } from "../../domain/civil-date.ts";
import { dateInWords } from "../../domain/date-in-words.ts";
import { epochOf, type Instant, instant, stockholmDate, stockholmDateTime } from "../../domain/instant.ts";

const days = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"] as const;
const hourMs = 3_600_000;

/** "kl. 14.30". */
export const clockInWords = (at: Instant): string => `kl. ${stockholmDateTime(at).time.replace(":", ".")}`;

/** "onsdag 25 november 2026 kl. 14.30", Swedish local time. */
export const instantInWords = (at: Instant): string => {
  const { date } = stockholmDateTime(at);
  return `${days[weekday(date) - 1]} ${dateInWords(date, "sv")} ${clockInWords(at)}`;
};

/** "onsdag 25 november kl. 14.30": a moment so near that nobody needs the year. */
export const soonInWords = (at: Instant): string => {
  const { date } = stockholmDateTime(at);
  return `${days[weekday(date) - 1]} ${dateInWords(date, "sv").replace(/ \d{4}$/, "")} ${clockInWords(at)}`;
};

export const dayInWords = (date: CivilDate): string => dateInWords(date, "sv");

/** How long is left, in words and with how much it presses; the words alone say it all. */
export interface TimeLeft {
  readonly words: string;
  readonly press: "late" | "soon" | "calm";
  /** "senast 2026-11-25", with the time of day where it is counted in hours. */
  readonly by: string;
}

const counted = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const untilDay = (due: CivilDate, now: Instant): TimeLeft => {
  const left = daysBetween(stockholmDate(now), due);
  const by = `senast ${due}`;
  if (left < 0) return { words: `${counted(-left, "dag", "dagar")} sen`, press: "late", by };
  if (left === 0) return { words: "sista dagen i dag", press: "soon", by };
  return { words: `${counted(left, "dag", "dagar")} kvar`, press: left <= 7 ? "soon" : "calm", by };
};

const untilInstant = (due: Instant, now: Instant): TimeLeft => {
  const ms = epochOf(due) - epochOf(now);
  const by = `senast ${stockholmDate(due)} ${clockInWords(due)}`;
  const hours = Math.floor(Math.abs(ms) / hourMs);
  const size =
    hours >= 96
      ? counted(Math.floor(hours / 24), "dag", "dagar")
      : hours >= 1
        ? counted(hours, "timme", "timmar")
        : "mindre än en timme";
  if (ms < 0) return { words: `${size} sen`, press: "late", by };
  return { words: `${size} kvar`, press: hours < 24 ? "soon" : "calm", by };
};

/**
 * The time left of a case.
 *
 * @param due the last day (`YYYY-MM-DD`) or instant, as the store keeps it; null when nothing runs out
 */
export const timeLeft = (due: string | null, now: Instant): TimeLeft | null => {
  if (due === null) return null;
  const day = civilDate(due);
  if (day !== undefined) return untilDay(day, now);
  const at = instant(due);
  return at === undefined ? null : untilInstant(at, now);
};
