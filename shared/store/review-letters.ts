import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { attemptOutcomes, letterStates } from "../domain/letter.ts";
import { type ReviewLetter, reviewLetterKinds } from "../domain/yearly/review-reminders.ts";
import { at, json, orNull } from "./case-parts.ts";
import { found } from "./found.ts";
import { attributesOf, itemOf } from "./stored-item.ts";
import { written } from "./written.ts";

/** A letter with how many times it has been written: 1 when it is first owed. */
export interface StoredReviewLetter extends ReviewLetter {
  readonly version: number;
}

export type ReviewLetterKey = Pick<ReviewLetter, "year" | "id">;

/** The letters about the units' reviews, each an item of its own. */
export interface ReviewLetters {
  /** Every letter of a year. */
  readonly ofYear: (year: number) => Promise<readonly StoredReviewLetter[]>;
  readonly get: (key: ReviewLetterKey) => Promise<StoredReviewLetter | undefined>;
  /** Keeps the letter if what is kept is the version before; false when somebody else was first. */
  readonly keep: (next: StoredReviewLetter) => Promise<boolean>;
}

const schemaVersion = 1;

const record = z.object({
  schemaVersion: z.literal(schemaVersion),
  year: z.number(),
  ofUnit: z.string(),
  kind: z.enum(reviewLetterKinds),
  unit: z.string(),
  state: z.enum(letterStates),
  attempts: json(z.array(z.object({ number: z.number(), at, outcome: z.enum(attemptOutcomes) }))),
  nextAttemptAt: orNull(at),
  version: z.number(),
});

/** Keys that begin so are these letters: the roles that owe and send them may write nothing else in the table. */
const subjectOf = (year: number): string => `review-letter#${year}`;
const keyOf = ({ year, id }: ReviewLetterKey) => itemOf({ subject: subjectOf(year), unit: id });

const letterOf = (item: Readonly<Record<string, unknown>>): StoredReviewLetter => {
  const {
    unit: id,
    ofUnit: unit,
    year,
    kind,
    state,
    attempts,
    nextAttemptAt,
    version,
  } = record.parse(attributesOf(item));
  return { id, unit, year, kind, state, attempts, nextAttemptAt, version };
};

/** The letters, in the table of reviews. */
export const reviewLetters = (dynamodb: DynamoDBClient, table: string): ReviewLetters => ({
  ofYear: (year) =>
    Array.fromAsync(
      found(dynamodb, {
        TableName: table,
        KeyConditionExpression: "subject = :subject",
        ExpressionAttributeValues: { ":subject": { S: subjectOf(year) } },
      }),
      letterOf,
    ),
  get: async (key) => {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }),
    );
    return Item === undefined ? undefined : letterOf(Item);
  },
  keep: ({ unit, attempts, ...next }) =>
    written(
      dynamodb.send(
        new PutItemCommand({
          TableName: table,
          Item: {
            ...keyOf(next),
            ...itemOf({
              year: next.year,
              ofUnit: unit,
              kind: next.kind,
              state: next.state,
              attempts: JSON.stringify(attempts),
              nextAttemptAt: next.nextAttemptAt,
              version: next.version,
              schemaVersion,
            }),
          },
          ...(next.version === 1
            ? { ConditionExpression: "attribute_not_exists(subject)" }
            : {
                ConditionExpression: "#version = :before",
                ExpressionAttributeNames: { "#version": "version" },
                ExpressionAttributeValues: itemOf({ ":before": next.version - 1 }),
              }),
        }),
      ),
    ),
});
