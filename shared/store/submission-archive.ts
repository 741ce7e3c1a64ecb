import { type DynamoDBClient, GetItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { found } from "./found.ts";
import { isDisposed } from "./stored-item.ts";
import { intakeShards, submissionOfItem } from "./submission-record.ts";
import type { IntakeQueue, SubmissionArchive } from "./submissions.ts";

export const submissionArchive = (dynamodb: DynamoDBClient, table: string): SubmissionArchive => ({
  get: async (reference) => {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName: table, Key: { reference: { S: reference } }, ConsistentRead: true }),
    );
    return Item === undefined || isDisposed(Item) ? undefined : submissionOfItem(Item);
  },
});

export const intakeQueue = (dynamodb: DynamoDBClient, table: string): IntakeQueue => ({
  ...submissionArchive(dynamodb, table),
  pendingIntake: async function* () {
    for (const shard of intakeShards) {
      const waiting = found(dynamodb, {
        TableName: table,
        IndexName: "pending-intake",
        KeyConditionExpression: "pendingIntake = :shard",
        ExpressionAttributeValues: { ":shard": { S: shard } },
      });
      for await (const item of waiting) if (item.reference?.S !== undefined) yield item.reference.S;
    }
  },
  intakeFinished: async (reference) => {
    await dynamodb.send(
      new UpdateItemCommand({
        TableName: table,
        Key: { reference: { S: reference } },
        UpdateExpression: "REMOVE pendingIntake",
        ConditionExpression: "attribute_exists(#reference)",
        ExpressionAttributeNames: { "#reference": "reference" },
      }),
    );
  },
});
