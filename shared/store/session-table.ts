import * as z from "zod";
import { AwsRefusal, type JsonCall } from "../aws/json-call.ts";
import { roles } from "../domain/casework/case-history.ts";
import { epochOf, type Instant } from "../domain/instant.ts";
import { longestSessionMs, revocationKey, type StaffSession } from "../domain/staff-session.ts";
import type { SessionBook, SessionLookup } from "./sessions.ts";
import { attributesOf, itemOf } from "./stored-item.ts";

const schemaVersion = 1;
const at = z.custom<Instant>((value) => typeof value === "string");
const who = z.object({
  sub: z.string(),
  name: z.string().exactOptional(),
  roles: z.array(z.enum(roles)),
  units: z.array(z.string()),
  mayProtected: z.boolean(),
});
const record = z.object({
  id: z.string(),
  schemaVersion: z.literal(schemaVersion),
  who: z.string().transform((text) => who.parse(JSON.parse(text))),
  startedAt: at,
  seenAt: at,
});
const revocation = z.object({ revokedAt: at });

/** DynamoDB clears items away by this attribute, days late at times: a broom, never a lock. Epoch seconds. */
const clearedAt = (from: Instant, keptMs: number): number => Math.ceil((epochOf(from) + keptMs) / 1_000);
const keyOf = (id: string) => ({ id: { S: id } });

/** Begins and ends sessions. Both calls do the same when they are made twice. */
export const sessionBook = (dynamodb: JsonCall, table: string): SessionBook => ({
  begin: async ({ key, who, startedAt, seenAt }) => {
    await dynamodb("PutItem", {
      TableName: table,
      Item: itemOf({
        id: key,
        schemaVersion,
        who: JSON.stringify(who),
        startedAt,
        seenAt,
        expiresAt: clearedAt(startedAt, longestSessionMs),
      }),
    });
  },
  end: async (key) => {
    await dynamodb("DeleteItem", { TableName: table, Key: keyOf(key) });
  },
});

/** @throws when an item is not of a shape this code knows: nobody is let in on it */
export const sessionLookup = (dynamodb: JsonCall, table: string): SessionLookup => {
  const read = async (id: string) => {
    const { Item } = await dynamodb("GetItem", { TableName: table, Key: keyOf(id), ConsistentRead: true });
    return typeof Item === "object" && Item !== null ? attributesOf({ ...Item }) : undefined;
  };
  return {
    get: async (key): Promise<StaffSession | undefined> => {
      const item = await read(key);
      if (item === undefined) return undefined;
      const { who, startedAt, seenAt } = record.parse(item);
      return { key, who, startedAt, seenAt };
    },
    seen: async (key, seenAt) => {
      try {
        await dynamodb("UpdateItem", {
          TableName: table,
          Key: keyOf(key),
          UpdateExpression: "SET seenAt = :seenAt",
          ConditionExpression: "attribute_exists(id)",
          ExpressionAttributeValues: { ":seenAt": { S: seenAt } },
        });
        return true;
      } catch (failure) {
        if (failure instanceof AwsRefusal && failure.name === "ConditionalCheckFailedException") return false;
        throw failure;
      }
    },
    revokedAt: async (sub) => {
      const item = await read(revocationKey(sub));
      return item === undefined ? undefined : revocation.parse(item).revokedAt;
    },
  };
};
