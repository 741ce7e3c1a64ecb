import { addDays, type CivilDate } from "../civil-date.ts";
import { isWorkingDay } from "../holidays.ts";
import { fromStockholm, type Instant, stockholmDateTime } from "../instant.ts";

const [opens, closes] = ["08:00", "17:00"];

/**
 * Whether a reminder may be sent now: on working days from 8 to 17 in Stockholm. Receipts, and every letter about a breach
 * that is running against its 72 hours, are sent at any hour.
 */
export const isHumaneHour = (now: Instant): boolean => {
  const { date, time } = stockholmDateTime(now);
  return isWorkingDay(date) && time >= opens && time < closes;
};

/** The first moment on the day, or on the working day after it, when a reminder may be sent. */
export function firstHumaneHour(day: CivilDate): Instant {
  if (!isWorkingDay(day)) return firstHumaneHour(addDays(day, 1));
  const at = fromStockholm(day, opens);
  if (!at.ok) throw new Error(`there is no ${opens} on ${day}`);
  return at.value;
}
