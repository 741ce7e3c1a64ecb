import {
  type AttributeValue,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";

/**
 * Everything that a query finds. A page may end before the query does, at 1 MB of what is stored however little of it is
 * wanted, so whoever looks at one page alone may miss the rest. `Limit` is how many are asked for at a time.
 */
export async function* found(
  dynamodb: DynamoDBClient,
  query: QueryCommandInput,
): AsyncIterable<Readonly<Record<string, AttributeValue>>> {
  let start: QueryCommandInput["ExclusiveStartKey"];
  do {
    const page = await dynamodb.send(new QueryCommand({ ...query, ExclusiveStartKey: start }));
    yield* page.Items ?? [];
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
}

/** The first so many that a query finds. */
export async function firstFound(
  dynamodb: DynamoDBClient,
  query: QueryCommandInput & { readonly Limit: number },
): Promise<readonly Readonly<Record<string, AttributeValue>>[]> {
  const items: Readonly<Record<string, AttributeValue>>[] = [];
  for await (const item of found(dynamodb, query)) {
    items.push(item);
    if (items.length === query.Limit) break;
  }
  return items;
}
