import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { Job } from "../constructs/job.ts";
import { RoleFunction, sealing } from "../constructs/role-function.ts";
import { type Premises, reviewLettersOnly, whereabouts } from "./premises.ts";

/** Writes down, every hour, the reminders that cases and the units' yearly reviews owe. It sends none itself and reads no submission. */
export class DeadlineWatch extends RoleFunction {
  constructor(scope: Construct, premises: Premises) {
    const { operations, cases, reviews, key, codeOf } = premises;
    super(scope, "DeadlineWatch", {
      operations,
      role: "deadline-watch",
      code: codeOf("deadline-watch"),
      timeout: Duration.minutes(5),
      atMost: 1,
      may: [
        { actions: ["dynamodb:GetItem", "dynamodb:UpdateItem"], on: [cases.tableArn] },
        { actions: ["dynamodb:Query"], on: [cases.listArn("to-watch")] },
        { actions: ["dynamodb:Query"], on: [reviews.tableArn] },
        { actions: ["dynamodb:PutItem"], on: [reviews.tableArn], when: reviewLettersOnly },
        sealing(key.keyArn, "dynamodb"),
      ],
      environment: {
        ...whereabouts(premises),
        CASES_TABLE: cases.tableName,
        REVIEWS_TABLE: reviews.tableName,
      },
    });
    new Job(this, "Hourly", {
      operations,
      of: this,
      at: "cron(0 * * * ? *)",
      finished: "WatchFinished",
      missedAfter: { rounds: 3, every: Duration.hours(1) },
      ifItIsSilent:
        "Bevakningen av tider har inte gått igenom alla ärenden på tre timmar. Påminnelser uteblir, också om incidenter som ska anmälas inom 72 timmar. Läs bevakningens logg nu, och se efter i kön vad som brådskar.",
    });
  }
}
