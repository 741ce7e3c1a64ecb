import { type DynamoDBClient, QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
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
  /** Every case of the year, in any order. From an index, so what was written just now may not be in it yet. */
  readonly rows: (year: number) => AsyncIterable<StoredYearRow>;
  readonly reviews: (year: number) => Promise<readonly { readonly unit: UnitId; readonly review: YearlyReview }[]>;
}

/** The cases of a year: its parts are read at once and page by page, so memory holds at most one page of each. */
export async function* yearRows(dynamodb: DynamoDBClient, table: string, year: number): AsyncIterable<StoredYearRow> {
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
  for (const shard of yearShards(year)) ask(shard);
  while (asked.size > 0) {
    const { shard, page } = await Promise.race(asked.values());
    asked.delete(shard);
    if (page.LastEvaluatedKey !== undefined) ask(shard, page.LastEvaluatedKey);
    for (const { reference, tally } of page.Items ?? []) {
      if (reference?.S === undefined || tally?.S === undefined) throw new Error("a row of the year is no row");
      yield { reference: reference.S, tally: tally.S };
    }
  }
}

export const yearReader = (
  dynamodb: DynamoDBClient,
  tables: { readonly cases: string; readonly reviews: string },
): YearReader => ({
  rows: (year) => yearRows(dynamodb, tables.cases, year),
  reviews: (year) => reviewsOf(dynamodb, tables.reviews, year),
});
