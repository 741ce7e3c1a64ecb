import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { Job } from "../constructs/job.ts";
import { opening, RoleFunction, sealing } from "../constructs/role-function.ts";
import { type Premises, whereabouts } from "./premises.ts";

/**
 * Notes every night where the chains of the access log ended, under a lock. A role of its own: who can write in the log, or
 * over cases, can write no anchor, and this one can write nothing else.
 */
export class Anchor extends RoleFunction {
  constructor(scope: Construct, premises: Premises) {
    const { operations, accessLog, reports, key, codeOf } = premises;
    super(scope, "Anchor", {
      operations,
      role: "anchor",
      code: codeOf("anchor"),
      timeout: Duration.minutes(5),
      atMost: 1,
      may: [
        { actions: ["dynamodb:Query"], on: [accessLog.listArn("by-day")] },
        {
          actions: ["s3:ListBucket"],
          on: [reports.bucketArn],
          when: { StringLike: { "s3:prefix": "anchors/*" } },
        },
        { actions: ["s3:PutObject", "s3:PutObjectRetention"], on: [reports.arnForObjects("anchors/*")] },
        opening(key.keyArn, "dynamodb"),
        sealing(key.keyArn, "s3"),
      ],
      environment: {
        INTAG_STAGE: whereabouts(premises).INTAG_STAGE,
        ACCESS_LOG_TABLE: accessLog.tableName,
        REPORTS_BUCKET: reports.bucketName,
      },
    });
    new Job(this, "Nightly", {
      operations,
      of: this,
      at: "cron(40 3 * * ? *)",
      finished: "AnchorFinished",
      missedAfter: { rounds: 5, every: Duration.hours(6) },
      ifItIsSilent:
        "Det har inte noterats på mer än ett dygn var loggen över visningar slutar. Ändras loggen under tiden märks det inte säkert. Läs ankringens logg och se att schemat går; nästa natt tar de dagar som saknas.",
    });
  }
}
