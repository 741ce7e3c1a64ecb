import { addDays, type CivilDate } from "./civil-date.ts";
import { type Instant, instantFromEpoch, stockholmDate, stockholmOffset } from "./instant.ts";

/** How long saved answers wait for the person to come back. */
export const draftDays = 14;

const msPerMinute = 60_000;

/** How long what is saved now is kept: `lastOn` is the last local day, `expiresAt` the midnight that ends it. */
export function draftLife(savedAt: Instant): { readonly lastOn: CivilDate; readonly expiresAt: Instant } {
  const lastOn = addDays(stockholmDate(savedAt), draftDays);
  const midnightAsUtc = Date.parse(addDays(lastOn, 1));
  // The clocks change at 01.00 UTC: between midnight here and midnight in UTC one offset holds.
  const offset = stockholmOffset(instantFromEpoch(midnightAsUtc));
  return { lastOn, expiresAt: instantFromEpoch(midnightAsUtc - offset * msPerMinute) };
}
