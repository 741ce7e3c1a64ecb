import { remindersDue } from "../../shared/domain/casework/reminders.ts";
import type { City } from "../../shared/domain/city.ts";
import type { Instant } from "../../shared/domain/instant.ts";
import { caseReference } from "../../shared/domain/reference.ts";
import { reviewLettersDue, reviewReminderNow } from "../../shared/domain/yearly/review-reminders.ts";
import type { Log } from "../../shared/lambda/log.ts";
import { nameOf } from "../../shared/lambda/name-of.ts";
import type { CaseKey, RemindersOwed } from "../../shared/store/cases.ts";
import type { ReviewLetters } from "../../shared/store/review-letters.ts";
import type { YearReader } from "../../shared/store/year-reader.ts";

export interface WatchDeps {
  readonly city: City;
  readonly cases: RemindersOwed;
  readonly reviews: YearReader["reviews"];
  readonly reviewLetters: Pick<ReviewLetters, "ofYear" | "keep">;
  readonly log: Log;
}

/** What one round did: how many letters are owed now that were not, and how much could not be looked at. */
export interface Round {
  readonly reminders: number;
  readonly failed: number;
}

/**
 * Writes the reminders that the case owes now among its letters, in the one conditional write of the case: a round that
 * comes twice, or together with others, finds them there.
 */
async function remind(key: CaseKey, now: Instant, { cases }: WatchDeps): Promise<number> {
  let owed = 0;
  await cases.changeOwed(key, (file) => {
    const due = remindersDue(file, now);
    owed = due.length;
    return due.length === 0 ? undefined : { letters: [...file.letters, ...due], owedCases: file.owedCases };
  });
  return owed;
}

/**
 * Writes the reminders to the coordinators of units whose yearly review is not in, each as an item of its own that is
 * written once: rounds that come twice or together find it there.
 */
async function remindOfReviews(now: Instant, { city, reviews, reviewLetters }: WatchDeps): Promise<number> {
  const said = reviewReminderNow(now);
  if (said === undefined) return 0;
  const given = new Map((await reviews(said.year)).map(({ unit, review }) => [unit, review]));
  const known = new Set((await reviewLetters.ofYear(said.year)).map(({ id }) => id));
  let owed = 0;
  for (const letter of reviewLettersDue(said, city, given, known, now))
    if (await reviewLetters.keep({ ...letter, version: 1 })) owed += 1;
  return owed;
}

/** One round of the watch. A case that cannot be looked at stops no other, and is looked at again in the next round. */
export async function watch(now: Instant, deps: WatchDeps): Promise<Round> {
  let [reminders, failed] = [0, 0];
  for await (const key of deps.cases.withReminderDue(now)) {
    try {
      reminders += await remind(key, now, deps);
    } catch (failure) {
      failed += 1;
      const reference = caseReference(key.submission, key.number);
      deps.log("reminder-failed", { reference, failure: nameOf(failure) });
    }
  }
  try {
    reminders += await remindOfReviews(now, deps);
  } catch (failure) {
    failed += 1;
    deps.log("reminder-failed", { reference: "yearly-reviews", failure: nameOf(failure) });
  }
  // Only a round that got through everything counts: silence is what is alarmed on.
  if (failed === 0) deps.log("watch-finished", { reminders });
  else deps.log("watch-left", { reminders, failed });
  return { reminders, failed };
}
