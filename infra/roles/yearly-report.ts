import { Duration } from "aws-cdk-lib";
import { Architecture } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { ChangeFeed, followChanges } from "../constructs/change-feed.ts";
import { ParkedWork } from "../constructs/parked-work.ts";
import { RoleFunction, sealing } from "../constructs/role-function.ts";
import { Schedule } from "../constructs/schedule.ts";
import { type Premises, whereabouts } from "./premises.ts";

/**
 * Counts the year and writes its files. It reads codes and days of the cases, and the units' yearly reviews; what people
 * have written in a case is out of its reach.
 */
export class YearlyReport extends RoleFunction {
  constructor(scope: Construct, premises: Premises) {
    const { operations, cases, reviews, reports, key, codeOf } = premises;
    const parked = new ParkedWork(scope, "YearlyReportParked", {
      operations,
      means:
        "Årets siffror och filer gick inte att sammanställa trots omförsök. Årsrapporten saknas eller är gammal. Läs loggen: stämmer ett ärende inte, står dess nummer där. Rätta och sammanställ igen på statistiksidan.",
    });
    super(scope, "YearlyReport", {
      operations,
      role: "yearly-report",
      code: codeOf("yearly-report"),
      timeout: Duration.minutes(15),
      atMost: 5,
      memoryMb: 2_048,
      // The PDF compiler is a program of its own, and this is the machine it is made for in the lock file.
      architecture: Architecture.X86_64,
      may: [
        followChanges(reviews),
        { actions: ["dynamodb:Query"], on: [cases.listArn("by-year"), reviews.tableArn] },
        { actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"], on: [reviews.tableArn] },
        { actions: ["s3:GetObject", "s3:PutObject"], on: [reports.arnForObjects("reports/*")] },
        sealing(key.keyArn, "dynamodb"),
        sealing(key.keyArn, "s3"),
      ],
      environment: {
        ...whereabouts(premises),
        CASES_TABLE: cases.tableName,
        REVIEWS_TABLE: reviews.tableName,
        REPORTS_BUCKET: reports.bucketName,
      },
      parked,
    });
    new ChangeFeed(this, "CompilationsAsked", {
      operations,
      from: reviews,
      to: this,
      only: { dynamodb: { NewImage: { state: { S: ["asked"] } } } },
      ifItLags:
        "Det dröjer mer än en kvart innan en begärd sammanställning görs. Den som bad om den väntar på statistiksidan. Läs rollens logg.",
    });
    new Schedule(this, "NewYear", {
      of: this,
      what: "Intag yearly-report: the year that has ended",
      at: "cron(0 5 2 1 ? *)",
      retries: { attempts: 5, seconds: 86_400 },
      parked: { in: parked, keyArn: operations.key.keyArn },
    });
  }
}
