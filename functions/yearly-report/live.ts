import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { cityOf } from "../../shared/cities/city-of.ts";
import { clock } from "../../shared/lambda/clock.ts";
import { logAt } from "../../shared/lambda/output.ts";
import { awsPlaceOf, settings } from "../../shared/lambda/settings.ts";
import { editionArchive, editionReader } from "../../shared/store/edition-archive.ts";
import { compilationWork, editionIndex } from "../../shared/store/edition-table.ts";
import { yearReader } from "../../shared/store/year-reader.ts";
import { ownTemplate } from "./own-template.ts";
import type { YearlyReportDeps } from "./yearly-report.ts";

/** Everything real that the role works with. */
export function live(environment: NodeJS.ProcessEnv): YearlyReportDeps {
  const set = settings
    .pick({ INTAG_STAGE: true, INTAG_CITY: true, CASES_TABLE: true, REVIEWS_TABLE: true, REPORTS_BUCKET: true })
    .parse(environment);
  const dynamodb = new DynamoDBClient({});
  const s3 = new S3Client({});
  const template = ownTemplate(new URL(".", import.meta.url));
  return {
    city: cityOf(set.INTAG_CITY),
    years: yearReader(dynamodb, { cases: set.CASES_TABLE, reviews: set.REVIEWS_TABLE }),
    editions: {
      ...editionIndex(dynamodb, set.REVIEWS_TABLE),
      ...editionArchive(s3, set.REPORTS_BUCKET),
      ...editionReader(set.REPORTS_BUCKET, awsPlaceOf(environment)),
    },
    compilations: compilationWork(dynamodb, set.REVIEWS_TABLE),
    template,
    program: createHash("sha256")
      .update(readFileSync(fileURLToPath(import.meta.url)))
      .update(template ?? "")
      .digest("hex"),
    clock,
    log: logAt({ stage: set.INTAG_STAGE, role: "yearly-report" }),
  };
}
