import { Duration } from "aws-cdk-lib";
import { ComparisonOperator, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { houseMetric } from "./house-metric.ts";
import { HouseAlarm, type Operations } from "./operations.ts";
import type { RoleFunction } from "./role-function.ts";
import { Schedule } from "./schedule.ts";

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
    new Schedule(this, "Schedule", {
      of,
      at: "rate(5 minutes)",
      what: `Intag ${of.role}: what is not yet finished`,
      // A sweep that is late is overtaken by the next one.
      retries: { attempts: 2, seconds: 300 },
      parked: { in: of.parked, keyArn: operations.key.keyArn },
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
