import { CannotStart } from "./cannot-start.ts";

/** When a schedule is due: every so many milliseconds, or in every minute that fits. */
export type Due = { readonly everyMs: number } | { fits(minute: Date): boolean };

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** The numbers a cron field allows. `names` are counted from `least`. */
const field = (
  text: string,
  least: number,
  most: number,
  names: readonly string[],
  expression: string,
): ReadonlySet<number> => {
  const refuse = () =>
    new CannotStart(`The schedule ${expression} says ${text}, which the local runner does not know.`);
  const number = (part: string): number => {
    const named = names.indexOf(part.toUpperCase());
    const value = named >= 0 ? named + least : Number(part);
    if (!/^\w+$/.test(part) || !Number.isInteger(value) || value < least || value > most) throw refuse();
    return value;
  };
  const allowed = new Set<number>();
  for (const part of text.split(",")) {
    const [range = "", step] = part.split("/");
    const open = range === "*" || range === "?";
    const [from = "", to] = range.split("-");
    const first = open ? least : number(from);
    const last = open || (step !== undefined && to === undefined) ? most : number(to ?? from);
    const by = step === undefined ? 1 : Number(step);
    if (!Number.isInteger(by) || by < 1 || last < first) throw refuse();
    for (let value = first; value <= last; value += by) allowed.add(value);
  }
  return allowed;
};

/**
 * Reads `rate(…)` and `cron(minute hour day-of-month month day-of-week year)` as EventBridge writes them.
 * Throws CannotStart for anything else (L, W, #, at).
 */
export const readSchedule = (expression: string, timezone: string): Due => {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const everyMs = Number(count) * (unitMs[unit ?? ""] ?? Number.NaN);
  if (everyMs > 0) return { everyMs };

  const fields = /^cron\(([^)]+)\)$/.exec(expression)?.[1]?.trim().split(/\s+/) ?? [];
  const [minute, hour, dayOfMonth, month, dayOfWeek, year] = fields;
  if (!minute || !hour || !dayOfMonth || !month || !dayOfWeek || !year || fields.length !== 6)
    throw new CannotStart(
      `The schedule ${expression} is neither a rate nor a cron expression that the local runner knows.`,
    );
  const allowed = {
    minute: field(minute, 0, 59, [], expression),
    hour: field(hour, 0, 23, [], expression),
    dayOfMonth: field(dayOfMonth, 1, 31, [], expression),
    month: field(month, 1, 12, months, expression),
    // Amazon counts the days of the week from Sunday = 1.
    dayOfWeek: field(dayOfWeek, 1, 7, days, expression),
    year: field(year, 1970, 2199, [], expression),
  };
  const wall = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    hourCycle: "h23",
    minute: "numeric",
    hour: "numeric",
    day: "numeric",
    month: "numeric",
    weekday: "short",
    year: "numeric",
  });
  return {
    fits: (at) => {
      const parts = Object.fromEntries(wall.formatToParts(at).map(({ type, value }) => [type, value]));
      return (
        allowed.minute.has(Number(parts.minute)) &&
        allowed.hour.has(Number(parts.hour)) &&
        allowed.dayOfMonth.has(Number(parts.day)) &&
        allowed.month.has(Number(parts.month)) &&
        allowed.dayOfWeek.has(days.indexOf((parts.weekday ?? "").toUpperCase()) + 1) &&
        allowed.year.has(Number(parts.year))
      );
    },
  };
};
