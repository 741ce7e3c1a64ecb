import {
  type AttributeValue,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import type { UnitId } from "../domain/city.ts";
import { yearShards } from "../domain/yearly/tally.ts";
import type { YearlyReview } from "../domain/yearly/yearly-review.ts";
import { reviewsOf } from "./review-table.ts";

/** A case of the year: its reference, and its tally as text. */
export interface StoredYearRow {
  readonly reference: string;
  readonly tally: string;
}

/** What a year's figures are made of: codes of cases, and the units' reviews. */
export interface YearReader {
  /** Every case of the year, page by page in any order. From an index: what was written just now may not be in it yet. */
  readonly pages: (year: number) => AsyncIterable<readonly StoredYearRow[]>;
  readonly reviews: (year: number) => Promise<readonly { readonly unit: UnitId; readonly review: YearlyReview }[]>;
}

function rowOf({ reference, tally }: Readonly<Record<string, AttributeValue>>): StoredYearRow {
  if (reference?.S === undefined || tally?.S === undefined) throw new Error("a row of the year is no row");
  return { reference: reference.S, tally: tally.S };
}

/** Parts read at once. More are hardly quicker, since reading the pages takes the time; and each holds a page in memory. */
const atOnce = 4;

/** The cases of a year: several of its parts at once, each page by page. */
export async function* yearPages(
  dynamodb: DynamoDBClient,
  table: string,
  year: number,
): AsyncIterable<readonly StoredYearRow[]> {
  const read = async (shard: string, start: QueryCommandInput["ExclusiveStartKey"]) => {
    const page = await dynamodb.send(
      new QueryCommand({
        TableName: table,
        IndexName: "by-year",
        KeyConditionExpression: "yearShard = :shard",
        ExpressionAttributeValues: { ":shard": { S: shard } },
        ProjectionExpression: "#reference, tally",
        ExpressionAttributeNames: { "#reference": "reference" },
        ExclusiveStartKey: start,
      }),
    );
    return { shard, page };
  };
  const asked = new Map<string, ReturnType<typeof read>>();
  const ask = (shard: string, start?: QueryCommandInput["ExclusiveStartKey"]): void => {
    const reading = read(shard, start);
    // A reader that stops early leaves pages behind that nobody waits for.
    reading.catch(() => undefined);
    asked.set(shard, reading);
  };
  const waiting = [...yearShards(year)];
  for (const shard of waiting.splice(0, atOnce)) ask(shard);
  while (asked.size > 0) {
    const { shard, page } = await Promise.race(asked.values());
    asked.delete(shard);
    const next = page.LastEvaluatedKey === undefined ? waiting.shift() : shard;
    if (next !== undefined) ask(next, page.LastEvaluatedKey);
    yield (page.Items ?? []).map(rowOf);
  }
}

export const yearReader = (
  dynamodb: DynamoDBClient,
  tables: { readonly cases: string; readonly reviews: string },
): YearReader => ({
  pages: (year) => yearPages(dynamodb, tables.cases, year),
  reviews: (year) => reviewsOf(dynamodb, tables.reviews, year),
});
