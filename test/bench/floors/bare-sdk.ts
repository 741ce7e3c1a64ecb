import { DynamoDBClient, PutItemCommand, type PutItemCommandInput } from "@aws-sdk/client-dynamodb";
import { jsonCall } from "../../../shared/aws/json-call.ts";
import { vaultedSecret } from "../../../shared/identity/vault.ts";
import { awsPlaceOf } from "../../../shared/lambda/settings.ts";

/** The floor: the SDK as it comes, one PutItem of the bytes it is given, and the secret that every role reads. */
const dynamodb = new DynamoDBClient({});
await vaultedSecret(jsonCall("secretsmanager", awsPlaceOf(process.env)), process.env.SECRET_ID ?? "");

export const handler = async (input: PutItemCommandInput): Promise<{ statusCode: number }> => {
  await dynamodb.send(new PutItemCommand(input));
  return { statusCode: 201 };
};
