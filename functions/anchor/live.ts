import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { bucketAt } from "../../shared/aws/bucket.ts";
import { logAt } from "../../shared/lambda/output.ts";
import { awsPlaceOf, settings } from "../../shared/lambda/settings.ts";
import { chainEnds } from "../../shared/store/access-log-table.ts";
import { anchorArchive, anchorReader } from "../../shared/store/anchor-archive.ts";
import type { AnchorDeps } from "./anchor.ts";

export function live(environment: NodeJS.ProcessEnv): AnchorDeps {
  const set = settings.pick({ INTAG_STAGE: true, ACCESS_LOG_TABLE: true, REPORTS_BUCKET: true }).parse(environment);
  return {
    chains: chainEnds(new DynamoDBClient({}), set.ACCESS_LOG_TABLE),
    archive: {
      ...anchorReader(bucketAt(set.REPORTS_BUCKET, awsPlaceOf(environment))),
      ...anchorArchive(new S3Client({}), set.REPORTS_BUCKET),
    },
    log: logAt({ stage: set.INTAG_STAGE, role: "anchor" }),
  };
}
