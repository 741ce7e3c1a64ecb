import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { casesOf } from "../../shared/domain/casework/cases-of.ts";
import { caseReference } from "../../shared/domain/reference.ts";
import type { Keyring } from "../../shared/identity/keyring.ts";
import type { Log } from "../../shared/lambda/log.ts";
import { nameOf } from "../../shared/lambda/name-of.ts";
import type { CaseKey, FurtherCases } from "../../shared/store/cases.ts";
import type { IntakeQueue } from "../../shared/store/submissions.ts";
import { openFurther } from "./further-cases.ts";
import { personNumberIn } from "./person-number.ts";

export interface IntakeDeps {
  readonly submissions: IntakeQueue;
  readonly cases: FurtherCases;
  readonly keys: Pick<Keyring, "personMark">;
  readonly log: Log;
}

/**
 * Opens every case that a submission names, then marks it as taken in. Each step is one conditional write, and all of
 * it can be done again from the start: cases follow from the submission alone and an open one is left as it is.
 */
async function takeIn(reference: string, { submissions, cases, keys, log }: IntakeDeps): Promise<void> {
  const submission = await submissions.get(reference);
  // Only what was written is ever announced, so a missing one has been disposed of since.
  if (submission === undefined) return;
  const named = casesOf(submission);
  const number = personNumberIn(submission);
  const person = number === undefined ? undefined : keys.personMark(number);
  for (const file of named) await cases.open(file, person);
  await submissions.intakeFinished(reference);
  log("intake-opened", { reference, cases: named.length });
}

/** Does one piece of work and says whether it went well, so that one that cannot be done stops no other. */
async function tried(reference: string, work: () => Promise<void>, { log }: IntakeDeps): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (failure) {
    log("intake-failed", { reference, failure: nameOf(failure) });
    return false;
  }
}

const takenIn = (reference: string, deps: IntakeDeps): Promise<boolean> =>
  tried(reference, () => takeIn(reference, deps), deps);

const furtherOpened = (key: CaseKey, deps: IntakeDeps): Promise<boolean> =>
  tried(caseReference(key.submission, key.number), () => openFurther(key, deps), deps);

type Changed = NonNullable<DynamoDBStreamEvent["Records"][number]["dynamodb"]>;

/** What a change in one of the two tables calls for: only its key is read. */
function work({ Keys }: Changed, deps: IntakeDeps): Promise<boolean> {
  if (Keys?.reference?.S !== undefined) return takenIn(Keys.reference.S, deps);
  if (Keys?.submission?.S !== undefined && Keys.number?.N !== undefined)
    return furtherOpened({ submission: Keys.submission.S, number: Number(Keys.number.N) }, deps);
  throw new Error("a stream record without its key");
}

/** A batch from a table's stream. It only wakes: what is done follows from what is stored, not from the image. */
export async function onStream(event: DynamoDBStreamEvent, deps: IntakeDeps): Promise<DynamoDBBatchResponse> {
  const batchItemFailures = [];
  for (const { dynamodb } of event.Records) {
    if (dynamodb?.SequenceNumber === undefined) throw new Error("a stream record without its number");
    if (!(await work(dynamodb, deps))) batchItemFailures.push({ itemIdentifier: dynamodb.SequenceNumber });
  }
  return { batchItemFailures };
}

/** The guarantee: takes in and opens whatever the streams did not, and says that it has looked. */
export async function sweep(deps: IntakeDeps): Promise<{ swept: number; failed: number }> {
  let swept = 0;
  let failed = 0;
  for await (const reference of deps.submissions.pendingIntake()) {
    swept += 1;
    if (!(await takenIn(reference, deps))) failed += 1;
  }
  for await (const key of deps.cases.owingCases()) {
    swept += 1;
    if (!(await furtherOpened(key, deps))) failed += 1;
  }
  deps.log("sweep-finished", { swept, failed });
  return { swept, failed };
}
