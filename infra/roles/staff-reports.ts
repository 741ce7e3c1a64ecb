import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { opening, RoleFunction, sealing } from "../constructs/role-function.ts";
import { type Premises, readKeyring, whereabouts } from "./premises.ts";

/** The units' yearly reviews, and the year's figures. Of the cases it reads codes and days; what anybody wrote is out of its reach. */
export class StaffReports extends RoleFunction {
  constructor(scope: Construct, premises: Premises) {
    const { operations, cases, reviews, reports, accessLog, keyring, key, codeOf } = premises;
    super(scope, "StaffReports", {
      operations,
      role: "staff-reports",
      code: codeOf("staff-reports"),
      timeout: Duration.seconds(28),
      atMost: 10,
      may: [
        { actions: ["dynamodb:Query"], on: [cases.listArn("by-year")] },
        // Among the cases it may write those from before the service, and no other.
        {
          actions: ["dynamodb:PutItem"],
          on: [cases.tableArn],
          when: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["import-*"] } },
        },
        { actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"], on: [reviews.tableArn] },
        // Whoever gives a link to a file must be allowed to read it.
        { actions: ["s3:GetObject"], on: [reports.arnForObjects("reports/*")] },
        { actions: ["dynamodb:PutItem", "dynamodb:Query"], on: [accessLog.tableArn] },
        sealing(key.keyArn, "dynamodb"),
        opening(key.keyArn, "s3"),
        ...readKeyring(premises),
      ],
      environment: {
        ...whereabouts(premises),
        CASES_TABLE: cases.tableName,
        REVIEWS_TABLE: reviews.tableName,
        REPORTS_BUCKET: reports.bucketName,
        ACCESS_LOG_TABLE: accessLog.tableName,
        SECRET_ID: keyring.secretArn,
      },
    });
  }
}
