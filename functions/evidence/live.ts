import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { logAt } from "../../shared/lambda/output.ts";
import { awsPlaceOf, settings } from "../../shared/lambda/settings.ts";
import { evidenceCases } from "../../shared/store/case-table.ts";
import { evidenceFiles } from "../../shared/store/evidence-archive.ts";
import { submissionArchive } from "../../shared/store/submission-archive.ts";
import type { EvidenceDeps } from "./evidence.ts";

export function live(environment: NodeJS.ProcessEnv): EvidenceDeps {
  const set = settings
    .pick({ INTAG_STAGE: true, SUBMISSIONS_TABLE: true, CASES_TABLE: true, FILES_BUCKET: true })
    .parse(environment);
  const dynamodb = new DynamoDBClient({});
  return {
    submissions: submissionArchive(dynamodb, set.SUBMISSIONS_TABLE),
    cases: evidenceCases(dynamodb, set.CASES_TABLE),
    files: evidenceFiles(set.FILES_BUCKET, awsPlaceOf(environment)),
    // No scanner of the city's is connected: the structure and the known test signature decide.
    scan: async () => "clean",
    log: logAt({ stage: set.INTAG_STAGE, role: "evidence" }),
  };
}
