import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import type { CaseLetter } from "../../shared/domain/casework/case-letter.ts";
import type { Instant } from "../../shared/domain/instant.ts";
import { isDue, type PostalEvent } from "../../shared/domain/letter.ts";
import { caseReference } from "../../shared/domain/reference.ts";
import { nameOf } from "../../shared/lambda/name-of.ts";
import type { CaseKey, LettersOwed } from "../../shared/store/cases.ts";
import { handOver, type Ways } from "./hand-over.ts";
import { letterTag } from "./letter-tag.ts";
import { type ReviewLetterDeps, sweepReviewLetters } from "./review-letters.ts";
import { hear, sendOnce } from "./send-once.ts";

export interface OutboxDeps extends Ways, Omit<ReviewLetterDeps, "offices"> {
  readonly cases: LettersOwed;
}

interface FoundLetter {
  readonly kase: CaseFile;
  readonly letter: CaseLetter;
}

const replaced = (letters: readonly CaseLetter[], changed: CaseLetter): readonly CaseLetter[] =>
  letters.map((letter) => (letter.id === changed.id ? changed : letter));

/**
 * Changes one letter of the case as it stands. The change decides for itself whether there is still anything to do:
 * undefined leaves the case alone.
 */
async function changeLetter(
  key: CaseKey,
  isIt: (letter: CaseLetter) => boolean,
  change: (letter: CaseLetter) => CaseLetter | undefined,
  cases: LettersOwed,
): Promise<FoundLetter | undefined> {
  const kase = await cases.changeOwed(key, ({ letters, owedCases }) => {
    const letter = letters.find(isIt);
    const changed = letter === undefined ? undefined : change(letter);
    return changed === undefined ? undefined : { letters: replaced(letters, changed), owedCases };
  });
  const letter = kase?.letters.find(isIt);
  return kase === undefined || letter === undefined ? undefined : { kase, letter };
}

const sendLetter = (key: CaseKey, id: string, now: Instant, deps: OutboxDeps): Promise<void> =>
  sendOnce<CaseLetter, FoundLetter>(
    {
      reference: caseReference(key.submission, key.number),
      change: (change) => changeLetter(key, (letter) => letter.id === id, change, deps.cases),
      handOver: ({ kase, letter }) => handOver(kase, letter, deps),
    },
    now,
    deps,
  );

async function sendLettersOf(key: CaseKey, now: Instant, deps: OutboxDeps): Promise<void> {
  const kase = await deps.cases.get(key);
  for (const letter of kase?.letters ?? []) if (isDue(letter, now)) await sendLetter(key, letter.id, now, deps);
}

/** Sends one case's letters and says whether it went well, so that one that cannot be sent stops no other. */
async function tried(key: CaseKey, now: Instant, deps: OutboxDeps): Promise<boolean> {
  try {
    await sendLettersOf(key, now, deps);
    return true;
  } catch (failure) {
    const reference = caseReference(key.submission, key.number);
    deps.log("letter-postponed", { reference, attempt: 0, failure: nameOf(failure) });
    return false;
  }
}

/** A batch from the stream of Cases. It only wakes: what is owed is read from the case. */
export async function onStream(
  event: DynamoDBStreamEvent,
  now: Instant,
  deps: OutboxDeps,
): Promise<DynamoDBBatchResponse> {
  const batchItemFailures = [];
  for (const { dynamodb } of event.Records) {
    const submission = dynamodb?.Keys?.submission?.S;
    const number = dynamodb?.Keys?.number?.N;
    const sequenceNumber = dynamodb?.SequenceNumber;
    if (submission === undefined || number === undefined || sequenceNumber === undefined)
      throw new Error("a stream record without its key");
    if (!(await tried({ submission, number: Number(number) }, now, deps)))
      batchItemFailures.push({ itemIdentifier: sequenceNumber });
  }
  return { batchItemFailures };
}

/** The guarantee: sends whatever is due and the stream did not, and says that it has looked. */
export async function sweep(now: Instant, deps: OutboxDeps): Promise<{ swept: number; failed: number }> {
  let swept = 0;
  let failed = 0;
  for await (const key of deps.cases.withLetterDue(now)) {
    swept += 1;
    if (!(await tried(key, now, deps))) failed += 1;
  }
  const ofReviews = await sweepReviewLetters(now, deps);
  swept += ofReviews.swept;
  failed += ofReviews.failed;
  deps.log("sweep-finished", { swept, failed });
  return { swept, failed };
}

/**
 * What the mail service tells of a mail, possibly twice and in any order.
 *
 * @param tag the letter's, as it was sent along with the mail
 */
export const onPostalEvent = (key: CaseKey, tag: string, event: PostalEvent, deps: OutboxDeps): Promise<void> =>
  hear<CaseLetter, FoundLetter>(
    {
      reference: caseReference(key.submission, key.number),
      change: (change) => changeLetter(key, ({ id }) => letterTag(id) === tag, change, deps.cases),
    },
    event,
    deps,
  );
