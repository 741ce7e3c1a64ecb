import {
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { isDisposed } from "./disposed-record.ts";
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
      let start: QueryCommandInput["ExclusiveStartKey"];
      do {
        const page = await dynamodb.send(
          new QueryCommand({
            TableName: table,
            IndexName: "pending-intake",
            KeyConditionExpression: "pendingIntake = :shard",
            ExpressionAttributeValues: { ":shard": { S: shard } },
            ExclusiveStartKey: start,
          }),
        );
        for (const item of page.Items ?? []) if (item.reference?.S !== undefined) yield item.reference.S;
        start = page.LastEvaluatedKey;
      } while (start !== undefined);
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
