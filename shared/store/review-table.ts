import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { UnitId } from "../domain/city.ts";
import { areas, extents, marks, type YearlyReview } from "../domain/yearly/yearly-review.ts";
import { at, json, wordOf, yesNo } from "./case-parts.ts";
import { found } from "./found.ts";
import type { Reviews, StoredReview } from "./reviews.ts";
import { attributesOf, itemOf } from "./stored-item.ts";
import { written } from "./written.ts";

/** Raised by one whenever what is written changes shape; older shapes stay readable. */
const schemaVersion = 1;

const extent = z.enum(extents).nullable();
const count = z.number().nullable();
const eachArea = <Schema extends z.ZodType>(schema: Schema) =>
  z.object({
    records: schema.exactOptional(),
    policies: schema.exactOptional(),
    measures: schema.exactOptional(),
    dpias: schema.exactOptional(),
    rights: schema.exactOptional(),
    breaches: schema.exactOptional(),
  });

const review: z.ZodType<YearlyReview> = z.object({
  records: z.object({ count, updated: extent, complete: extent, routines: extent, riskCount: count }),
  policies: z.object({ inPlace: extent, quality: extent, support: extent, upToDate: extent, owners: extent }),
  measures: z.object({ classified: count, current: extent }),
  dpias: z.object({ identified: extent, highRiskDone: extent, current: extent }),
  marks: eachArea(z.array(z.enum(marks))),
  comments: eachArea(z.string()),
  recommendations: z.array(
    z.object({
      id: z.string(),
      area: z.enum(areas),
      text: z.string(),
      statedByUnit: z.string().nullable(),
      judgedByDpo: z.string().nullable(),
    }),
  ),
});

const record = z.object({
  schemaVersion: z.literal(schemaVersion),
  year: z.number(),
  unit: z.string(),
  review: json(review),
  isMarkedByDpo: yesNo,
  version: z.number(),
  writtenAt: at,
  writes: json(z.array(z.object({ key: z.string(), sub: z.string(), bodyHash: z.string(), version: z.number() }))),
});

const subjectOf = (year: number): string => `review#${year}`;
const keyOf = (year: number, unit: UnitId) => itemOf({ subject: subjectOf(year), unit });

const itemOfReview = (stored: StoredReview) =>
  itemOf({
    subject: subjectOf(stored.year),
    unit: stored.unit,
    year: stored.year,
    review: JSON.stringify(stored.review),
    isMarkedByDpo: wordOf(stored.isMarkedByDpo),
    version: stored.version,
    writtenAt: stored.writtenAt,
    writes: JSON.stringify(stored.writes),
    schemaVersion,
  });

/** The reviews, in their table. */
export const reviewTable = (dynamodb: DynamoDBClient, table: string): Reviews => ({
  get: async (year, unit) => {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName: table, Key: keyOf(year, unit), ConsistentRead: true }),
    );
    return Item === undefined ? undefined : record.parse(attributesOf(Item));
  },
  keep: async (next) =>
    written(
      dynamodb.send(
        new PutItemCommand({
          TableName: table,
          Item: itemOfReview(next),
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

/** Every unit's review of a year, for its figures. */
export async function reviewsOf(
  dynamodb: DynamoDBClient,
  table: string,
  year: number,
): Promise<readonly { readonly unit: UnitId; readonly review: YearlyReview }[]> {
  const reviews: { unit: UnitId; review: YearlyReview }[] = [];
  const items = found(dynamodb, {
    TableName: table,
    KeyConditionExpression: "subject = :subject",
    ExpressionAttributeValues: { ":subject": { S: subjectOf(year) } },
  });
  for await (const item of items) {
    const { unit, review } = record.parse(attributesOf(item));
    reviews.push({ unit, review });
  }
  return reviews;
}
