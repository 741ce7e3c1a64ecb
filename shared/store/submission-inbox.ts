import type { JsonCall } from "../aws/json-call.ts";
import { AwsRefusal } from "../aws/signed-call.ts";
import type { Submission } from "../domain/submission.ts";
import { isDisposed } from "./stored-item.ts";
import { itemOfSubmission, submissionOfItem } from "./submission-record.ts";
import { SubmissionDisposed, type SubmissionInbox } from "./submissions.ts";

/** DynamoDB keeps the word for itself, so the attribute is named by a placeholder. */
const byReference = { "#reference": "reference" };

/** The inbox over DynamoDB: one conditional `PutItem`, which on a taken reference answers with the item that is there. */
export const submissionInbox = (dynamodb: JsonCall, table: string): SubmissionInbox => ({
  add: async (submission) => {
    try {
      await dynamodb("PutItem", {
        TableName: table,
        Item: itemOfSubmission(submission),
        ConditionExpression: "attribute_not_exists(#reference)",
        ExpressionAttributeNames: byReference,
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      });
      return { existing: null };
    } catch (failure) {
      const there = takenBy(failure);
      if (there === undefined || !isOfFormOf(submission, there)) throw failure;
      return { existing: there };
    }
  },
});

/** One form is one kind of submission. */
const isOfFormOf = <Sent extends Submission>(sent: Sent, there: Submission): there is Sent => there.form === sent.form;

function takenBy(failure: unknown): Submission | undefined {
  if (!(failure instanceof AwsRefusal) || failure.name !== "ConditionalCheckFailedException") return undefined;
  const item = failure.answer.Item;
  if (typeof item !== "object" || item === null) return undefined;
  const there = { ...item };
  if (isDisposed(there)) throw new SubmissionDisposed("sent again after it was disposed of", { cause: failure });
  return submissionOfItem(there);
}

/**
 * Makes the first real call quick: opens the connection and runs the whole path with a write that cannot succeed,
 * since its condition asks for an item that never exists.
 */
export async function warmUp(dynamodb: JsonCall, table: string): Promise<void> {
  await dynamodb("PutItem", {
    TableName: table,
    Item: { reference: { S: "warm-up" } },
    ConditionExpression: "attribute_exists(#reference)",
    ExpressionAttributeNames: byReference,
  }).catch(() => {
    // Refused, as it must be. And were the store out of reach, the first real call is the one to say so.
  });
}
