import * as z from "zod";
import type { JsonCall } from "../aws/json-call.ts";
import { AwsRefusal } from "../aws/signed-call.ts";
import { roles } from "../domain/casework/case-history.ts";
import { epochOf, type Instant, instantFromEpoch } from "../domain/instant.ts";
import { checkLeaseMs, longestSessionMs, revocationKey, type StaffSession } from "../domain/staff-session.ts";
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
  // Those that began before it was written down last no longer than until the provider must be asked.
  checkedAt: at.optional(),
  renewal: z
    .string()
    .default("")
    .transform((text) => (text === "" ? null : text)),
});
const revocation = z.object({ revokedAt: at });

/** DynamoDB clears items away by this attribute, days late at times: a broom, never a lock. Epoch seconds. */
const clearedAt = (from: Instant, keptMs: number): number => Math.ceil((epochOf(from) + keptMs) / 1_000);
const keyOf = (id: string) => ({ id: { S: id } });

/** Begins and ends sessions. Both calls do the same when they are made twice. */
export const sessionBook = (dynamodb: JsonCall, table: string): SessionBook => ({
  begin: async ({ key, who, startedAt, seenAt, checkedAt, renewal }) => {
    await dynamodb("PutItem", {
      TableName: table,
      Item: itemOf({
        id: key,
        schemaVersion,
        who: JSON.stringify(who),
        startedAt,
        seenAt,
        checkedAt,
        renewal,
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
  /** Changes a session that is still there, on a further condition if one is given; false when it does not hold. */
  const changed = async (
    key: string,
    set: Readonly<Record<string, string>>,
    condition = "attribute_exists(id)",
    compared: Readonly<Record<string, string>> = {},
  ): Promise<boolean> => {
    const values = Object.entries({ ...set, ...compared }).map(([name, value]) => [`:${name}`, value]);
    try {
      await dynamodb("UpdateItem", {
        TableName: table,
        Key: keyOf(key),
        UpdateExpression: `SET ${Object.keys(set)
          .map((name) => `${name} = :${name}`)
          .join(", ")}`,
        ConditionExpression: condition,
        ExpressionAttributeValues: itemOf(Object.fromEntries(values)),
      });
      return true;
    } catch (failure) {
      if (failure instanceof AwsRefusal && failure.name === "ConditionalCheckFailedException") return false;
      throw failure;
    }
  };
  return {
    get: async (key): Promise<StaffSession | undefined> => {
      const item = await read(key);
      if (item === undefined) return undefined;
      const { who, startedAt, seenAt, checkedAt, renewal } = record.parse(item);
      return { key, who, startedAt, seenAt, checkedAt: checkedAt ?? startedAt, renewal };
    },
    seen: (key, seenAt) => changed(key, { seenAt }),
    claimCheck: ({ key, checkedAt }, now) =>
      changed(
        key,
        { claimedAt: now },
        "attribute_exists(id) AND (attribute_not_exists(checkedAt) OR checkedAt = :read) AND (attribute_not_exists(claimedAt) OR claimedAt <= :before)",
        { read: checkedAt, before: instantFromEpoch(epochOf(now) - checkLeaseMs) },
      ),
    // As if it had been taken when the provider was last asked, which is long over.
    giveBackCheck: async ({ key, checkedAt }, claimedAt) => {
      await changed(key, { claimedAt: checkedAt }, "claimedAt = :mine", { mine: claimedAt });
    },
    checked: (key, { who, checkedAt, renewal }) =>
      changed(key, { who: JSON.stringify(who), checkedAt, renewal: renewal ?? "" }),
    revokedAt: async (sub) => {
      const item = await read(revocationKey(sub));
      return item === undefined ? undefined : revocation.parse(item).revokedAt;
    },
  };
};
