import { DynamoDBClient, QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { stockholm } from "../../shared/cities/stockholm/index.ts";
import { yearShards } from "../../shared/domain/yearly/tally.ts";
import { countYear } from "../../shared/domain/yearly/year-count.ts";
import { yearPages } from "../../shared/store/year-reader.ts";

/**
 * A process of its own that reads a year from whatever answers as the engine: either counting it as the product does, or
 * reading the same pages through the same client and throwing them away. Arguments: which, where, the table.
 */
const [which = "", endpoint = "", table = ""] = process.argv.slice(2);
const year = 2026;
const dynamodb = new DynamoDBClient({
  endpoint,
  region: "eu-north-1",
  credentials: { accessKeyId: "bench", secretAccessKey: "bench" },
});

async function count(): Promise<number> {
  const counting = countYear(stockholm, year, true);
  for await (const page of yearPages(dynamodb, table, year))
    for (const { reference, tally } of page) counting.add(reference, tally);
  const counted = counting.done();
  if (!counted.ok) throw new Error(`the bench's year does not add up: ${counted.error.code}`);
  const { requests, breaches, consultations } = counted.value.city;
  return (requests.received ?? 0) + (breaches.documented ?? 0) + (consultations.total ?? 0);
}

async function discard(): Promise<number> {
  let rows = 0;
  const readShard = async (shard: string) => {
    let start: QueryCommandInput["ExclusiveStartKey"];
    do {
      const page = await dynamodb.send(
        new QueryCommand({
          TableName: table,
          IndexName: "by-year",
          KeyConditionExpression: "yearShard = :shard",
          ExpressionAttributeValues: { ":shard": { S: shard } },
          ExclusiveStartKey: start,
        }),
      );
      rows += page.Items?.length ?? 0;
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
  };
  const waiting = [...yearShards(year)];
  const inTurn = async () => {
    for (let shard = waiting.shift(); shard !== undefined; shard = waiting.shift()) await readShard(shard);
  };
  await Promise.all([inTurn(), inTurn(), inTurn(), inTurn()]);
  return rows;
}

const before = process.cpuUsage();
const rows = await (which === "count" ? count() : discard());
const { user, system } = process.cpuUsage(before);
// Kilobytes, on Linux.
process.send?.({ rows, cpuUs: user + system, peakMb: process.resourceUsage().maxRSS / 1_024 });
process.exit(0);
