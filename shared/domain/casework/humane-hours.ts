import { isWorkingDay } from "../holidays.ts";
import { type Instant, stockholmDateTime } from "../instant.ts";

/**
 * Whether a reminder may be sent now: on working days from 8 to 17 in Stockholm. Receipts, and every letter about a breach
 * that is running against its 72 hours, are sent at any hour.
 */
export const isHumaneHour = (now: Instant): boolean => {
  const { date, time } = stockholmDateTime(now);
  return isWorkingDay(date) && time >= "08:00" && time < "17:00";
};
