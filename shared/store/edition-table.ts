import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { at } from "./case-parts.ts";
import type { Compilation, CompilationDesk, CompilationWork, EditionIndex, Progress } from "./editions.ts";
import { attributesOf, itemOf } from "./stored-item.ts";
import { written } from "./written.ts";

const editionOf = (year: number) => itemOf({ subject: `edition#${year}`, unit: "city" });
const lockOf = (year: number) => itemOf({ subject: `lock#${year}`, unit: "city" });
const compilationOf = (year: number, id: string) => itemOf({ subject: `compilation#${year}`, unit: id });

const shown = z.object({ edition: z.string(), readAt: at, madeFrom: z.string().default("") });
const lock = z.object({ edition: z.string(), lockedAt: at, by: z.string() });
const wrong = z.object({
  code: z.string(),
  reference: z.string().exactOptional(),
  unit: z.string().nullable().exactOptional(),
  figure: z.string().exactOptional(),
});
const steps = { done: z.number(), of: z.number() };
const progress = z.discriminatedUnion("state", [
  z.object({ state: z.literal("asked"), ...steps }),
  z.object({ state: z.literal("running"), ...steps }),
  z.object({ state: z.literal("done"), ...steps, edition: z.string() }),
  z.object({ state: z.literal("refused"), wrong: z.string().transform((text) => wrong.parse(JSON.parse(text))) }),
]);

const read = async (dynamodb: DynamoDBClient, table: string, key: Record<string, AttributeValue>) => {
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }));
  return Item === undefined ? undefined : attributesOf(Item);
};

/** Which edition of a year is the one, in the table of reviews. */
export const editionIndex = (dynamodb: DynamoDBClient, table: string): EditionIndex => ({
  shown: async (year) => {
    const item = await read(dynamodb, table, editionOf(year));
    return item && shown.parse(item);
  },
  show: async (year, { edition, readAt, madeFrom }) => {
    await written(
      dynamodb.send(
        new PutItemCommand({
          TableName: table,
          Item: { ...editionOf(year), ...itemOf({ edition, readAt, madeFrom }) },
          ConditionExpression: "attribute_not_exists(readAt) OR readAt <= :readAt",
          ExpressionAttributeValues: { ":readAt": { S: readAt } },
        }),
      ),
    );
  },
  lockOf: async (year) => {
    const item = await read(dynamodb, table, lockOf(year));
    return item && lock.parse(item);
  },
  lock: (year, { edition, lockedAt, by }) =>
    written(
      dynamodb.send(
        new PutItemCommand({
          TableName: table,
          Item: { ...lockOf(year), ...itemOf({ edition, lockedAt, by }) },
          ConditionExpression: "attribute_not_exists(subject)",
        }),
      ),
    ),
});

/** Where compilations are asked for and followed. */
export const compilationDesk = (dynamodb: DynamoDBClient, table: string): CompilationDesk => ({
  ask: async (year, id, now) => {
    await written(
      dynamodb.send(
        new UpdateItemCommand({
          TableName: table,
          Key: compilationOf(year, id),
          UpdateExpression: "SET askedAt = :now, #state = :asked, done = :none, #of = :none",
          ConditionExpression: "attribute_not_exists(subject) OR #state = :asked",
          ExpressionAttributeNames: { "#state": "state", "#of": "of" },
          ExpressionAttributeValues: itemOf({ ":now": now, ":asked": "asked", ":none": 0 }),
        }),
      ),
    );
  },
  get: async (year, id): Promise<Compilation | undefined> => {
    const item = await read(dynamodb, table, compilationOf(year, id));
    if (item === undefined) return undefined;
    return { year, id, askedAt: at.parse(item.askedAt), progress: progress.parse(item) };
  },
});

const textsOf = (said: Progress) => ({
  ...said,
  ...(said.state === "refused" ? { wrong: JSON.stringify(said.wrong) } : {}),
});

/** Where whoever compiles tells how far it has come. */
export const compilationWork = (dynamodb: DynamoDBClient, table: string): CompilationWork => ({
  report: async (year, id, said) => {
    const set = textsOf(said);
    const names = Object.keys(set);
    await written(
      dynamodb.send(
        new UpdateItemCommand({
          TableName: table,
          Key: compilationOf(year, id),
          UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(", ")}`,
          ConditionExpression: "attribute_exists(subject) AND #state <> :ended AND #state <> :stopped",
          ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
          ExpressionAttributeValues: itemOf({
            ...Object.fromEntries(Object.entries(set).map(([name, value]) => [`:${name}`, value])),
            ":ended": "done",
            ":stopped": "refused",
          }),
        }),
      ),
    );
  },
});

/** The compilation that a change of the table asks for; undefined when it asks for none. */
export const compilationAsked = (
  image: Readonly<Record<string, unknown>>,
): Pick<Compilation, "year" | "id" | "askedAt"> | undefined => {
  const { subject, unit, state, askedAt } = attributesOf(image);
  const [, year] = /^compilation#(\d{4})$/.exec(String(subject)) ?? [];
  if (year === undefined || state !== "asked") return undefined;
  return { year: Number(year), id: String(unit), askedAt: at.parse(askedAt) };
};
