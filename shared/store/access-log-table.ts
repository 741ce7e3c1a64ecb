import { createHash } from "node:crypto";
import { type DynamoDBClient, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { chained, type Hash, type LoggedLook } from "../domain/casework/access-chain.ts";
import type { AccessLog } from "./access-log.ts";
import { at } from "./case-parts.ts";
import { attributesOf, itemOf } from "./stored-item.ts";
import { written } from "./written.ts";

/** The hash that chains are made with. */
export const sha256: Hash = (text) => createHash("sha256").update(text).digest("hex");

const record = z.object({
  reference: z.string(),
  seq: z.number(),
  sub: z.string(),
  role: z.string(),
  at,
  why: z.string(),
  previous: z.string(),
  hash: z.string(),
});

const lookOf = (item: Readonly<Record<string, unknown>>): LoggedLook => record.parse(attributesOf(item));

/** The log over DynamoDB: what is written is never written over, since each number is put once. */
export const accessLog = (dynamodb: DynamoDBClient, table: string): AccessLog => {
  const looks = async (reference: string, page: { limit: number; after: number; isLatestFirst: boolean }) => {
    const { Items } = await dynamodb.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: "#reference = :reference AND seq > :after",
        ExpressionAttributeNames: { "#reference": "reference" },
        ExpressionAttributeValues: { ":reference": { S: reference }, ":after": { N: String(page.after) } },
        Limit: page.limit,
        ScanIndexForward: !page.isLatestFirst,
        ConsistentRead: true,
      }),
    );
    return (Items ?? []).map(lookOf);
  };

  return {
    append: async (look) => {
      // Whoever was first makes the chain longer; the rest follow after it.
      for (;;) {
        const [last] = await looks(look.reference, { limit: 1, after: 0, isLatestFirst: true });
        const put = new PutItemCommand({
          TableName: table,
          Item: itemOf({ ...chained(look, last, sha256) }),
          ConditionExpression: "attribute_not_exists(seq)",
        });
        if (await written(dynamodb.send(put))) return;
      }
    },
    of: (reference, { limit, after = 0 }) => looks(reference, { limit, after, isLatestFirst: false }),
  };
};
