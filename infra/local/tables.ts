import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { CannotStart } from "./cannot-start.ts";
import { type DynamoEngine, EngineRefusal } from "./dynamo-engine.ts";
import type { Found } from "./plan.ts";
import type { TableShape } from "./shapes.ts";

const keys = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const indexes = z.array(z.object({ IndexName: z.string(), KeySchema: keys, Projection: z.unknown() })).default([]);
const described = z.object({
  Table: z.object({
    KeySchema: keys,
    AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
    GlobalSecondaryIndexes: indexes,
    LocalSecondaryIndexes: indexes,
    StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
    LatestStreamArn: z.string().optional(),
  }),
});

/** The parts of a table that cannot be changed under its items, in an order that can be compared. */
const shapeOf = (table: Omit<z.infer<typeof described>["Table"], "LatestStreamArn">) => {
  const sorted = (list: z.infer<typeof indexes>) =>
    list
      .map(({ IndexName, KeySchema, Projection }) => ({
        IndexName,
        KeySchema,
        Projection: projection.parse(Projection),
      }))
      .sort((one, other) => one.IndexName.localeCompare(other.IndexName));
  return {
    keys: table.KeySchema,
    types: [...table.AttributeDefinitions].sort((one, other) => one.AttributeName.localeCompare(other.AttributeName)),
    global: sorted(table.GlobalSecondaryIndexes),
    local: sorted(table.LocalSecondaryIndexes),
    stream: table.StreamSpecification?.StreamViewType ?? "none",
  };
};
const projection = z.object({
  ProjectionType: z.string(),
  NonKeyAttributes: z
    .array(z.string())
    .default([])
    .transform((names) => [...names].sort()),
});

/**
 * Makes the template's tables where they are missing and keeps those that are there.
 * Returns each table's stream as the engine names it. Throws CannotStart when a kept table has another shape.
 */
export const openTables = async (
  engine: DynamoEngine,
  tables: readonly Found<TableShape>[],
  data: string,
): Promise<ReadonlyMap<string, string>> => {
  const streams = new Map<string, string>();
  for (const { name, properties } of tables) {
    const there = await describe(engine, name);
    if (there && !isDeepStrictEqual(shapeOf(there), shapeOf(properties)))
      throw new CannotStart(
        `The table ${name} kept in ${data} has other keys, indexes or stream than the template: move or remove that folder to start afresh.`,
      );
    if (!there) await create(engine, name, properties);
    const stream = (there ?? (await describe(engine, name)))?.LatestStreamArn;
    if (stream) streams.set(name, stream);
  }
  return streams;
};

const describe = async (engine: DynamoEngine, name: string) => {
  try {
    return described.parse(await engine.call("DescribeTable", { TableName: name })).Table;
  } catch (error) {
    if (error instanceof EngineRefusal && error.code === "ResourceNotFoundException") return undefined;
    throw error;
  }
};

const create = (engine: DynamoEngine, name: string, table: TableShape) =>
  engine.call("CreateTable", {
    TableName: name,
    KeySchema: table.KeySchema,
    AttributeDefinitions: table.AttributeDefinitions,
    BillingMode: "PAY_PER_REQUEST",
    ...(table.GlobalSecondaryIndexes.length > 0 ? { GlobalSecondaryIndexes: table.GlobalSecondaryIndexes } : {}),
    ...(table.LocalSecondaryIndexes.length > 0 ? { LocalSecondaryIndexes: table.LocalSecondaryIndexes } : {}),
    ...(table.StreamSpecification === undefined
      ? {}
      : { StreamSpecification: { StreamEnabled: true, StreamViewType: table.StreamSpecification.StreamViewType } }),
  });

/** Partition keys per table and index, "" being the table itself. */
export const partitionKeysOf = (
  tables: readonly Found<TableShape>[],
): ReadonlyMap<string, ReadonlyMap<string, string>> =>
  new Map(
    tables.map(({ name, properties }) => {
      const own = [{ IndexName: "", KeySchema: properties.KeySchema }];
      const all = [...own, ...properties.GlobalSecondaryIndexes, ...properties.LocalSecondaryIndexes];
      const hash = (schema: TableShape["KeySchema"]) =>
        schema.find(({ KeyType }) => KeyType === "HASH")?.AttributeName ?? "";
      return [name, new Map(all.map(({ IndexName, KeySchema }) => [IndexName, hash(KeySchema)]))];
    }),
  );
