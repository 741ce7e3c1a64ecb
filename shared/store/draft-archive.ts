import { type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { type DraftArchive, draftOfItem } from "./drafts.ts";

export const draftArchive = (dynamodb: DynamoDBClient, table: string): DraftArchive => ({
  get: async (name) => {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName: table, Key: { reference: { S: name } }, ConsistentRead: true }),
    );
    return Item === undefined ? undefined : draftOfItem(Item);
  },
});
