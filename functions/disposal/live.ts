import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { bucketAt } from "../../shared/aws/bucket.ts";
import { disposalRulesOf } from "../../shared/cities/disposal-rules.ts";
import { logAt } from "../../shared/lambda/output.ts";
import { rulesIn } from "../../shared/lambda/rules-in.ts";
import { awsPlaceOf, settings } from "../../shared/lambda/settings.ts";
import { fileDisposal } from "../../shared/store/answer-archive.ts";
import { disposal } from "../../shared/store/disposal-table.ts";
import type { DisposalDeps } from "./disposal.ts";

export function live(environment: NodeJS.ProcessEnv): DisposalDeps {
  const set = settings
    .pick({
      INTAG_STAGE: true,
      INTAG_CITY: true,
      CASES_TABLE: true,
      SUBMISSIONS_TABLE: true,
      DISPOSAL_RULES: true,
      FILES_BUCKET: true,
    })
    .parse(environment);
  return {
    rules: rulesIn(set.DISPOSAL_RULES) ?? disposalRulesOf(set.INTAG_CITY),
    disposal: disposal(new DynamoDBClient({}), { cases: set.CASES_TABLE, submissions: set.SUBMISSIONS_TABLE }),
    files: fileDisposal(bucketAt(set.FILES_BUCKET, awsPlaceOf(environment))),
    log: logAt({ stage: set.INTAG_STAGE, role: "disposal" }),
  };
}
