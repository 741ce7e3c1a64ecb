import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { jsonCall } from "../../shared/aws/json-call.ts";
import { keyring } from "../../shared/identity/keyring.ts";
import { vaultedSecret } from "../../shared/identity/vault.ts";
import { logAt } from "../../shared/lambda/output.ts";
import { awsPlaceOf, settings } from "../../shared/lambda/settings.ts";
import { furtherCases } from "../../shared/store/case-table.ts";
import { intakeQueue } from "../../shared/store/submission-archive.ts";
import type { IntakeDeps } from "./case-intake.ts";

/** Everything real that the role works with. */
export async function live(environment: NodeJS.ProcessEnv): Promise<IntakeDeps> {
  const { INTAG_STAGE, SUBMISSIONS_TABLE, CASES_TABLE, SECRET_ID } = settings
    .pick({ INTAG_STAGE: true, SUBMISSIONS_TABLE: true, CASES_TABLE: true, SECRET_ID: true })
    .parse(environment);
  const secret = await vaultedSecret(jsonCall("secretsmanager", awsPlaceOf(environment)), SECRET_ID);
  const dynamodb = new DynamoDBClient({});
  return {
    submissions: intakeQueue(dynamodb, SUBMISSIONS_TABLE),
    cases: furtherCases(dynamodb, CASES_TABLE),
    keys: keyring(secret),
    log: logAt({ stage: INTAG_STAGE, role: "case-intake" }),
  };
}
