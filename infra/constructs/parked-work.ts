import { Duration } from "aws-cdk-lib";
import { ComparisonOperator } from "aws-cdk-lib/aws-cloudwatch";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { answerFor } from "./answered-for.ts";
import { HouseAlarm, type Operations } from "./operations.ts";

export interface ParkedWorkProps {
  readonly operations: Operations;
  /** What is not done while something lies here, and what to do about it: a Swedish sentence. */
  readonly means: string;
}

/** Where work ends that could not be done despite retries. It waits there for a person, who is told at once. */
export class ParkedWork extends Queue {
  constructor(scope: Construct, id: string, { operations, means }: ParkedWorkProps) {
    super(scope, id, {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: operations.key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    new HouseAlarm(this, "NotEmpty", {
      operations,
      means,
      metric: this.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: "Maximum" }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
    });
    answerFor(
      this,
      ["Serverless-SQSRedrivePolicy"],
      "This queue is itself where failed work ends; its depth is alarmed on.",
    );
  }
}
