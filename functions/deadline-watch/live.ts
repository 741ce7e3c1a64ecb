import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { logOf } from "../../shared/lambda/log.ts";
import { settings } from "../../shared/lambda/settings.ts";
import { remindersOwed } from "../../shared/store/case-table.ts";
import type { WatchDeps } from "./deadline-watch.ts";

export function live(environment: NodeJS.ProcessEnv): WatchDeps {
  const { INTAG_STAGE, CASES_TABLE } = settings.pick({ INTAG_STAGE: true, CASES_TABLE: true }).parse(environment);
  return {
    cases: remindersOwed(new DynamoDBClient({}), CASES_TABLE),
    log: logOf({ stage: INTAG_STAGE, role: "deadline-watch" }, (line) => console.log(line), Date.now),
  };
}
