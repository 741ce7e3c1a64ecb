import type { Duration } from "aws-cdk-lib";
import { ComparisonOperator, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { houseMetric } from "./house-metric.ts";
import { HouseAlarm, type Operations } from "./operations.ts";
import type { RoleFunction } from "./role-function.ts";
import { Schedule } from "./schedule.ts";

export interface JobProps {
  readonly operations: Operations;
  readonly of: RoleFunction;
  /** When it runs, as EventBridge Scheduler writes it, by Stockholm's clock. */
  readonly at: string;
  /** What each run that got through everything counts. */
  readonly finished: string;
  /** `rounds` times `every` without such a run is an alarm. */
  readonly missedAfter: { readonly rounds: number; readonly every: Duration };
  /** What is left undone while none finishes, and what to do about it: a Swedish sentence. */
  readonly ifItIsSilent: string;
}

/**
 * A role that runs by the clock alone. Each run does all that is left to do, so one that fails is made good by the next
 * and nothing is parked; runs that fail, are missed, or leave something undone are noticed by their silence, in one alarm.
 */
export class Job extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { operations, of, at, finished, missedAfter: { rounds, every }, ifItIsSilent }: JobProps,
  ) {
    super(scope, id);
    new Schedule(this, "Schedule", {
      of,
      at,
      what: `Intag ${of.role}`,
      retries: { attempts: 2, seconds: 1_800 },
    });
    new HouseAlarm(this, "Silent", {
      operations,
      means: ifItIsSilent,
      metric: houseMetric(finished, operations.stage, of.role).with({ period: every }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: rounds,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }
}
