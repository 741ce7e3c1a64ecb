import { Duration } from "aws-cdk-lib";
import { ComparisonOperator, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import { houseMetric } from "./house-metric.ts";
import { HouseAlarm, type Operations } from "./operations.ts";
import { type RoleFunction, sealing } from "./role-function.ts";

export interface SweepProps {
  readonly operations: Operations;
  readonly of: RoleFunction;
  /** What is left undone while no sweep finishes, and what to do about it: a Swedish sentence. */
  readonly ifItIsSilent: string;
}

/**
 * Every five minutes the role looks for what is not yet finished. A sweep that stops is noticed by its silence:
 * each says when it has finished, and half an hour without that is an alarm.
 */
export class Sweep extends Construct {
  constructor(scope: Construct, id: string, { operations, of, ifItIsSilent }: SweepProps) {
    super(scope, id);
    if (of.parked === undefined)
      throw new Error(`${id}: a role on a schedule needs somewhere to park what is not done.`);
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
    const may = [
      { actions: ["lambda:InvokeFunction"], on: [of.fn.functionArn] },
      { actions: ["sqs:SendMessage"], on: [of.parked.queueArn] },
      sealing(operations.key.keyArn, "sqs"),
    ];
    for (const { actions, on, ...rest } of may) {
      role.addToPolicy(
        new PolicyStatement({
          actions: [...actions],
          resources: [...on],
          ...("when" in rest ? { conditions: rest.when } : {}),
        }),
      );
    }
    new CfnSchedule(this, "Schedule", {
      description: `Intag ${of.role}: what is not yet finished`,
      scheduleExpression: "rate(5 minutes)",
      flexibleTimeWindow: { mode: "OFF" },
      state: "ENABLED",
      target: {
        arn: of.fn.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ source: "intag.schedule", time: "<aws.scheduler.scheduled-time>" }),
        // A sweep that is late is overtaken by the next one.
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 300 },
        deadLetterConfig: { arn: of.parked.queueArn },
      },
    });
    new HouseAlarm(this, "Silent", {
      operations,
      means: ifItIsSilent,
      metric: houseMetric("SweepFinished", operations.stage, of.role),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: Duration.minutes(30).toMinutes() / 5,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }
}
