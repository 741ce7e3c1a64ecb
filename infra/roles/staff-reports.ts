import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { RoleFunction, sealing } from "../constructs/role-function.ts";
import { type Premises, whereabouts } from "./premises.ts";

/** The units' yearly reviews, and the year's figures. Of the cases it reads codes and days; what anybody wrote is out of its reach. */
export class StaffReports extends RoleFunction {
  constructor(scope: Construct, premises: Premises) {
    const { operations, cases, reviews, accessLog, key, codeOf } = premises;
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
        { actions: ["dynamodb:GetItem", "dynamodb:PutItem"], on: [reviews.tableArn] },
        { actions: ["dynamodb:PutItem", "dynamodb:Query"], on: [accessLog.tableArn] },
        sealing(key.keyArn, "dynamodb"),
      ],
      environment: {
        ...whereabouts(premises),
        CASES_TABLE: cases.tableName,
        REVIEWS_TABLE: reviews.tableName,
        ACCESS_LOG_TABLE: accessLog.tableName,
      },
      ifItFails:
        "Någon som skulle se årets siffror eller fylla i årsuppföljningen fick ett fel. Inga ärenden påverkas, och det som är kvitterat är sparat. Läs loggen.",
    });
  }
}
