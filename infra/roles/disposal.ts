import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { Job } from "../constructs/job.ts";
import { RoleFunction, sealing } from "../constructs/role-function.ts";
import { type Premises, whereabouts } from "./premises.ts";

/**
 * Leaves of closed cases, and of what was sent, no more than a decision on disposal lets it keep. It can write over them
 * and read nothing that anybody wrote: of closed cases a list of codes, of all others whether they are disposed of.
 */
export class Disposal extends RoleFunction {
  constructor(scope: Construct, premises: Premises) {
    const { operations, submissions, cases, files, key, settings, codeOf } = premises;
    super(scope, "Disposal", {
      operations,
      role: "disposal",
      code: codeOf("disposal"),
      timeout: Duration.minutes(10),
      atMost: 1,
      may: [
        { actions: ["dynamodb:Query"], on: [cases.listArn("disposable")] },
        {
          actions: ["dynamodb:Query"],
          on: [cases.tableArn],
          when: {
            "ForAllValues:StringEquals": { "dynamodb:Attributes": ["submission", "number", "disposedAt"] },
            StringEquals: { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" },
          },
        },
        { actions: ["dynamodb:PutItem", "dynamodb:UpdateItem"], on: [cases.tableArn] },
        { actions: ["dynamodb:PutItem"], on: [submissions.tableArn] },
        {
          actions: ["s3:ListBucket"],
          on: [files.bucketArn],
          when: { StringLike: { "s3:prefix": ["answers/*", "evidence/*", "quarantine/*"] } },
        },
        {
          actions: ["s3:DeleteObject"],
          on: ["answers/*", "evidence/*", "quarantine/*"].map((folder) => files.arnForObjects(folder)),
        },
        sealing(key.keyArn, "dynamodb"),
      ],
      environment: {
        ...whereabouts(premises),
        SUBMISSIONS_TABLE: submissions.tableName,
        CASES_TABLE: cases.tableName,
        FILES_BUCKET: files.bucketName,
        ...(settings.disposalRules === undefined ? {} : { DISPOSAL_RULES: settings.disposalRules }),
      },
    });
    new Job(this, "Nightly", {
      operations,
      of: this,
      at: "cron(30 2 * * ? *)",
      finished: "DisposalFinished",
      missedAfter: { rounds: 5, every: Duration.hours(6) },
      ifItIsSilent:
        "Gallringen har inte gått igenom allt på mer än ett dygn. Uppgifter kan ligga kvar längre än staden har beslutat. Läs gallringens logg och se att schemat går; nästa natt tar det som är kvar.",
    });
  }
}
