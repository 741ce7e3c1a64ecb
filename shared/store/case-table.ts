import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import {
  caseOfItem,
  caseSeenFromOutside,
  itemOfCase,
  letterAttributes,
  lettersDueShards,
  seenFromOutside,
} from "./case-record.ts";
import type { CaseKey, CaseOpener, CaseStatuses, LettersOwed } from "./cases.ts";
import { itemOf } from "./stored-item.ts";

const keyOf = ({ submission, number }: CaseKey) => ({ submission: { S: submission }, number: { N: String(number) } });

/** Whether the write was made; false when its condition did not hold. Any other failure is thrown on. */
async function written(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (failure) {
    if (failure instanceof ConditionalCheckFailedException) return false;
    throw failure;
  }
}

export const caseOpener = (dynamodb: DynamoDBClient, table: string): CaseOpener => ({
  open: async (kase) => {
    const isOpened = await written(
      dynamodb.send(
        new PutItemCommand({
          TableName: table,
          Item: itemOfCase(kase),
          ConditionExpression: "attribute_not_exists(submission)",
        }),
      ),
    );
    return isOpened ? "opened" : "already-open";
  },
});

export const caseStatuses = (dynamodb: DynamoDBClient, table: string): CaseStatuses => ({
  ofSubmission: async (submission) => {
    const { Items } = await dynamodb.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: "submission = :submission",
        ExpressionAttributeValues: { ":submission": { S: submission } },
        ExpressionAttributeNames: Object.fromEntries(seenFromOutside.map((name) => [`#${name}`, name])),
        ProjectionExpression: seenFromOutside.map((name) => `#${name}`).join(", "),
        ConsistentRead: true,
      }),
    );
    return (Items ?? []).map(caseSeenFromOutside);
  },
});

export const lettersOwed = (dynamodb: DynamoDBClient, table: string): LettersOwed => ({
  get: async (key) => {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }),
    );
    return Item === undefined ? undefined : caseOfItem(Item);
  },
  withLetterDue: async function* (now) {
    for (const shard of lettersDueShards) {
      let start: QueryCommandInput["ExclusiveStartKey"];
      do {
        const page = await dynamodb.send(
          new QueryCommand({
            TableName: table,
            IndexName: "letters-due",
            KeyConditionExpression: "lettersDue = :shard AND nextAttemptAt <= :now",
            ExpressionAttributeValues: { ":shard": { S: shard }, ":now": { S: now } },
            ExclusiveStartKey: start,
          }),
        );
        for (const { submission, number } of page.Items ?? [])
          if (submission?.S !== undefined && number?.N !== undefined)
            yield { submission: submission.S, number: Number(number.N) };
        start = page.LastEvaluatedKey;
      } while (start !== undefined);
    }
  },
  saveLetters: (read, letters) => {
    const { letters: text, lettersDue, nextAttemptAt } = letterAttributes({ submission: read.submission, letters });
    const isOwed = lettersDue !== null;
    return written(
      dynamodb.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keyOf(read),
          // Only what changes is written: attributes that a newer release added stay as they are.
          UpdateExpression: isOwed
            ? "SET letters = :letters, lettersDue = :lettersDue, nextAttemptAt = :nextAttemptAt, version = :next"
            : "SET letters = :letters, version = :next REMOVE lettersDue, nextAttemptAt",
          ConditionExpression: "version = :read",
          ExpressionAttributeValues: itemOf({
            ":letters": text,
            ":lettersDue": lettersDue,
            ":nextAttemptAt": nextAttemptAt,
            ":read": read.version,
            ":next": read.version + 1,
          }),
        }),
      ),
    );
  },
});
