import { yearOf } from "../../shared/domain/civil-date.ts";
import { type Instant, stockholmDate } from "../../shared/domain/instant.ts";
import { isDue, type PostalEvent } from "../../shared/domain/letter.ts";
import { isReviewIn, type ReviewLetter } from "../../shared/domain/yearly/review-reminders.ts";
import type { Log } from "../../shared/lambda/log.ts";
import { nameOf } from "../../shared/lambda/name-of.ts";
import type { Postman } from "../../shared/mail/postman.ts";
import { reviewLetterText } from "../../shared/mail/review-letters.ts";
import type { ReviewLetterKey, ReviewLetters, StoredReviewLetter } from "../../shared/store/review-letters.ts";
import type { Reviews } from "../../shared/store/reviews.ts";
import { type Offices, unitAddress } from "./address.ts";
import { hear, sendOnce } from "./send-once.ts";

export interface ReviewLetterDeps {
  readonly reviewLetters: ReviewLetters;
  readonly reviews: Pick<Reviews, "get">;
  readonly offices: Pick<Offices, "unit">;
  readonly postman: Postman;
  readonly siteUrl: string;
  readonly log: Log;
}

const nameInLog = ({ year, id }: ReviewLetterKey): string => `${year}/${id}`;

/** Changes a letter as it stands; undefined when there was nothing to do. */
const changing =
  (key: ReviewLetterKey, { reviewLetters }: Pick<ReviewLetterDeps, "reviewLetters">) =>
  async (change: (letter: ReviewLetter) => ReviewLetter | undefined) => {
    for (;;) {
      const stored = await reviewLetters.get(key);
      const letter = stored && change(stored);
      if (stored === undefined || letter === undefined) return undefined;
      if (await reviewLetters.keep({ ...letter, version: stored.version + 1 })) return { letter };
    }
  };

const send = (key: ReviewLetterKey, now: Instant, deps: ReviewLetterDeps): Promise<void> =>
  sendOnce(
    {
      reference: nameInLog(key),
      change: changing(key, deps),
      handOver: async ({ letter }) => {
        const to = unitAddress(letter.unit, deps.offices);
        const tags = { review: String(letter.year), unit: letter.unit, letter: letter.kind };
        if (to === undefined) return { outcome: "no-address" };
        return deps.postman.send({ to, ...reviewLetterText(letter, deps.siteUrl), tags });
      },
    },
    now,
    deps,
  );

/**
 * Sends the letter, unless the review that it reminds of has come in since it was owed: then it stays unsent, with no
 * further attempt.
 */
async function sendIfStillTrue(letter: StoredReviewLetter, now: Instant, deps: ReviewLetterDeps): Promise<void> {
  const stored = await deps.reviews.get(letter.year, letter.unit);
  if (stored === undefined || !isReviewIn(stored.review)) return send(letter, now, deps);
  await changing(letter, deps)((before) => (isDue(before, now) ? { ...before, nextAttemptAt: null } : undefined));
}

/** Sends what is due of the letters about the reviews of the year that has ended, and counts them. */
export async function sweepReviewLetters(
  now: Instant,
  deps: ReviewLetterDeps,
): Promise<{ swept: number; failed: number }> {
  const due = (await deps.reviewLetters.ofYear(yearOf(stockholmDate(now)) - 1)).filter((one) => isDue(one, now));
  let failed = 0;
  for (const letter of due)
    try {
      await sendIfStillTrue(letter, now, deps);
    } catch (failure) {
      failed += 1;
      deps.log("letter-postponed", { reference: nameInLog(letter), attempt: 0, failure: nameOf(failure) });
    }
  return { swept: due.length, failed };
}

/** What the mail service tells of such a mail, possibly twice and in any order. */
export const onReviewPostalEvent = (
  key: ReviewLetterKey,
  event: PostalEvent,
  deps: Pick<ReviewLetterDeps, "reviewLetters" | "log">,
): Promise<void> => hear({ reference: nameInLog(key), change: changing(key, deps) }, event, deps);
