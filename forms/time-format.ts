import { type CivilDate, civilDate } from "../shared/domain/civil-date.ts";
import { compareInstants, fromStockholm, type Instant, instant } from "../shared/domain/instant.ts";
import { ok, type Result, refused } from "../shared/domain/result.ts";
import type { AnswerCode } from "./form.ts";

/** What was typed on a page, and when it was read: what has not been yet is told beside its field. */
export interface TypedOnPage {
  readonly now: Instant;
}

const dateParts = /^(\d{0,4})-(\d{0,2})-(\d{0,2})$/;
// 14.30, 14:30, 1430, kl. 14; and after it, the night the clock shows the hour twice, which of the two.
const clock =
  /^(?:kl\.? ?)?(\d{1,2})(?:[.:]?(\d{2}))? ?(sommartid|summer time|normaltid|vintertid|standard time|winter time)?$/i;

/** A day as people type it in three fields, joined by hyphens: `2026-1-5`. What is missing has its own code. */
export function typedDate(text: string): Result<CivilDate, AnswerCode> {
  const parts = dateParts.exec(text);
  if (parts === null) return refused("format");
  const [, year = "", month = "", day = ""] = parts;
  if (year === "") return refused("no-year");
  if (month === "") return refused("no-month");
  if (day === "") return refused("no-day");
  if (year.length !== 4) return refused("format");
  const date = civilDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return date === undefined ? refused("not-a-date") : ok(date);
}

/** A civil date: `YYYY-MM-DD` from a program, and as people type it from a page. */
export function readDate(text: string, page: TypedOnPage | undefined): Result<CivilDate, AnswerCode> {
  if (page !== undefined) return typedDate(text);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return refused("format");
  const date = civilDate(text);
  return date === undefined ? refused("not-a-date") : ok(date);
}

/** A time of day as people type it, on a day in Stockholm. */
function stockholmTime(date: CivilDate, text: string): Result<Instant, AnswerCode> {
  const parts = clock.exec(text);
  if (parts === null) return refused("not-a-time");
  const [, hours = "", minutes = "00", which] = parts;
  const at = fromStockholm(date, `${hours.padStart(2, "0")}:${minutes}`);
  if (at.ok) return at;
  switch (at.error.code) {
    case "not-a-time":
      return refused("not-a-time");
    case "does-not-exist":
      return refused("time-skipped");
    case "ambiguous":
      if (which === undefined) return refused("time-twice");
      return ok(/^s(?:ommar|ummer)/i.test(which) ? at.error.earlier : at.error.later);
  }
}

const startOf = (day: CivilDate): Result<Instant, AnswerCode> => {
  const start = fromStockholm(day, "00:00");
  return start.ok ? start : refused("time-skipped");
};

function typedInstant(text: string, dayIsEnough: boolean): Result<Instant, AnswerCode> {
  const space = text.indexOf(" ");
  const date = typedDate(space === -1 ? text : text.slice(0, space));
  if (!date.ok) return refused(date.error === "format" ? "not-a-date" : date.error);
  const time = space === -1 ? "" : text.slice(space).trim();
  if (time === "") return dayIsEnough ? startOf(date.value) : refused("no-time");
  return stockholmTime(date.value, time);
}

function writtenInstant(text: string, dayIsEnough: boolean): Result<Instant, AnswerCode> {
  const day = dayIsEnough ? civilDate(text) : undefined;
  return day === undefined ? refused("format") : startOf(day);
}

/**
 * A point in time: RFC 3339 with an offset. From a page it may be a day and a time in Stockholm, `2026-11-22 14.30`, and
 * must have been; for a program that is a rule of the case, with its own code.
 *
 * @param dayIsEnough then a day alone is its first moment in Stockholm
 */
export function readInstant(
  text: string,
  page: TypedOnPage | undefined,
  dayIsEnough: boolean,
): Result<Instant, AnswerCode> {
  const exact = instant(text);
  if (page === undefined) return exact === undefined ? writtenInstant(text, dayIsEnough) : ok(exact);
  const at = exact === undefined ? typedInstant(text, dayIsEnough) : ok(exact);
  return at.ok && compareInstants(at.value, page.now) > 0 ? refused("future") : at;
}
