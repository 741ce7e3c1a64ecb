import { Duration } from "aws-cdk-lib";
import { ComparisonOperator } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import { ChangeFeed, followChanges } from "../constructs/change-feed.ts";
import { houseMetric } from "../constructs/house-metric.ts";
import { HouseAlarm } from "../constructs/operations.ts";
import { ParkedWork } from "../constructs/parked-work.ts";
import { RoleFunction, sealing } from "../constructs/role-function.ts";
import { Sweep } from "../constructs/sweep.ts";
import { type Premises, readKeyring, whereabouts } from "./premises.ts";

/**
 * Opens one case per controller out of each submission, and those that a decision owes to further units: woken by what
 * changed, and sweeping up what was missed.
 */
export class CaseIntake extends RoleFunction {
  constructor(scope: Construct, premises: Premises) {
    const { operations, submissions, cases, keyring, key, codeOf } = premises;
    super(scope, "CaseIntake", {
      operations,
      role: "case-intake",
      code: codeOf("case-intake"),
      timeout: Duration.seconds(25),
      atMost: 10,
      may: [
        followChanges(submissions),
        followChanges(cases),
        { actions: ["dynamodb:GetItem", "dynamodb:UpdateItem"], on: [submissions.tableArn] },
        { actions: ["dynamodb:Query"], on: [submissions.listArn("pending-intake"), cases.listArn("owed-cases")] },
        {
          actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"],
          on: [cases.tableArn],
        },
        sealing(key.keyArn, "dynamodb"),
        ...readKeyring(premises),
      ],
      environment: {
        ...whereabouts(premises),
        SUBMISSIONS_TABLE: submissions.tableName,
        CASES_TABLE: cases.tableName,
        SECRET_ID: keyring.secretArn,
      },
      parked: new ParkedWork(scope, "CaseIntakeParked", {
        operations,
        means:
          "En väckning till ärendeöppningen gick inte att hantera trots omförsök. Begäran är sparad men kan sakna ärende, och tiden löper. Läs meddelandet i kön och loggen, rätta felet och kör öppningen igen.",
      }),
      ifItFails:
        "Ärenden öppnas inte som de ska ur det som har kommit in. Begärandena är sparade och försöken fortsätter, men ingen handläggare ser dem förrän det lyckas. Läs loggen i dag.",
    });
    new ChangeFeed(this, "NewSubmissions", {
      operations,
      from: submissions,
      to: this,
      only: { eventName: ["INSERT"], dynamodb: { NewImage: { kind: { S: ["submission"] } } } },
      ifItLags:
        "Det dröjer mer än en kvart innan det som kommer in blir ärenden. Inget är borta, men ingen handläggare ser det. Läs ärendeöppningens logg.",
    });
    new ChangeFeed(this, "OwedCases", {
      operations,
      from: cases,
      to: this,
      only: { dynamodb: { NewImage: { owes: { S: [{ exists: true }] } } } },
      ifItLags:
        "Det dröjer mer än en kvart innan den som ska ta över en del av ett ärende får sitt eget. Tiden löper under tiden. Läs ärendeöppningens logg.",
    });
    new Sweep(this, "Sweep", {
      operations,
      of: this,
      ifItIsSilent:
        "Genomgången av det som saknar ärende har inte blivit klar på en halvtimme. En begäran kan bli liggande utan handläggare medan tiden löper. Läs ärendeöppningens logg och se att schemat går.",
    });
    new HouseAlarm(this, "Stuck", {
      operations,
      metric: houseMetric("IntakeFailed", operations.stage, this.role),
      threshold: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // A single failure is tried again by the next sweep.
      evaluationPeriods: 3,
      means:
        "En begäran har inte gått att göra till ärende på en kvart, fast försöken upprepas. Den är sparad och tiden löper från den dag den kom, men ingen handläggare ser den. Läs ärendeöppningens logg i dag.",
    });
  }
}
