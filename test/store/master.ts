import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { House } from "../house.ts";

/** The house's tables past its functions and their permissions, to read and to spoil. */
export function masterOf({ endpoint: { url, credentials } }: Pick<House, "endpoint">) {
  const dynamodb = new DynamoDBClient({ endpoint: url, region: "eu-north-1", credentials });
  return { dynamodb, close: () => dynamodb.destroy() };
}
