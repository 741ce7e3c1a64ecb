import { ConditionalCheckFailedException, type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../domain/instant.ts";
import { type Tally, yearShardOf } from "../domain/yearly/tally.ts";
import { yearOfTally } from "../domain/yearly/tally-of-case.ts";
import { writeTally } from "../domain/yearly/tally-text.ts";
import { attributesOf, itemOf } from "./stored-item.ts";
import { written } from "./written.ts";

/** A case from before the service: its codes among the year's, and nothing else of it. */
export interface ImportedRow {
  /** Made of the unit, the kind and the case's own number, so that the same case is always the same row. */
  readonly reference: string;
  readonly tally: Tally;
}

/** A reading of a file, and what was answered when it was done. */
export interface ImportRun {
  readonly id: string;
  readonly bodyHash: string;
  readonly by: string;
  readonly startedAt: Instant;
}

export type BegunRun =
  | { readonly kind: "begun" }
  /** Begun before with the same content; `answer` where it was finished as well. */
  | { readonly kind: "again"; readonly answer: string | undefined }
  | { readonly kind: "other-content" };

export interface ImportedRows {
  readonly begin: (run: ImportRun) => Promise<BegunRun>;
  /** Keeps a row; false when it is there with the same content. Doing it again changes nothing. */
  readonly keep: (row: ImportedRow, run: ImportRun) => Promise<boolean>;
  readonly finish: (run: ImportRun, answer: string) => Promise<void>;
}

/** All that is imported has keys that begin like this: the role may write no others. */
export const importedPrefix = "import-";

const runItem = ({ id, bodyHash, by, startedAt }: ImportRun) =>
  itemOf({ submission: `${importedPrefix}run-${id}`, number: 0, bodyHash, by, startedAt });

/** Imported rows among the cases: the year's index finds them, and no other list does. */
export const importedRows = (dynamodb: DynamoDBClient, table: string): ImportedRows => ({
  begin: async (run) => {
    try {
      await dynamodb.send(
        new PutItemCommand({
          TableName: table,
          Item: runItem(run),
          ConditionExpression: "attribute_not_exists(submission)",
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
      );
      return { kind: "begun" };
    } catch (failure) {
      if (!(failure instanceof ConditionalCheckFailedException)) throw failure;
      const { bodyHash, answer } = attributesOf(failure.Item ?? {});
      if (bodyHash !== run.bodyHash) return { kind: "other-content" };
      return { kind: "again", answer: typeof answer === "string" ? answer : undefined };
    }
  },
  keep: ({ reference, tally }, { id, startedAt }) => {
    const text = writeTally(tally);
    const yearShard = yearShardOf(yearOfTally(tally), reference);
    return written(
      dynamodb.send(
        new PutItemCommand({
          TableName: table,
          Item: itemOf({
            submission: reference,
            number: 0,
            reference,
            yearShard,
            tally: text,
            importedAt: startedAt,
            importRun: id,
          }),
          ConditionExpression: "attribute_not_exists(submission) OR tally <> :tally",
          ExpressionAttributeValues: { ":tally": { S: text } },
        }),
      ),
    );
  },
  finish: async (run, answer) => {
    await dynamodb.send(new PutItemCommand({ TableName: table, Item: { ...runItem(run), ...itemOf({ answer }) } }));
  },
});
