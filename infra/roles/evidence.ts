import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { Job } from "../constructs/job.ts";
import { RoleFunction, sealing } from "../constructs/role-function.ts";
import { type Premises, whereabouts } from "./premises.ts";

/** Looks at the files that people send to show that they may ask for somebody else. Nobody can fetch one before it has. */
export class Evidence extends RoleFunction {
  constructor(scope: Construct, premises: Premises) {
    const { operations, submissions, cases, files, key, codeOf } = premises;
    super(scope, "Evidence", {
      operations,
      role: "evidence",
      code: codeOf("evidence"),
      timeout: Duration.minutes(4),
      atMost: 1,
      may: [
        { actions: ["dynamodb:GetItem"], on: [submissions.tableArn] },
        { actions: ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:UpdateItem"], on: [cases.tableArn] },
        { actions: ["s3:ListBucket"], on: [files.bucketArn], when: { StringLike: { "s3:prefix": "quarantine/*" } } },
        { actions: ["s3:GetObject", "s3:DeleteObject"], on: [files.arnForObjects("quarantine/*")] },
        { actions: ["s3:PutObject", "s3:DeleteObject"], on: [files.arnForObjects("evidence/*")] },
        sealing(key.keyArn, "dynamodb"),
        sealing(key.keyArn, "s3"),
      ],
      environment: {
        INTAG_STAGE: whereabouts(premises).INTAG_STAGE,
        SUBMISSIONS_TABLE: submissions.tableName,
        CASES_TABLE: cases.tableName,
        FILES_BUCKET: files.bucketName,
      },
    });
    new Job(this, "Round", {
      operations,
      of: this,
      at: "rate(5 minutes)",
      finished: "EvidenceFinished",
      missedAfter: { rounds: 2, every: Duration.hours(1) },
      ifItIsSilent:
        "Filer som personer har skickat som fullmakt har inte gåtts igenom på två timmar. De ligger kvar och ingen kan öppna dem, men ärendena visar att fullmakt saknas. Läs rollens logg och se att schemat går.",
    });
  }
}
