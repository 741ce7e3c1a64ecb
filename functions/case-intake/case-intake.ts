import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { casesOf } from "../../shared/domain/case.ts";
import type { Log } from "../../shared/lambda/log.ts";
import { nameOf } from "../../shared/lambda/name-of.ts";
import type { CaseOpener } from "../../shared/store/cases.ts";
import type { IntakeQueue } from "../../shared/store/submissions.ts";

export interface IntakeDeps {
  readonly submissions: IntakeQueue;
  readonly cases: CaseOpener;
  readonly log: Log;
}

/**
 * Opens every case that a submission names, then marks it as taken in. Each step is one conditional write, and all of
 * it can be done again from the start: cases follow from the submission alone and an open one is left as it is.
 */
async function takeIn(reference: string, { submissions, cases, log }: IntakeDeps): Promise<void> {
  const submission = await submissions.get(reference);
  // Only what was written is ever announced, so a missing one has been disposed of since.
  if (submission === undefined) return;
  const named = casesOf(submission);
  for (const kase of named) await cases.open(kase);
  await submissions.intakeFinished(reference);
  log("intake-opened", { reference, cases: named.length });
}

/** Takes in one submission and says whether it went well, so that one that cannot be taken in stops no other. */
async function tried(reference: string, deps: IntakeDeps): Promise<boolean> {
  try {
    await takeIn(reference, deps);
    return true;
  } catch (failure) {
    deps.log("intake-failed", { reference, failure: nameOf(failure) });
    return false;
  }
}

/** A batch from the table's stream. It only wakes: what is done follows from the stored submission, not from the image. */
export async function onStream(event: DynamoDBStreamEvent, deps: IntakeDeps): Promise<DynamoDBBatchResponse> {
  const batchItemFailures = [];
  for (const { dynamodb } of event.Records) {
    const reference = dynamodb?.Keys?.reference?.S;
    const sequenceNumber = dynamodb?.SequenceNumber;
    if (reference === undefined || sequenceNumber === undefined) throw new Error("a stream record without its key");
    if (!(await tried(reference, deps))) batchItemFailures.push({ itemIdentifier: sequenceNumber });
  }
  return { batchItemFailures };
}

/** The guarantee: takes in whatever the stream did not, and says that it has looked. */
export async function sweep(deps: IntakeDeps): Promise<{ swept: number; failed: number }> {
  let swept = 0;
  let failed = 0;
  for await (const reference of deps.submissions.pendingIntake()) {
    swept += 1;
    if (!(await tried(reference, deps))) failed += 1;
  }
  deps.log("sweep-finished", { swept, failed });
  return { swept, failed };
}
