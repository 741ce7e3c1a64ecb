import { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";

/** A figure the roles themselves count, written with their log lines: namespace Intag, by stage and role. */
export const houseMetric = (metricName: string, stage: string, role: string): Metric =>
  new Metric({
    namespace: "Intag",
    metricName,
    dimensionsMap: { stage, role },
    statistic: "Sum",
    period: Duration.minutes(5),
  });
