import { remindersDue } from "../../shared/domain/casework/reminders.ts";
import type { Instant } from "../../shared/domain/instant.ts";
import { caseReference } from "../../shared/domain/reference.ts";
import type { Log } from "../../shared/lambda/log.ts";
import { nameOf } from "../../shared/lambda/name-of.ts";
import type { CaseKey, RemindersOwed } from "../../shared/store/cases.ts";

export interface WatchDeps {
  readonly cases: RemindersOwed;
  readonly log: Log;
}

/** What one round did: how many letters cases now owe that they did not, and how many cases could not be looked at. */
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
  // Only a round that got through everything counts: silence is what is alarmed on.
  if (failed === 0) deps.log("watch-finished", { reminders });
  else deps.log("watch-left", { reminders, failed });
  return { reminders, failed };
}
