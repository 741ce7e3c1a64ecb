import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AttributeValue, DynamoDBClient, PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { House } from "../house.ts";

export const tables = ["Submissions", "Cases", "Reviews", "AccessLog"] as const;
const buckets = ["Reports", "Files"] as const;
type Place = Pick<House, "endpoint" | "names">;

const clients = ({ endpoint: { url: endpoint, region, credentials } }: Place) => ({
  dynamodb: new DynamoDBClient({ endpoint, region, credentials }),
  s3: new S3Client({ endpoint, region, credentials, forcePathStyle: true }),
});

/** Copies every table and bucket out of a running house, in the shape in which DynamoDB exports a table to S3. */
export async function backUp(house: Place, folder: string): Promise<void> {
  const { dynamodb, s3 } = clients(house);
  for (const table of tables) {
    const lines: string[] = [];
    let start: Record<string, AttributeValue> | undefined;
    do {
      const page = await dynamodb.send(
        new ScanCommand({ TableName: table, ExclusiveStartKey: start, ConsistentRead: true }),
      );
      lines.push(...(page.Items ?? []).map((Item) => JSON.stringify({ Item })));
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    writeFileSync(join(folder, `${table}.json`), lines.join("\n"));
  }
  for (const bucket of buckets) {
    mkdirSync(join(folder, bucket), { recursive: true });
    const Bucket = house.names[bucket];
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
    for (const { Key = "" } of Contents) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      writeFileSync(join(folder, bucket, encodeURIComponent(Key)), (await Body?.transformToByteArray()) ?? "");
    }
  }
}

/** Fills an empty house from the copy, with nothing of the product's own code. */
export async function bringBack(folder: string, house: Place): Promise<void> {
  const { dynamodb, s3 } = clients(house);
  for (const table of tables) {
    const lines = readFileSync(join(folder, `${table}.json`), "utf8")
      .split("\n")
      .filter(Boolean);
    for (const line of lines)
      await dynamodb.send(new PutItemCommand({ TableName: table, Item: JSON.parse(line).Item }));
  }
  for (const bucket of buckets)
    for (const name of readdirSync(join(folder, bucket)))
      await s3.send(
        new PutObjectCommand({
          Bucket: house.names[bucket],
          Key: decodeURIComponent(name),
          Body: readFileSync(join(folder, bucket, name)),
        }),
      );
}

/** Everything that is kept anywhere, as one text to search. */
export async function everything(house: Place, scratch: string): Promise<string> {
  await backUp(house, scratch);
  return readdirSync(scratch, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${decodeURIComponent(entry.name)}\n${readFileSync(join(entry.parentPath, entry.name), "utf8")}`)
    .join("\n");
}
