import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { RoleFunction, sealing } from "../constructs/role-function.ts";
import { type Premises, readKeyring, ways, whereabouts } from "./premises.ts";

/** What staff report and register, and the cases they work. It can add to the log of looks and change nothing in it. */
export class StaffCases extends RoleFunction {
  constructor(scope: Construct, premises: Premises) {
    const { operations, submissions, cases, accessLog, keyring, reports, files, key, settings, codeOf } = premises;
    super(scope, "StaffCases", {
      operations,
      role: "staff-cases",
      code: codeOf("staff-cases"),
      timeout: Duration.seconds(15),
      atMost: 40,
      may: [
        { actions: ["dynamodb:PutItem", "dynamodb:GetItem"], on: [submissions.tableArn] },
        { actions: ["dynamodb:GetItem", "dynamodb:UpdateItem"], on: [cases.tableArn] },
        {
          actions: ["dynamodb:Query"],
          on: ["by-unit", "by-city", "by-reporter", "by-person", "disposed"].map((list) => cases.listArn(list)),
        },
        { actions: ["dynamodb:PutItem", "dynamodb:Query"], on: [accessLog.tableArn] },
        // What has been noted of the log under lock, to hold it to.
        {
          actions: ["s3:ListBucket"],
          on: [reports.bucketArn],
          when: { StringLike: { "s3:prefix": "anchors/*" } },
        },
        { actions: ["s3:GetObject"], on: [reports.arnForObjects("anchors/*")] },
        // The answer's files: a form for the officer's browser, a look at what came, and none that nobody may have.
        { actions: ["s3:ListBucket"], on: [files.bucketArn], when: { StringLike: { "s3:prefix": "answers/*" } } },
        {
          actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
          on: [files.arnForObjects("answers/*")],
        },
        // Evidence that has been looked at; what waits is out of reach.
        { actions: ["s3:GetObject"], on: [files.arnForObjects("evidence/*")] },
        sealing(key.keyArn, "s3"),
        sealing(key.keyArn, "dynamodb"),
        ...readKeyring(premises),
      ],
      environment: {
        ...whereabouts(premises),
        SUBMISSIONS_TABLE: submissions.tableName,
        CASES_TABLE: cases.tableName,
        ACCESS_LOG_TABLE: accessLog.tableName,
        REPORTS_BUCKET: reports.bucketName,
        FILES_BUCKET: files.bucketName,
        SECRET_ID: keyring.secretArn,
        ...ways(premises),
        ...(settings.disposalRules === undefined ? {} : { DISPOSAL_RULES: settings.disposalRules }),
      },
    });
  }
}
