import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { logOf } from "../../shared/lambda/log.ts";
import { settings } from "../../shared/lambda/settings.ts";
import { furtherCases } from "../../shared/store/case-table.ts";
import { intakeQueue } from "../../shared/store/submission-archive.ts";
import type { IntakeDeps } from "./case-intake.ts";

export function live(environment: NodeJS.ProcessEnv): IntakeDeps {
  const { INTAG_STAGE, SUBMISSIONS_TABLE, CASES_TABLE } = settings
    .pick({ INTAG_STAGE: true, SUBMISSIONS_TABLE: true, CASES_TABLE: true })
    .parse(environment);
  const dynamodb = new DynamoDBClient({});
  return {
    submissions: intakeQueue(dynamodb, SUBMISSIONS_TABLE),
    cases: furtherCases(dynamodb, CASES_TABLE),
    log: logOf({ stage: INTAG_STAGE, role: "case-intake" }, (line) => console.log(line), Date.now),
  };
}
