import { type DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import type { Fault } from "../../infra/local/edge.ts";

const answerOf = (Items: readonly object[]) => ({
  status: 200,
  headers: { "content-type": "application/x-amz-json-1.0" },
  body: JSON.stringify({ Items, Count: Items.length, ScannedCount: Items.length }),
});
const asked = (headers: Readonly<Record<string, string>>) => headers["x-amz-target"]?.split(".")[1];

/**
 * Every page of what is found in a table or listed in a bucket ends after one, and after none where a filter leaves that one
 * out. A page may end anywhere.
 */
export const shortPage: Fault = {
  answer: (request, apply) => {
    if (asked(request.headers) === "Query")
      return apply({ ...request, body: Buffer.from(JSON.stringify({ ...JSON.parse(`${request.body}`), Limit: 1 })) });
    if (request.query.has("list-type")) return apply({ ...request, url: `${request.url}&max-keys=1` });
    return apply(request);
  },
};

/** An index far behind its table: it still names everything that ever stood there. */
export const everythingThatEverStoodThere: Fault = {
  answer: (request, apply) => {
    const { IndexName, TableName } = asked(request.headers) === "Query" ? JSON.parse(`${request.body}`) : {};
    if (IndexName === undefined) return apply(request);
    const headers = { ...request.headers, "x-amz-target": "DynamoDB_20120810.Scan" };
    return apply({ ...request, headers, body: Buffer.from(JSON.stringify({ TableName })) });
  },
};

/** An index that has not heard of anything yet. */
export const nothingYet: Fault = {
  answer: (request, apply) => {
    const { IndexName } = asked(request.headers) === "Query" ? JSON.parse(`${request.body}`) : {};
    if (IndexName === undefined) return apply(request);
    return Promise.resolve(answerOf([]));
  },
};

/** What an index has now under a key, as its answer to whoever asks later; and how often somebody has. */
export async function indexAsItIs(
  dynamodb: DynamoDBClient,
  TableName: string,
  IndexName: string,
  attribute: string,
  key: string,
): Promise<Fault & { readonly asked: () => number }> {
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({
      TableName,
      IndexName,
      KeyConditionExpression: `${attribute} = :key`,
      ExpressionAttributeValues: { ":key": { S: key } },
    }),
  );
  if (Items.length === 0) throw new Error(`${IndexName} has nothing under ${key}`);
  let times = 0;
  return {
    asked: () => times,
    answer: (request, apply) => {
      const query = asked(request.headers) === "Query" ? JSON.parse(`${request.body}`) : {};
      const of: unknown = query.ExpressionAttributeValues;
      if (query.IndexName !== IndexName || !JSON.stringify(of).includes(`"${key}"`)) return apply(request);
      times += 1;
      return Promise.resolve(answerOf(Items));
    },
  };
}
