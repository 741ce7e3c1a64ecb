import { createHash } from "node:crypto";
import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { type Anchor, chained, type Hash, type LoggedLook } from "../domain/casework/access-chain.ts";
import { type CivilDate, civilDate } from "../domain/civil-date.ts";
import type { Instant } from "../domain/instant.ts";
import type { AccessLog } from "./access-log.ts";
import type { ChainEnds } from "./anchors.ts";
import { at } from "./case-parts.ts";
import { firstFound, found } from "./found.ts";
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

/** The day (UTC) by which ends of chains are noted. */
export function dayOf(at: Instant): CivilDate {
  const day = civilDate(at.slice(0, 10));
  if (day === undefined) throw new Error("an instant begins with its day");
  return day;
}

/** A chain as it is called where its ends are noted: it may be a person's, whose name has no business there. */
export const chainName = (reference: string): string => sha256(reference);

const lookOf = (item: Readonly<Record<string, unknown>>): LoggedLook => record.parse(attributesOf(item));

/** The log over DynamoDB: what is written is never written over, since each number is put once. */
export const accessLog = (dynamodb: DynamoDBClient, table: string): AccessLog => {
  const looks = async (reference: string, page: { limit: number; after: number; isLatestFirst: boolean }) => {
    const items = await firstFound(dynamodb, {
      TableName: table,
      KeyConditionExpression: "#reference = :reference AND seq > :after",
      ExpressionAttributeNames: { "#reference": "reference" },
      ExpressionAttributeValues: { ":reference": { S: reference }, ":after": { N: String(page.after) } },
      Limit: page.limit,
      ScanIndexForward: !page.isLatestFirst,
      ConsistentRead: true,
    });
    return items.map(lookOf);
  };

  return {
    append: async (look) => {
      // Whoever was first makes the chain longer; the rest follow after it.
      for (;;) {
        const [last] = await looks(look.reference, { limit: 1, after: 0, isLatestFirst: true });
        const put = new PutItemCommand({
          TableName: table,
          Item: itemOf({ ...chained(look, last, sha256), day: dayOf(look.at) }),
          ConditionExpression: "attribute_not_exists(seq)",
        });
        if (await written(dynamodb.send(put))) return;
      }
    },
    of: (reference, { limit, after = 0 }) => looks(reference, { limit, after, isLatestFirst: false }),
  };
};

const end = z.object({ reference: z.string(), seq: z.number(), hash: z.string() });

export const chainEnds = (dynamodb: DynamoDBClient, table: string): ChainEnds => ({
  endsOn: async (day) => {
    const ends = new Map<string, Anchor>();
    const looks = found(dynamodb, {
      TableName: table,
      IndexName: "by-day",
      KeyConditionExpression: "#day = :day",
      ExpressionAttributeNames: { "#day": "day" },
      ExpressionAttributeValues: { ":day": { S: day } },
    });
    for await (const item of looks) {
      const { reference, seq, hash } = end.parse(attributesOf(item));
      const name = chainName(reference);
      if (seq > (ends.get(name)?.seq ?? 0)) ends.set(name, { seq, hash });
    }
    return Object.fromEntries(ends);
  },
});
