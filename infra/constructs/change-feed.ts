import { Duration } from "aws-cdk-lib";
import { ComparisonOperator } from "aws-cdk-lib/aws-cloudwatch";
import { CfnEventSourceMapping } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { Permission } from "./identity.ts";
import { HouseAlarm, type Operations } from "./operations.ts";
import type { RecordTable } from "./record-table.ts";
import type { RoleFunction } from "./role-function.ts";

export interface ChangeFeedProps {
  readonly operations: Operations;
  readonly from: RecordTable;
  readonly to: RoleFunction;
  /** Which changes wake the role, as a filter pattern over the stream record. */
  readonly only: object;
  /** What waits when the feed lags behind, and what to do about it: a Swedish sentence. */
  readonly ifItLags: string;
}

/** What a role must be allowed in order to be woken by a table's changes. */
export const followChanges = (table: RecordTable): Permission => ({
  actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
  on: [table.changesArn],
});

/**
 * Wakes a role when a table changes. From the oldest change there is, in order; a change that cannot be handled is
 * singled out, tried ten times and parked, so that it does not hold up the rest. It only wakes: what it misses, the
 * role's own sweep finds.
 */
export class ChangeFeed extends Construct {
  constructor(scope: Construct, id: string, { operations, from, to, only, ifItLags }: ChangeFeedProps) {
    super(scope, id);
    if (to.parked === undefined) throw new Error(`${id}: a role that follows changes needs somewhere to park them.`);
    new CfnEventSourceMapping(this, "Mapping", {
      eventSourceArn: from.changesArn,
      functionName: to.fn.functionName,
      startingPosition: "TRIM_HORIZON",
      batchSize: 25,
      maximumBatchingWindowInSeconds: 0,
      functionResponseTypes: ["ReportBatchItemFailures"],
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: 10,
      maximumRecordAgeInSeconds: Duration.hours(6).toSeconds(),
      destinationConfig: { onFailure: { destination: to.parked.queueArn } },
      filterCriteria: { filters: [{ pattern: JSON.stringify(only) }] },
    });
    new HouseAlarm(this, "Lags", {
      operations,
      means: ifItLags,
      metric: to.fn.metric("IteratorAge", { statistic: "Maximum", period: Duration.minutes(5) }),
      threshold: Duration.minutes(15).toMilliseconds(),
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 2,
    });
  }
}
