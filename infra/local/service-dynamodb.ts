import * as z from "zod";
import type { DynamoEngine } from "./dynamo-engine.ts";
import type { Ask } from "./iam.ts";
import { tableArn } from "./names.ts";
import { type AwsRequest, type AwsService, type Intent, jsonRefusal } from "./service.ts";

const value = z.record(z.string(), z.unknown());
const item = z.record(z.string(), value);
const request = z.looseObject({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  Item: item.optional(),
  Key: item.optional(),
  ProjectionExpression: z.string().optional(),
  KeyConditionExpression: z.string().optional(),
  FilterExpression: z.string().optional(),
  ConditionExpression: z.string().optional(),
  UpdateExpression: z.string().optional(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  ExpressionAttributeValues: z.record(z.string(), value).default({}),
  Select: z.string().optional(),
  ReturnValues: z.string().optional(),
});
type Request = z.infer<typeof request>;
const transaction = z.object({ TransactItems: z.array(z.record(z.string(), request)) });
const batch = z.object({ RequestItems: z.record(z.string(), z.unknown()) });

/** Partition key of a table or index, by table name and index name ("" is the table itself). */
export type PartitionKeys = ReadonlyMap<string, ReadonlyMap<string, string>>;

const inTransaction: Readonly<Record<string, string>> = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
  Get: "GetItem",
};
const single = ["PutItem", "GetItem", "UpdateItem", "DeleteItem", "Query", "Scan", "DescribeTable"];

const reserved =
  /^(AND|OR|NOT|IN|BETWEEN|SET|REMOVE|ADD|DELETE|attribute_exists|attribute_not_exists|attribute_type|begins_with|contains|size|if_not_exists|list_append)$/i;
/** Top-level attributes that an expression names. */
const namedIn = (expression: string | undefined, names: Readonly<Record<string, string>>): readonly string[] =>
  [...(expression ?? "").matchAll(/(?<![:.\w#])#?[A-Za-z_]\w*/g)]
    .map(([name]) => name)
    .filter((name) => !reserved.test(name))
    .map((name) => (name.startsWith("#") ? (names[name] ?? name) : name));

const textOf = (attribute: Readonly<Record<string, unknown>> | undefined): readonly string[] =>
  attribute === undefined ? [] : Object.values(attribute).slice(0, 1).map(String);

/** DynamoDB: understands each request well enough to ask for permission, and passes it on unchanged. */
export const dynamodb = (engine: DynamoEngine, partitionKeys: PartitionKeys, wrote: () => void): AwsService => {
  const refusal = jsonRefusal("com.amazonaws.dynamodb.v20120810");

  const leadingKeys = (body: Request, table: string): readonly string[] => {
    const key = partitionKeys.get(table)?.get(body.IndexName ?? "");
    if (key === undefined) return [];
    const held = body.Item ?? body.Key;
    if (held) return textOf(held[key]);
    return [...(body.KeyConditionExpression ?? "").matchAll(/(#?\w+)\s*=\s*(:\w+)/g)]
      .filter(([, name = ""]) => (name.startsWith("#") ? body.ExpressionAttributeNames[name] : name) === key)
      .flatMap(([, , placeholder = ""]) => textOf(body.ExpressionAttributeValues[placeholder]));
  };
  const ask = (action: string, body: Request): Ask => {
    const table = (body.TableName ?? "").replace(/^arn:.*:table\//, "");
    const expressions = [
      body.ProjectionExpression,
      body.KeyConditionExpression,
      body.FilterExpression,
      body.ConditionExpression,
      body.UpdateExpression,
    ];
    const attributes = [
      ...Object.keys(body.Item ?? {}),
      ...Object.keys(body.Key ?? {}),
      ...expressions.flatMap((expression) => namedIn(expression, body.ExpressionAttributeNames)),
    ];
    return {
      action: `dynamodb:${action}`,
      resource: body.IndexName === undefined ? tableArn(table) : `${tableArn(table)}/index/${body.IndexName}`,
      context: {
        "dynamodb:LeadingKeys": leadingKeys(body, table),
        "dynamodb:Attributes": [...new Set(attributes)],
        ...(body.Select === undefined ? {} : { "dynamodb:Select": [body.Select] }),
        ...(body.ReturnValues === undefined ? {} : { "dynamodb:ReturnValues": [body.ReturnValues] }),
      },
    };
  };
  const asksOf = (operation: string, body: unknown): readonly Ask[] | undefined => {
    if (single.includes(operation)) return [ask(operation, request.parse(body))];
    if (operation.startsWith("Transact"))
      return transaction
        .parse(body)
        .TransactItems.flatMap((parts) =>
          Object.entries(parts).map(([kind, part]) => ask(inTransaction[kind] ?? kind, part)),
        );
    if (operation.startsWith("Batch"))
      return Object.keys(batch.parse(body).RequestItems).map((TableName) =>
        ask(operation, { TableName, ExpressionAttributeNames: {}, ExpressionAttributeValues: {} }),
      );
    return undefined;
  };

  return {
    refusal,
    throttling: { status: 400, code: "ThrottlingException" },
    intent: ({ headers, body }: AwsRequest): Intent => {
      const operation = (headers["x-amz-target"] ?? "").replace("DynamoDB_20120810.", "");
      try {
        const asks = asksOf(operation, JSON.parse(body.toString()));
        if (asks) return { ok: true, action: `dynamodb:${operation}`, asks };
        return { ok: false, answer: refusal(400, "UnknownOperationException", `${operation} is not played locally.`) };
      } catch {
        return { ok: false, answer: refusal(400, "SerializationException", "The request cannot be read.") };
      }
    },
    apply: async ({ headers, body }) => {
      const answer = await engine.forward({ ...headers, host: "127.0.0.1", connection: "keep-alive" }, body);
      if (!/\.(Get|Query|Scan|Describe|BatchGet|TransactGet)/.test(headers["x-amz-target"] ?? "")) wrote();
      const passed = ["content-type", "x-amz-crc32", "x-amzn-requestid"];
      return {
        status: answer.status,
        headers: Object.fromEntries(
          passed.flatMap((name) => {
            const text = answer.headers[name];
            return typeof text === "string" ? [[name, text]] : [];
          }),
        ),
        body: answer.body,
      };
    },
  };
};
